import { test } from '@playwright/test';
import { findsNothing } from '../harness/axe.ts';
import { tourOfConsole, tourOfTablet } from '../harness/tour.ts';

test('axe finds nothing on any screen of the tablet, light and dark', async ({ page }) => {
  test.setTimeout(300_000);
  await tourOfTablet(page, {}, findsNothing);
});

test('axe finds nothing on any screen of the console, light and dark', async ({ page }) => {
  test.setTimeout(300_000);
  await tourOfConsole(page, findsNothing);
});
