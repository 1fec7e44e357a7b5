import AxeBuilder from '@axe-core/playwright';
import { test, expect, type Page } from '@playwright/test';
import { tourOfConsole, tourOfTablet } from '../harness/tour.ts';

/** axe looks at every screen, in the rules of WCAG 2.2 A and AA and in its own best practices. */
async function findsNothing(screen: string, page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect
    .soft(
      violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' | ')}`),
      screen,
    )
    .toEqual([]);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any screen of the tablet, ${colorScheme}`, async ({ page }) => {
    test.setTimeout(240_000);
    await tourOfTablet(page, { colorScheme }, findsNothing);
  });

  test(`axe finds nothing on any screen of the console, ${colorScheme}`, async ({ page }) => {
    test.setTimeout(600_000);
    await page.emulateMedia({ colorScheme });
    await tourOfConsole(page, findsNothing);
  });
}
