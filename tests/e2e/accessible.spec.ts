import AxeBuilder from '@axe-core/playwright';
import { test, expect, type Page } from '@playwright/test';
import { tourOfConsole, tourOfTablet } from '../harness/tour.ts';

/** axe looks at every screen, in the rules of WCAG 2.2 A and AA and in its own best practices; in the dark, at the colours. */
async function findsNothing(screen: string, page: Page): Promise<void> {
  expect.soft(await foundOn(page), screen).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect.soft(await foundOn(page, ['color-contrast']), `${screen}, dark`).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
}

async function foundOn(page: Page, rules?: string[]): Promise<string[]> {
  // There are no frames to bring together, which would take longer than the look itself.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
  return violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' | ')}`);
}

test('axe finds nothing on any screen of the tablet, light and dark', async ({ page }) => {
  test.setTimeout(300_000);
  await tourOfTablet(page, {}, findsNothing);
});

test('axe finds nothing on any screen of the console, light and dark', async ({ page }) => {
  test.setTimeout(300_000);
  await tourOfConsole(page, findsNothing);
});
