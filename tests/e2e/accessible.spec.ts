import { test, expect } from '@playwright/test';
import { findsNothing, findsNothingInTheDark } from '../harness/axe.ts';
import { startServer } from '../harness/server.ts';
import { tourOfConsole, tourOfTablet } from '../harness/tour.ts';

test('axe finds nothing on any screen of the tablet, light and dark', async ({ page }) => {
  test.setTimeout(300_000);
  // A patient's screens are looked at in the light in patient-accessible.spec.ts, in every size.
  await tourOfTablet(page, {}, (screen, at) =>
    screen.startsWith('patient-') ? findsNothingInTheDark(screen, at) : findsNothing(screen, at),
  );
});

test('axe finds nothing on any screen of the console, light and dark', async ({ page }) => {
  test.setTimeout(300_000);
  await tourOfConsole(page, findsNothing);
});

test('the letters of a patient follow the size that the browser was told', async ({ page }) => {
  const server = await startServer();
  try {
    await page.goto(`${server.url}/in-app`);
    const size = (): Promise<string> => page.locator('.patient').evaluate((one) => getComputedStyle(one).fontSize);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await size()).toBe('22px');
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Page.setFontSizes', { fontSizes: { standard: 24 } });
    await expect.poll(size).toBe('33px');
  } finally {
    await server.close();
  }
});
