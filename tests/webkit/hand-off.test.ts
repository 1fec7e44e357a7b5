import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Browser } from './browser.ts';
import { sightings, tracesOfOthers, watchFor } from './otherPatients.ts';
import type { Page } from './page.ts';
import { startSecureServer, type SecureServer } from './secureServer.ts';
import { pairingCode } from './staffDoor.ts';
import { describeWebKit } from './suite.ts';
import { begin, handOver, pair, readOne, takeBack, title, unlock, waitForWorker } from './tabletPage.ts';
import { until } from './until.ts';

const patient = { name: 'Margaret Whitfield', birthDate: '1947-03-09' };
const locked = 'This iPad is locked';

describeWebKit('a patient who has the tablet', (webkit) => {
  let server: SecureServer;
  let browser: Browser;
  let page: Page;
  let place: string;
  let profile: string;
  const startScript = watchFor(tracesOfOthers(patient));

  beforeAll(async () => {
    server = await startSecureServer();
    profile = await webkit().newProfile();
    browser = await webkit().open({ profile, startScript });
    ({ page } = browser);
    await pair(page, server.url, await pairingCode(server));
    await unlock(page, server.login('front-desk'));
    await waitForWorker(page);
    await page.find('button', /Robert Ashby Sr/);
    expect(await sightings(browser), 'the list of patients is noticed').toBeGreaterThan(0);
    await handOver(page, patient.name);
    await begin(page, patient.birthDate);
    await readOne(page);
    place = await title(page);
  });
  beforeEach(async () => {
    // A browser of its own for each: WebKitGTK slows down over many pages that were left (docs/gotchas.md).
    await browser.quit();
    browser = await webkit().open({ profile, startScript });
    ({ page } = browser);
    await page.goto(`${server.url}/tablet`);
    await goOnWherePatientWas();
  });
  afterAll(() => server?.close());

  /** Brings the patient's place back by what staff would do. */
  async function goOnWherePatientWas(): Promise<void> {
    if ((await arrived()) === locked) {
      await unlock(page, server.login('front-desk'));
      await handOver(page, patient.name);
    }
    expect(await title(page)).toBe(place);
  }

  /** Waits for the page to settle on one of the two screens it may settle on, and says which. */
  async function arrived(): Promise<string> {
    let shown = '';
    const look = async (): Promise<string | undefined> => {
      shown = await title(page);
      return [place, locked].find((allowed) => allowed === shown);
    };
    return until(`"${place}" or "${locked}"`, look, { explain: () => `There is: "${shown}".` });
  }

  /** Does something and says where it led; fails when anybody else came into sight on the way. */
  async function whereThisLeads(act: () => Promise<void>): Promise<string> {
    const before = await sightings(browser);
    await act();
    const where = await arrived();
    expect(await sightings(browser), 'sightings of other patients').toBe(before);
    return where;
  }

  /** Types an address that is not the present one; answers how to get back from the hand-off that follows to the page that was left. */
  async function leaveFor(path: string): Promise<() => Promise<void>> {
    await page.goto(server.url + path);
    const entries = await page.run(() => history.length);
    return async () => go(entries - (await page.run(() => history.length)) - 1);
  }

  /** As pressing "back" or "forward" several times at once does; resolves on another page. */
  async function go(steps: number): Promise<void> {
    const left = await page.run(() => performance.timeOrigin);
    await page.run((n) => history.go(n), steps);
    await page.waitFor('another page', (before) => performance.timeOrigin !== before, left);
  }

  it('gets to the locked screen by loading the page again', async () => {
    expect(await whereThisLeads(() => page.reload())).toBe(locked);
  });

  it.each(['/', '/invitations', '/tablet', '/tablet/x', '/setup'])(
    'gets to the locked screen by typing %s',
    async (path) => {
      expect(await whereThisLeads(() => page.goto(server.url + path))).toBe(locked);
    },
  );

  it('gets nowhere else by going back and forth in the history', async () => {
    await page.goto(`${server.url}/invitations`);
    await goOnWherePatientWas();
    await whereThisLeads(() => browser.driver.navigate().back());
    await whereThisLeads(() => browser.driver.navigate().forward());
    await whereThisLeads(() => go(-2));
    await whereThisLeads(() => go(1));
  });

  it('does not get back to a list of patients that staff left open', async () => {
    await takeBack(page, server.login('front-desk'));
    const back = await leaveFor('/invitations/list');
    await goOnWherePatientWas();
    expect(await whereThisLeads(back)).toBe(locked);
  });

  it('does not get back to the form of whoever had the tablet before', async () => {
    const back = await leaveFor('/invitations/form');
    await unlock(page, server.login('front-desk'));
    await handOver(page, 'Ezekiel Freeman');
    await back();
    expect(await arrived()).toBe(locked);
  });

  it('finds the locked screen in a second window, and their own place in the first', async () => {
    const before = await sightings(browser);
    const first = await browser.driver.getWindowHandle();
    await page.run(() => void window.open('/'));
    const second = await until('a second window', async () =>
      (await browser.driver.getAllWindowHandles()).find((handle) => handle !== first),
    );
    await browser.driver.switchTo().window(second);
    await page.find('heading', locked);
    expect(await sightings(browser)).toBe(before);
    await browser.driver.switchTo().window(first);
    expect(await arrived()).toBe(place);
  });
});
