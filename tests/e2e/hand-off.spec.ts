import { test, expect, type Page } from '@playwright/test';
import households from '../../server/sample/households.json' with { type: 'json' };
import { logIn, pairingCode } from '../harness/consoleScreens.ts';
import { startServer, type TestServer } from '../harness/server.ts';
import { confirmBirthDate, handOver, pair, readEverything, draw, unlock } from '../harness/tabletScreens.ts';
import { startTablet, type TabletBrowser } from '../harness/tabletBrowser.ts';

const patient = 'Margaret Whitfield';
const birthDate = '1947-03-09';
const otherNames = households.flatMap((household) => household.patient.last).filter((last) => last !== 'Whitfield');

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

async function showsNobodyElse(page: Page): Promise<void> {
  const html = await page.evaluate(() => document.documentElement.outerHTML);
  for (const name of otherNames) expect(html, name).not.toContain(name);
}

const escapes: [name: string, attempt: (given: Given) => Promise<unknown>][] = [
  ['reload', ({ page }) => page.reload()],
  ['the address of the console', ({ page, server }) => page.goto(`${server.url}/invitations`)],
  ['a deep link', ({ page, server }) => page.goto(`${server.url}/tablet/queue?all=1#patients`)],
  ['back', ({ page }) => page.goBack()],
  ['forward', ({ page }) => page.goForward()],
  ['the Escape key', ({ page }) => page.keyboard.press('Escape')],
];

test('invariant 4: no way out of a hand-off shows another patient', async ({ page: desk }) => {
  test.setTimeout(120_000);
  await inHandOff(desk, async (given) => {
    const { page, server } = given;
    await showsNobodyElse(page);
    const place = page.getByRole('heading', { name: 'Hello, Margaret' });
    const locked = page.getByRole('heading', { name: 'This iPad is locked' });
    for (const [name, attempt] of escapes) {
      await test.step(name, async () => {
        await attempt(given);
        await expect(place.or(locked)).toBeVisible();
        await showsNobodyElse(page);
        if (await locked.isVisible()) {
          await unlock(page, server.login('front-desk'));
          await handOver(page, patient);
        }
      });
    }
    const second = await given.tablet.context().newPage();
    await second.goto(`${server.url}/tablet`);
    await expect(second.getByRole('heading', { name: 'This iPad is locked' })).toBeVisible();
    await showsNobodyElse(second);
  });
});

test('a reload in the middle of signing comes back, after staff’s PIN, to the same place with every stroke', async ({
  page: desk,
}) => {
  test.setTimeout(120_000);
  await inHandOff(desk, async ({ page, server }) => {
    await readEverything(page, birthDate);
    await draw(page);
    await page.reload();
    await unlock(page, server.login('front-desk'));
    await expect(page.getByRole('button', { name: new RegExp(patient) })).toContainText('Begun');
    await handOver(page, patient);
    await expect(page.getByText('3 lines drawn')).toBeAttached();
  });
});

test('three wrong birth dates: please ask the front desk, and nothing more is shown', async ({ page: desk }) => {
  await inHandOff(desk, async ({ page }) => {
    await page.getByRole('button', { name: 'Begin' }).click();
    for (const wrong of ['1950-01-01', '1951-01-01', '1952-01-01']) await confirmBirthDate(page, wrong);
    await expect(page.getByRole('heading', { name: 'Please ask the front desk' })).toBeVisible();
    await page.reload();
    await expect(page.getByText(patient)).toHaveCount(0);
  });
});

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
