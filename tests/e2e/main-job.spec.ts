import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { test, expect, type Page } from '@playwright/test';
import { startFaultProxy } from '../harness/faultProxy.ts';
import { addMember, logIn, pairingCode } from '../harness/consoleScreens.ts';
import { startServer, type TestServer } from '../harness/server.ts';
import { handOver, pair, queueRow, sign, unlock } from '../harness/tabletScreens.ts';
import { startTablet } from '../harness/tabletBrowser.ts';

const patient = { first: 'Ágnes', last: "O'Hara", birthDate: '1943-02-28' };
const fullName = `${patient.first} ${patient.last}`;

test('invite, hand over, sign offline, kill the browser, synced once, account created', async ({
  page: desk,
}, info) => {
  test.setTimeout(180_000);
  const server = await startServer();
  const tablet = await startTablet();
  try {
    const staff = server.login('front-desk');
    await logIn(desk, server.url, staff);
    await pair(tablet.page(), server.url, await pairingCode(desk), 'Front desk 1');
    await unlock(tablet.page(), staff);
    const username = await addMember(desk, patient);
    await expect(queueRow(tablet.page(), fullName)).toBeVisible();
    await tablet.page().waitForFunction(() => navigator.serviceWorker.controller !== null);

    await server.stop('SIGKILL');
    await handOver(tablet.page(), fullName);
    await sign(tablet.page(), patient.birthDate);
    await expect(tablet.page().getByText('Safe on this iPad')).toBeVisible();

    await tablet.kill();
    await tablet.start();
    await tablet.page().goto(`${server.url}/tablet`);
    await expect(tablet.page().getByRole('heading', { name: 'This iPad is locked' })).toBeVisible();
    await expect(tablet.page().getByText('Not yet at the practice: 1')).toBeVisible();
    await expect(tablet.page().getByText(patient.last)).toHaveCount(0);
    await unlock(tablet.page(), staff);
    await expect(queueRow(tablet.page(), fullName)).toContainText('Safe on this iPad');

    await server.start();
    await expect(queueRow(tablet.page(), fullName)).toContainText('Account created', { timeout: 60_000 });
    await expect(tablet.page().getByText('Everything signed here is at the practice')).toBeVisible();

    expectExactlyOne(server);
    expect(server.query<{ handle: string }>('select handle from account')).toEqual([{ handle: username }]);
    await checkDocument(desk, server, fullName, info.outputPath('signed.pdf'));
  } finally {
    await tablet.close();
    await server.close();
  }
});

test('the reply is lost after the server stored it: still exactly one of everything', async ({ page: desk }) => {
  test.setTimeout(120_000);
  const server = await startServer();
  const proxy = await startFaultProxy(() => server.url);
  const tablet = await startTablet();
  try {
    const staff = server.login('front-desk');
    await logIn(desk, server.url, staff);
    await addMember(desk, { ...patient, email: 'agnes@example.org' });
    await pair(tablet.page(), proxy.url, await pairingCode(desk), 'Front desk 1');
    await unlock(tablet.page(), staff);
    await handOver(tablet.page(), fullName);
    let lost = 0;
    proxy.fault = (path) => (path === '/api/device/envelopes' && lost++ < 2 ? 'lose-reply' : 'none');
    await sign(tablet.page(), patient.birthDate);
    await expect(tablet.page().getByText('Account created')).toBeVisible({ timeout: 60_000 });
    expect(proxy.broken).toEqual(['/api/device/envelopes', '/api/device/envelopes']);
    expectExactlyOne(server);
  } finally {
    await tablet.close();
    await proxy.close();
    await server.close();
  }
});

test('invariant 2: a captive portal’s 200 is not a receipt', async ({ page: desk }) => {
  test.setTimeout(120_000);
  const server = await startServer();
  const proxy = await startFaultProxy(() => server.url);
  const tablet = await startTablet();
  try {
    const staff = server.login('front-desk');
    await logIn(desk, server.url, staff);
    await pair(tablet.page(), proxy.url, await pairingCode(desk), 'Front desk 1');
    await unlock(tablet.page(), staff);
    await handOver(tablet.page(), 'Margaret Whitfield');
    proxy.fault = (path) => (path.startsWith('/api/') ? 'captive-portal' : 'none');
    await sign(tablet.page(), '1947-03-09');
    await expect
      .poll(() => proxy.broken.filter((path) => path === '/api/device/envelopes').length, { timeout: 30_000 })
      .toBeGreaterThan(1);
    await expect(tablet.page().getByText('Safe on this iPad')).toBeVisible();
    expect(server.query('select id from envelope')).toHaveLength(0);
    proxy.fault = () => 'none';
    await expect(tablet.page().getByText('Account created')).toBeVisible({ timeout: 90_000 });
    expectExactlyOne(server);
  } finally {
    await tablet.close();
    await proxy.close();
    await server.close();
  }
});

function expectExactlyOne(server: TestServer): void {
  for (const table of ['consent', 'envelope', 'ledger', 'account']) {
    expect(server.query(`select * from ${table}`), table).toHaveLength(1);
  }
  expect(server.query('select receipt from envelope where receipt is not null')).toHaveLength(1);
  expect(server.query('select * from envelope_conflict')).toHaveLength(0);
}

/** Staff open the document in the console; its text names the patient, and it is sound. */
async function checkDocument(desk: Page, server: TestServer, name: string, file: string): Promise<void> {
  await desk.goto(`${server.url}/invitations`);
  await desk.getByRole('link', { name }).click();
  const link = desk.getByRole('link', { name: /^Open the signed consent/ });
  await expect(link).toBeVisible();
  const answer = await desk.request.get(new URL((await link.getAttribute('href')) ?? '', server.url).href);
  expect(answer.headers()['content-type']).toBe('application/pdf');
  writeFileSync(file, await answer.body());
  expect(execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' })).toContain(name);
  execFileSync('qpdf', ['--check', file]);
}
