import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** axe looks at a screen, in the rules of WCAG 2.2 A and AA and in its own best practices; in the dark, at the colours. */
export async function findsNothing(screen: string, page: Page): Promise<void> {
  expect.soft(await foundOn(page), screen).toEqual([]);
  await findsNothingInTheDark(screen, page);
}

/** For screens that are looked at in the light elsewhere. */
export async function findsNothingInTheDark(screen: string, page: Page): Promise<void> {
  // Without motion, so that no colour is looked at on its way from light to dark.
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  expect.soft(await foundOn(page, ['color-contrast']), `${screen}, dark`).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'no-preference' });
}

async function foundOn(page: Page, rules?: string[]): Promise<string[]> {
  // There are no frames to bring together, which would take longer than the look itself.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
  return violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' | ')}`);
}
