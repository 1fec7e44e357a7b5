import { test, expect } from '@playwright/test';
import { logIn } from '../harness/consoleScreens.ts';
import { startServer } from '../harness/server.ts';

test('a patient says yes on the phone: the script is read in their language, and they are enrolled', async ({
  page,
}) => {
  const server = await startServer();
  try {
    await logIn(page, server.url, server.login('health-assistant'), 'Worklist');
    await page.getByRole('link', { name: 'Invitations' }).click();
    await page.getByRole('link', { name: /^José Luis/ }).click();
    await page.getByRole('link', { name: 'Record a spoken answer' }).click();
    await expect(page.getByRole('radio', { name: 'Spanish' })).toBeChecked();
    await expect(page.getByRole('heading', { name: 'Lo que le puede costar' })).toBeVisible();
    await page.getByRole('radio', { name: 'Yes, they want to take part' }).check();
    await page.getByRole('button', { name: 'Record the answer' }).click();
    await expect(page.getByRole('link', { name: 'Choose how you spoke.' })).toBeVisible();
    await page.getByRole('radio', { name: 'By phone' }).check();
    await page.getByLabel(/In the patient’s own words/).fill('Sí, después del almuerzo.');
    await page.getByRole('button', { name: 'Record the answer' }).click();
    await expect(page.getByText('The patient said yes aloud, recorded by Hannah Kim')).toBeVisible();
    await expect(page.getByText(/They sign in as familia.pena@example.org/)).toBeVisible();
    await expect(page.getByRole('link', { name: /verbal consent \(PDF\)/ })).toBeVisible({ timeout: 30_000 });
    expect(server.query('select kind, method from consent').map((row) => ({ ...(row as object) }))).toEqual([
      { kind: 'consent', method: 'verbal' },
    ]);
  } finally {
    await server.close();
  }
});
