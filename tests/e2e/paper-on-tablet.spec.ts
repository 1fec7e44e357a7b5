import AxeBuilder from '@axe-core/playwright';
import { test, expect as atOnce } from '@playwright/test';
import { logIn, pairingCode } from '../harness/consoleScreens.ts';
import { startServer } from '../harness/server.ts';
import { pair, unlock } from '../harness/tabletScreens.ts';
import { startTablet } from '../harness/tabletBrowser.ts';
import { asJpeg, chance, sheetsOf, spoiled } from '../scans/sheets.ts';

const expect = atOnce.configure({ timeout: 60_000 });

test('pictures of a paper form are taken on the tablet without a network, and arrive once with their patient', async ({
  page: desk,
}) => {
  test.setTimeout(240_000);
  const server = await startServer();
  const tablet = await startTablet();
  const page = tablet.page();
  try {
    const staff = server.login('front-desk');
    await logIn(desk, server.url, staff);
    const [row] = server.query<{ id: string }>(
      `select id from invitation where method = 'paper' and state = 'waiting'`,
    );
    const id = row?.id ?? '';
    const form = await desk.request.get(`${server.url}/api/staff/invitations/${id}/paper-form`);
    const sheets = (await sheetsOf(new Uint8Array(await form.body()), id)).slice(0, 2);
    const pictures = await Promise.all(
      sheets.map(async (sheet) => asJpeg(await spoiled(sheet, { skew: 2, dpi: 300, grain: 4 }, chance(5)), 92)),
    );
    await pair(page, server.url, await pairingCode(desk), 'Front desk 1');
    await unlock(page, staff);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await expect(page.getByText('Connected to the practice')).toBeVisible();
    await server.stop();

    await page.getByRole('button', { name: 'Paper form' }).click();
    await page.getByLabel('Take a picture').setInputFiles(
      pictures.map((bytes, place) => ({
        name: `IMG_${place}.jpg`,
        mimeType: 'image/jpeg',
        buffer: Buffer.from(bytes),
      })),
    );
    const taken = page.getByRole('list', { name: 'Pictures taken' });
    await expect(taken.getByText('Safe on this iPad')).toHaveCount(2);
    const broken = { name: 'IMG_3.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('not a picture') };
    await page.getByLabel('Take a picture').setInputFiles(broken);
    await expect(page.getByText('This picture could not be read')).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id: rule }) => rule)).toEqual([]);
    expect(server.query('select id from scan')).toHaveLength(0);

    await server.start();
    await expect(taken.getByText('Safe at the practice')).toHaveCount(2);
    await page.getByRole('button', { name: 'What was signed' }).click();
    await expect(page.getByRole('row', { name: /Paper form/ })).toHaveCount(2);
    expect(server.query('select id from scan_envelope')).toHaveLength(2);
    expect(server.query<{ kind: string }>('select kind from ledger')).toEqual([{ kind: 'scan' }, { kind: 'scan' }]);
    await desk.goto(`${server.url}/scans`);
    await expect(desk.getByRole('row', { name: /Malley/ })).toContainText('2');
    await expect(desk.getByText('Pictures from a tablet')).toHaveCount(2);
  } finally {
    await tablet.close();
    await server.close();
  }
});
