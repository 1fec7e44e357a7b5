import AxeBuilder from '@axe-core/playwright';
import { test, expect, type Page } from '@playwright/test';
import { tourOfConsole, tourOfTablet } from '../harness/tour.ts';

/** axe looks at every screen, in the rules of WCAG 2.2 A and AA and in its own best practices; in the dark, at the colours. */
function findsNothing(colorScheme: 'light' | 'dark') {
  return async (screen: string, page: Page): Promise<void> => {
    // There are no frames to bring together, which would take longer than the look itself.
    const axe = new AxeBuilder({ page }).setLegacyMode();
    const { violations } = await (colorScheme === 'dark' ? axe.withRules(['color-contrast']) : axe).analyze();
    const found = violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' | ')}`);
    expect.soft(found, screen).toEqual([]);
  };
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any screen of the tablet, ${colorScheme}`, async ({ page }) => {
    test.setTimeout(240_000);
    await tourOfTablet(page, { colorScheme }, findsNothing(colorScheme));
  });

  test(`axe finds nothing on any screen of the console, ${colorScheme}`, async ({ page }) => {
    test.setTimeout(240_000);
    await page.emulateMedia({ colorScheme });
    await tourOfConsole(page, findsNothing(colorScheme));
  });
}
