import { test, expect } from '@playwright/test';
import { pairingCode } from '../harness/consoleScreens.ts';
import { startServer } from '../harness/server.ts';
import { pair, typePin } from '../harness/tabletScreens.ts';
import { startTablet } from '../harness/tabletBrowser.ts';

test('the first start makes a practice and its administrator, who is let in and pairs a tablet', async ({ page }) => {
  test.setTimeout(90_000);
  const server = await startServer({}, { sample: false });
  const tablet = await startTablet();
  try {
    await page.goto(server.url);
    await page.getByRole('radio', { name: 'Set up my practice' }).check();
    await page.getByRole('button', { name: 'Set up the practice' }).click();
    await expect(page.getByRole('heading', { name: /^There (is a|are \d+) problem/ })).toBeVisible();
    await page.getByLabel('Name of the practice').fill('Lakeside Clinic');
    await page.getByLabel('Phone').fill('813 555 0100');
    await page.getByLabel('First billing practitioner').fill('Dr. Ana Ruiz');
    await page.getByLabel('Your name').fill('Ana María Núñez');
    await page.getByLabel('Log-in name').fill('ana');
    await page.getByRole('textbox', { name: 'Password' }).fill('correct horse battery');
    await page.getByRole('textbox', { name: 'PIN for tablets' }).fill('314159');
    await page.getByRole('button', { name: 'Set up the practice' }).click();
    await expect(page.getByText('Nobody has been invited yet.')).toBeVisible();
    await pair(tablet.page(), server.url, await pairingCode(page), 'Lobby');
    await tablet.page().getByRole('button', { name: 'Ana María Núñez' }).click();
    await typePin(tablet.page(), '314159');
    await expect(tablet.page().getByText('Nobody is invited to sign on a tablet right now.')).toBeVisible();
  } finally {
    await tablet.close();
    await server.close();
  }
});

test('the sample practice can be loaded from the page, which shows its log-ins once', async ({ page }) => {
  const server = await startServer({}, { sample: false });
  try {
    await page.goto(server.url);
    await page.getByRole('radio', { name: /sample/i }).check();
    await page.getByRole('button', { name: 'Load the sample practice' }).click();
    await expect(page.getByText('Hannah Kim')).toBeVisible();
    expect(server.query('select id from invitation').length).toBeGreaterThan(9);
  } finally {
    await server.close();
  }
});
