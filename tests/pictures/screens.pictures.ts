import { join } from 'node:path';
import { test, type Page } from '@playwright/test';
import { tourOfConsole, tourOfTablet } from '../harness/tour.ts';

const folder = process.env.PICTURES ?? join('.cache', 'pictures');
const lying = { width: 1180, height: 820 };
const standing = { width: 820, height: 1180 };

const ways = [
  { name: 'landscape', viewport: lying, colorScheme: 'light', largeText: false },
  { name: 'portrait-dark', viewport: standing, colorScheme: 'dark', largeText: false },
  { name: 'landscape-200', viewport: lying, colorScheme: 'light', largeText: true },
] as const;

for (const way of ways) {
  const take = async (screen: string, page: Page): Promise<void> => {
    if (way.largeText) await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    await page.screenshot({ path: join(folder, way.name, `${screen}.png`), fullPage: way.largeText });
    if (way.largeText) await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
  };
  test(`tablet, ${way.name}`, async ({ page }) => {
    await tourOfTablet(page, way, take);
  });
  test(`console, ${way.name}`, async ({ page }) => {
    await page.setViewportSize(way.viewport);
    await page.emulateMedia({ colorScheme: way.colorScheme });
    await tourOfConsole(page, take);
  });
}
