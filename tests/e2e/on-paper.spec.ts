import AxeBuilder from '@axe-core/playwright';
import forge from 'node-forge';
import { test, expect as atOnce, type Page } from '@playwright/test';
import { makeSealing } from '../../server/seal/certificate.ts';
import { logIn } from '../harness/consoleScreens.ts';
import { enterHousehold, households, patientsOf, type PatientData } from '../harness/householdScreens.ts';
import { startServer, type TestServer } from '../harness/server.ts';
import { hasPoppler, pagesOf } from '../server/documents.readers.ts';

/** From the front desk to the printer, and what documents are sealed with, on the real server. */

const expect = atOnce.configure({ timeout: 20_000 });

let server: TestServer;
test.beforeEach(async () => {
  test.setTimeout(180_000);
  server = await startServer();
});
test.afterEach(() => server.close());

/** The file that a link opens, as the browser of this session gets it. */
async function fileBehind(page: Page, name: RegExp): Promise<Uint8Array> {
  const href = await page.getByRole('link', { name }).getAttribute('href');
  const answer = await page.request.get(server.url + href);
  expect(answer.headers()['content-type']).toBe('application/pdf');
  return answer.body();
}

async function axeFindsNothing(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
}

test('a household on paper is printed at once, each from the invitation, and the story tells', async ({ page }) => {
  const household = households.find(({ relatedPatients = [] }) => relatedPatients.length > 0);
  if (!household) throw new Error('the sample has no household of two');
  await logIn(page, server.url, server.login('front-desk'));
  await page.getByRole('navigation').getByRole('link', { name: 'Add Members' }).click();
  // People whom the sample does not have already.
  const newPerson = (one: PatientData): PatientData => ({ ...one, last: `${one.last}son`, recordNumber: null });
  const patient = newPerson(household.patient);
  const relatedPatients = household.relatedPatients?.map(newPerson) ?? [];
  const entered = { ...household, patient, relatedPatients, signForms: 'paper' as const };
  await enterHousehold(page, entered);
  await axeFindsNothing(page);
  const all = await fileBehind(page, /^Print the paper forms/);
  const names = patientsOf(entered).map(({ last }) => last);
  if (hasPoppler) {
    const firsts = pagesOf(all).filter((one) => /How to use this form|Cómo usar este formulario/.test(one));
    expect(firsts).toHaveLength(names.length);
    firsts.forEach((one, index) => expect(one).toContain(names[index]));
  }
  await page
    .getByRole('link', { name: /^See the invitation/ })
    .first()
    .click();
  await expect(page.getByText(/opened the paper form to print it/)).toBeVisible();
  expect((await fileBehind(page, /^Print the paper form/)).length).toBeGreaterThan(10_000);
  await axeFindsNothing(page);
});

test('a form that can not be printed any more leads its tab to the reason', async ({ page, context }) => {
  await logIn(page, server.url, server.login('front-desk'));
  await page.goto(`${server.url}/invitations?method=paper`);
  await page.locator('.row-link').first().click();
  const print = page.getByRole('link', { name: /^Print the paper form/ });
  await expect(print).toBeVisible();
  const address = server.url + (await print.getAttribute('href'));
  await page.getByRole('button', { name: 'Cancel the invitation' }).click();
  await page.getByLabel('Why is it cancelled?').fill('Moved away');
  await page.getByRole('button', { name: 'Cancel it' }).click();
  await expect(print).toHaveCount(0);
  const tab = await context.newPage();
  await tab.goto(address);
  await expect(tab.getByText(/already finished or was cancelled/)).toBeVisible();
  await axeFindsNothing(tab);
});

test('an administrator brings the certificate that documents are sealed with', async ({ page }) => {
  const { certificates, privateKey } = await makeSealing('Bay Health System', new Date());
  const key = forge.pki.privateKeyFromPem(privateKey);
  const made = forge.pkcs12.toPkcs12Asn1(
    key,
    certificates.map((pem) => forge.pki.certificateFromPem(pem)),
    'open sesame',
  );
  const buffer = Buffer.from(forge.asn1.toDer(made).getBytes(), 'binary');
  await logIn(page, server.url, server.login('administrator'));
  await page.goto(`${server.url}/settings`);
  const seal = page.getByRole('region', { name: 'Seal of your documents' });
  await expect(seal.getByText(/a certificate that this server made/)).toBeVisible();
  await axeFindsNothing(page);
  const file = { name: 'practice.p12', mimeType: 'application/x-pkcs12', buffer };
  await seal.getByLabel('Certificate of your practice').setInputFiles(file);
  const password = seal.getByRole('textbox', { name: 'Password of the file' });
  await password.fill('close sesame');
  await seal.getByRole('button', { name: 'Seal with this certificate' }).click();
  await expect(seal.getByText(/The password does not open this file/)).toBeVisible();
  await password.fill('open sesame');
  await seal.getByRole('button', { name: 'Seal with this certificate' }).click();
  await expect(seal.getByText('Bay Health System').first()).toBeVisible();
  await axeFindsNothing(page);
  await seal.getByRole('button', { name: 'Use this server’s certificate instead' }).click();
  await expect(seal.getByText(/a certificate that this server made/)).toBeVisible();
});
