import AxeBuilder from '@axe-core/playwright';
import { test, expect, type Page } from '@playwright/test';
import { withHandedOff } from '../harness/handedOff.ts';
import { before, first, patientEdges } from '../harness/patientEdges.ts';
import { LANGUAGES } from '../harness/patientScreens.ts';
import { patientTour } from '../harness/patientTour.ts';

const standing = { width: 744, height: 1133 };
const lying = { width: 1133, height: 744 };

/** Each size of the letters, both ways of holding an iPad mini, and the strong contrast. */
const looks = [
  { size: '1', contrast: 'normal', viewport: standing },
  { size: '2', contrast: 'normal', viewport: lying },
  { size: '3', contrast: 'more', viewport: standing },
] as const;

/** Looks at a screen in each way with axe; what goes out of sight sideways, or is too small to be hit, is a mistake too. */
async function looksRight(screen: string, page: Page): Promise<void> {
  for (const { size, contrast, viewport } of looks) {
    await page.setViewportSize(viewport);
    const was = await putOn(page, { textSize: size, contrast });
    if (was === undefined && size !== '1') continue;
    // Without frames there is nothing to bring together in a page of its own, which takes longer than the look itself.
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    const found = violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' | ')}`);
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
    const small = await smallTargets(page);
    expect
      .soft({ found, sideways, small }, `${screen}, ${JSON.stringify({ size, contrast, viewport })}`)
      .toEqual({ found: [], sideways: false, small: [] });
    if (was) await putOn(page, was);
  }
  await page.setViewportSize(standing);
}

type Look = { textSize: string; contrast: string };

/** How the patient's page looks, as its own buttons would set it; undefined on a screen that is not a patient's. */
function putOn(page: Page, look: Look): Promise<Look | undefined> {
  return page.evaluate((wanted) => {
    const patient = document.querySelector<HTMLElement>('.patient');
    if (!patient) return undefined;
    const { textSize = '1', contrast = 'normal' } = patient.dataset;
    Object.assign(patient.dataset, wanted);
    return { textSize, contrast };
  }, look);
}

/** What a patient can press and is smaller than a trembling finger needs, by its words. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.patient :is(button, label.choice, input.control, summary)')]
      .filter((one) => one.closest('[aria-hidden="true"]') === null && !one.classList.contains('visually-hidden'))
      .map((one) => ({ one, box: one.getBoundingClientRect() }))
      .filter(({ box }) => box.height > 0 && (box.height < 59.5 || box.width < 59.5))
      .map(({ one, box }) => `${one.textContent || one.id}: ${Math.round(box.width)} x ${Math.round(box.height)}`),
  );
}

for (const language of LANGUAGES) {
  test(`axe finds nothing at any step of the patient, in any size, ${language}`, async ({ page: desk }) => {
    test.setTimeout(360_000);
    await withHandedOff(desk, { viewport: standing }, async ({ page }) => {
      await patientTour({ page, language, birthDate: '1947-03-09', visit: looksRight });
    });
  });
}

// In Spanish, whose words are longer.
test('axe finds nothing on the screens beside the way, in any size', async ({ page: desk }) => {
  test.setTimeout(360_000);
  await withHandedOff(desk, { name: first.name, viewport: standing, before }, async ({ page, server }) => {
    const staff = server.login('front-desk');
    await patientEdges({ page, url: server.url, language: 'es', staff, visit: looksRight });
  });
});
