import { test, expect as atOnce } from '@playwright/test';
import { logIn, pairingCode } from '../harness/consoleScreens.ts';
import { startServer } from '../harness/server.ts';
import { startTablet } from '../harness/tabletBrowser.ts';
import { handOver, pair, queueRow, sign, unlock } from '../harness/tabletScreens.ts';

/** Two pages and a server share the cores of a test machine: what is at once for a person may take longer here. */
const expect = atOnce.configure({ timeout: 30_000 });

const patient = 'Margaret Whitfield';

test('a tablet that never reaches the practice again: its sealed copy, brought in by hand, enrols the patient', async ({
  page: desk,
}) => {
  test.setTimeout(300_000);
  const server = await startServer();
  const tablet = await startTablet();
  const page = tablet.page();
  try {
    const staff = server.login('front-desk');
    await logIn(desk, server.url, staff);
    await pair(page, server.url, await pairingCode(desk), 'Front desk 1');
    await unlock(page, staff);
    await expect(queueRow(page, patient)).toBeVisible();
    await server.stop();
    await handOver(page, patient);
    await sign(page, '1947-03-09');
    await page.getByRole('button', { name: 'Done' }).click();
    await unlock(page, staff);
    await page.getByRole('button', { name: 'What was signed' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save a sealed copy' }).click(),
    ]);
    const file = await download.path();
    await tablet.kill();

    await server.start();
    for (const said of ['1 record is new here', '1 was here already']) {
      await desk.goto(`${server.url}/tablets`);
      await desk.getByLabel('Choose the file').setInputFiles(file);
      await expect(desk.getByText(said)).toBeVisible();
    }
    expect(server.query('select id from envelope')).toHaveLength(1);
    expect(server.query('select id from account')).toHaveLength(1);
    await desk.getByRole('link', { name: patient }).click();
    await expect(desk.getByText('Account created').first()).toBeVisible();
    await expect(desk.getByText('Luis Ortega brought in a sealed copy')).toBeVisible();
  } finally {
    await tablet.close();
    await server.close();
  }
});
