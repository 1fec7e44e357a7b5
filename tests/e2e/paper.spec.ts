import AxeBuilder from '@axe-core/playwright';
import { test, expect as atOnce, type Page } from '@playwright/test';
import { logIn } from '../harness/consoleScreens.ts';
import { startServer, type TestServer } from '../harness/server.ts';
import { asFax, asJpeg, asPdf, chance, inked, sheetsOf, spoiled, type Sheet } from '../scans/sheets.ts';

/** On Paper as a front desk does it: printed, signed, scanned badly, sent, confirmed; and what goes wrong on the way. */

/** Pages are read beside a browser and a server on the same few cores. */
const expect = atOnce.configure({ timeout: 60_000 });

let server: TestServer;
test.beforeEach(async () => {
  test.setTimeout(300_000);
  server = await startServer();
});
test.afterEach(() => server.close());

const go = (page: Page, room: string) =>
  page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: room }).click();
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

async function axeFindsNothing(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' | ')}`)).toEqual([]);
}

/** The printed form of the sample's patient who signs on paper, at 100 dots an inch. */
async function printedForm(page: Page): Promise<Sheet[]> {
  const [row] = server.query<{ id: string }>(`select id from invitation where method = 'paper' and state = 'waiting'`);
  const id = row?.id ?? '';
  const answer = await page.request.get(`${server.url}/api/staff/invitations/${id}/paper-form`);
  expect(answer.status()).toBe(200);
  const sheets = await sheetsOf(new Uint8Array(await answer.body()), id);
  return Promise.all(sheets.map((sheet) => inked(sheet, 'patient')));
}

/** Lets a file fall onto the place for them, as from a desktop. */
async function drop(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ({ called, content }) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(content)], called, { type: 'image/jpeg' }));
      return data;
    },
    { called: name, content: [...bytes] },
  );
  await page.locator('.drop').dispatchEvent('drop', { dataTransfer });
}

test('a form is printed, signed, faxed crooked and upside down, found, confirmed, and makes the account', async ({
  page,
}) => {
  await logIn(page, server.url, server.login('front-desk'));
  const form = await printedForm(page);
  const random = chance(7);
  const faxed: Sheet[] = [];
  for (const sheet of form.toReversed())
    faxed.push({ ...sheet, ...(await spoiled(sheet, { skew: 2, quarters: 2, dpi: 120, dust: 0.002 }, random)) });

  await go(page, 'Scans');
  await expect(page.getByText('Nothing has come in yet.')).toBeVisible();
  await page.getByLabel('Choose files').setInputFiles([
    { name: 'fax.tif', mimeType: 'image/tiff', buffer: Buffer.from(await asFax(faxed, 120)) },
    { name: 'holiday.heic', mimeType: 'image/heic', buffer: Buffer.from('AAAAJGZ0eXBoZWljAAAAAG1pZjFNaUhF', 'base64') },
    { name: 'letter.docx', mimeType: 'application/zip', buffer: Buffer.from('PK not a scan') },
  ]);
  const sent = page.getByRole('list', { name: 'Files you sent' });
  await expect(sent.getByText('This is a HEIC picture')).toBeVisible();
  await expect(sent.getByText('This is not a PDF, TIFF, JPEG or PNG file')).toBeVisible();
  await expect(page.getByRole('row', { name: /fax\.tif/ })).toContainText(`${form.length} with their patients`);
  await axeFindsNothing(page);

  await page.getByRole('link', { name: /Malley/ }).click();
  const paper = page.getByRole('region', { name: 'Paper form' });
  await expect(paper.getByText('There is ink in the box of the patient.')).toBeVisible();
  await expect(paper.getByRole('img')).toBeVisible();
  await expect(paper.getByRole('radio', { name: 'The patient', exact: true })).toBeChecked();
  await axeFindsNothing(page);
  await button(page, 'Confirm and create the account').click();
  await expect(page.getByRole('link', { name: 'Enter the name of the person who signed.' })).toBeVisible();
  await paper.getByLabel('Printed name').fill("Siobhán O'Malley-D’Angelo");
  await paper.getByLabel('Month').fill('11');
  await paper.getByLabel('Day').fill('2');
  await paper.getByLabel('Year').fill('2025');
  await button(page, 'Confirm and create the account').click();
  await expect(paper.getByText(/^Confirmed by /)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Open the signed paper form (PDF)' })).toBeVisible();
  await expect(page.getByText('Account created').first()).toBeVisible();
  await axeFindsNothing(page);
  const rows = server.query<{ method: string; handle: string }>(
    `select method, handle from consent join account on account.patient_id = consent.patient_id where method = 'paper'`,
  );
  expect(rows.map(({ method }) => method)).toEqual(['paper']);
  expect(rows[0]?.handle).toContain('malley');
});

test('a page without a readable code is matched by hand, a missing page is pointed out, a stranger’s set aside', async ({
  page,
}) => {
  await logIn(page, server.url, server.login('front-desk'));
  const form = await printedForm(page);
  const [first, second] = form;
  if (!first || !second) throw new Error('nothing was printed');
  const torn = { ...first, data: first.data.map((value, at) => (at < first.width * 420 ? 250 : value)) };
  const cover = { ...second, data: second.data.map((value, at) => (at < second.width * 1_100 ? 250 : value)) };
  const rest = form.slice(2);
  await go(page, 'Scans');
  await page.getByLabel('Choose files').setInputFiles([
    { name: 'rest.pdf', mimeType: 'application/pdf', buffer: Buffer.from(await asPdf(rest)) },
    { name: 'torn.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(await asJpeg(torn)) },
  ]);
  await drop(page, 'cover.jpg', await asJpeg(cover, 60));
  await expect(page.getByText('2 pages wait')).toBeVisible();
  await button(page, 'Set aside: Page 1 of the file cover.jpg').click();
  await page.getByLabel('Why?').fill('A cover sheet');
  await button(page, 'Set it aside').click();
  await expect(page.getByText('1 page waits')).toBeVisible();
  await button(page, 'Match with a patient: Page 1 of the file torn.jpg').click();
  await page.getByLabel('Find the patient').fill('malley');
  await page.getByRole('radio', { name: /Malley/ }).check();
  await page.getByLabel('Page number').fill('1');
  await page.getByLabel('Of how many').fill(String(form.length));
  await axeFindsNothing(page);
  await button(page, 'This is their page').click();
  await expect(page.getByText('No page is waiting.')).toBeVisible();
  await page.getByRole('link', { name: 'cover.jpg' }).click();
  await expect(page.getByText('A cover sheet')).toBeVisible();
  await page.getByRole('link', { name: 'Back to Scans' }).click();

  await page.getByRole('link', { name: /Malley/ }).click();
  const paper = page.getByRole('region', { name: 'Paper form' });
  await expect(paper.getByText('Page 2 is missing', { exact: true })).toBeVisible();
  await button(page, `Page 1 of ${form.length}`).click();
  await expect(paper.getByText('Matched by hand')).toBeVisible();
  await paper.getByLabel('Printed name').fill("Siobhán O'Malley-D’Angelo");
  await paper.getByLabel('Month').fill('11');
  await paper.getByLabel('Day').fill('2');
  await paper.getByLabel('Year').fill('2025');
  await paper.getByLabel('Why does it count all the same?').fill('Page 2 tore in the scanner; I have it here.');
  await button(page, 'Confirm and create the account').click();
  await expect(paper.getByText('Page 2 tore in the scanner; I have it here.')).toBeVisible();
  expect(server.query(`select id from account where handle like '%malley%'`)).toHaveLength(1);
});
