import AxeBuilder from '@axe-core/playwright';
import { test, expect, type Page } from '@playwright/test';
import { withHandedOff } from '../harness/handedOff.ts';
import { LANGUAGES } from '../harness/patientScreens.ts';
import { patientTour } from '../harness/patientTour.ts';

/** Looks at a screen with axe; what goes out of sight sideways, or is too small to be hit, is a mistake too. */
async function looksRight(screen: string, page: Page): Promise<void> {
  // Without frames there is nothing to bring together in a page of its own, which takes longer than the look itself.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const found = violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' | ')}`);
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  const small = await smallTargets(page);
  expect.soft({ found, sideways, small }, screen).toEqual({ found: [], sideways: false, small: [] });
}

/** What can be pressed and is smaller than a trembling finger needs, by its words. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, label.choice, input.control, summary')]
      .filter((one) => one.closest('[aria-hidden="true"]') === null && !one.classList.contains('visually-hidden'))
      .map((one) => ({ one, box: one.getBoundingClientRect() }))
      .filter(({ box }) => box.height > 0 && (box.height < 59.5 || box.width < 59.5))
      .map(({ one, box }) => `${one.textContent || one.id}: ${Math.round(box.width)} x ${Math.round(box.height)}`),
  );
}

for (const language of LANGUAGES) {
  for (const size of ['A', 'A+', 'A++']) {
    test(`axe finds nothing at any step of the patient, ${language}, ${size}`, async ({ page: desk }) => {
      test.setTimeout(240_000);
      await withHandedOff(desk, { viewport: { width: 744, height: 1133 } }, async ({ page }) => {
        await page.getByRole('button', { name: new RegExp(`^${RegExp.escape(size)}, `) }).click();
        await patientTour({ page, language, birthDate: '1947-03-09', visit: looksRight });
      });
    });
  }
}
