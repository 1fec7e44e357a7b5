import { test, expect, type Page } from '@playwright/test';
import { logIn, pairingCode } from '../harness/consoleScreens.ts';
import { startServer, type TestServer } from '../harness/server.ts';
import { confirmBirthDate, handOver, pair, readEverything, draw, unlock } from '../harness/tabletScreens.ts';
import { startTablet, type TabletBrowser } from '../harness/tabletBrowser.ts';

const patient = 'Margaret Whitfield';
const birthDate = '1947-03-09';

type Given = { server: TestServer; tablet: TabletBrowser; page: Page };

async function inHandOff(desk: Page, work: (given: Given) => Promise<void>): Promise<void> {
  const server = await startServer();
  const tablet = await startTablet();
  try {
    await logIn(desk, server.url, server.login('front-desk'));
    await pair(tablet.page(), server.url, await pairingCode(desk), 'Front desk 1');
    await unlock(tablet.page(), server.login('front-desk'));
    await expect(tablet.page().getByText('שרה כהן')).toBeVisible();
    await tablet.page().waitForFunction(() => navigator.serviceWorker.controller !== null);
    await handOver(tablet.page(), patient);
    await work({ server, tablet, page: tablet.page() });
  } finally {
    await tablet.close();
    await server.close();
  }
}

test('a reload and a browser that is killed in the middle of a stroke come back to the same place with every stroke', async ({
  page: desk,
}) => {
  test.setTimeout(180_000);
  await inHandOff(desk, async ({ page: first, server, tablet }) => {
    const staff = server.login('front-desk');
    await readEverything(first, birthDate);
    await draw(first);
    await first.reload();
    await unlock(first, staff);
    await expect(first.getByRole('button', { name: new RegExp(patient) })).toContainText('Begun');
    await handOver(first, patient);
    await expect(first.getByText('3 lines drawn')).toBeAttached();

    await drawSlowly(first);
    await tablet.kill();
    await tablet.start();
    const page = tablet.page();
    await page.goto(`${server.url}/tablet`);
    await unlock(page, staff);
    await handOver(page, patient);
    await expect(page.getByText('4 lines drawn')).toBeAttached();
  });
});

/** Begins a fourth stroke and goes on with it, without an end, until the tablet has kept some of it. */
async function drawSlowly(page: Page): Promise<void> {
  const box = await page.getByRole('img', { name: /^Signature field/ }).boundingBox();
  if (!box) throw new Error('no field to sign in');
  await page.mouse.move(box.x + 20, box.y + 30);
  await page.mouse.down();
  let along = 20;
  await expect(async () => {
    along += 10;
    await page.mouse.move(box.x + along, box.y + 30);
    await expect(page.getByText('4 lines drawn')).toBeAttached({ timeout: 50 });
  }).toPass({ intervals: [50] });
}

test('a declination is sealed, stored and answered like a consent, and makes no account', async ({ page: desk }) => {
  test.setTimeout(90_000);
  await inHandOff(desk, async ({ page, server }) => {
    await page.getByRole('button', { name: 'Begin' }).click();
    await confirmBirthDate(page, birthDate);
    await page.getByRole('button', { name: 'I do not want this' }).click();
    await page.getByRole('button', { name: 'Say no and finish' }).click();
    await expect(page.getByText('Please choose a reason.')).toBeVisible();
    await page.getByRole('radio', { name: 'I am worried about the cost' }).check();
    await page.getByLabel(/Anything else/).fill('My second insurance?\n💊 {{note}}');
    await page.getByRole('button', { name: 'Say no and finish' }).click();
    await expect(page.getByRole('heading', { name: 'Thank you for telling us' })).toBeVisible();
    await expect(page.getByText('Safe at the practice')).toBeVisible({ timeout: 30_000 });
    expect(server.query<{ kind: string }>('select kind from consent')).toEqual([{ kind: 'declination' }]);
    expect(server.query('select id from account')).toHaveLength(0);
  });
});

test('invariant 10: no request leaves for any host but the practice’s server', async ({ page: desk }) => {
  test.setTimeout(120_000);
  await inHandOff(desk, async ({ page, server, tablet }) => {
    const asked = new Set<string>();
    tablet.context().on('request', (request) => asked.add(new URL(request.url()).origin));
    await page.reload();
    await unlock(page, server.login('front-desk'));
    await handOver(page, patient);
    await readEverything(page, birthDate);
    expect([...asked]).toEqual([server.url]);
  });
});
