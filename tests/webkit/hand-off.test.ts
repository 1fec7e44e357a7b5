import { Key } from 'selenium-webdriver';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { startServer, type TestServer } from '../harness/server.ts';
import type { Browser } from './browser.ts';
import { sightings, tracesOfOthers, watchFor } from './otherPatients.ts';
import type { Page } from './page.ts';
import { pairingCode } from './staffDoor.ts';
import { describeWebKit } from './suite.ts';
import { begin, handOver, pair, readOne, takeBack, title, unlock, waitForWorker } from './tabletPage.ts';
import { until } from './until.ts';

const patient = { name: 'Margaret Whitfield', birthDate: '1947-03-09' };
const locked = 'This iPad is locked';

describeWebKit('a patient who has the tablet', (webkit) => {
  let server: TestServer;
  let profile: string;
  let browser: Browser;
  let page: Page;
  let place: string;

  const open = async (): Promise<void> => {
    const startScript = watchFor(tracesOfOthers(patient)) + watchEscapes;
    browser = await webkit().open({ profile, startScript });
    ({ page } = browser);
  };
  beforeAll(async () => {
    server = await startServer();
    profile = await webkit().newProfile();
    await open();
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
  beforeEach(goOnWherePatientWas);
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
  async function whereThisLeads(act: () => Promise<unknown>): Promise<string> {
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
    return async () => {
      // Only then is the last entry there: a step less would not leave the page.
      await page.waitFor('the lock', () => document.documentElement.classList.contains('handed-off'));
      await go(entries - (await page.run(() => history.length)) - 1);
    };
  }

  /** As pressing "back" or "forward" several times at once does; resolves on another page. */
  async function go(steps: number): Promise<void> {
    const left = await page.run(() => performance.timeOrigin);
    await page.run((n) => history.go(n), steps);
    await page.waitFor('another page', (before) => performance.timeOrigin !== before, left);
  }

  const typed = (path: string): Escape => [`typing ${path}`, locked, () => page.goto(server.url + path)];
  const pressed = (by: string, ...keys: string[]): Escape => [by, 'their place', () => pressTogether(browser, keys)];

  it.each<Escape>([
    ['loading the page again', locked, () => page.reload()],
    ...['/', '/invitations', '/tablet', '/tablet/queue?all=1#patients', '/setup'].map(typed),
    ['back', 'either', () => browser.driver.navigate().back()],
    ['forward', 'either', () => browser.driver.navigate().forward()],
    ['a change of the hash', 'either', () => page.run(() => void (location.hash = '#staff'))],
    ['the other mouse button', 'their place', rightClick],
    ['dragging text away', 'their place', drag],
    pressed('the Escape key', Key.ESCAPE),
    pressed('F5', Key.F5),
    pressed('a shortcut to reload', Key.CONTROL, 'r'),
    pressed('a shortcut to print', Key.CONTROL, 'p'),
    pressed('a shortcut to go back', Key.ALT, Key.ARROW_LEFT),
    pressed('a shortcut to select all', Key.CONTROL, 'a'),
  ])('invariant 4: gets nowhere by %s (leads to: %s)', async (_, leadsTo, attempt) => {
    const where = await whereThisLeads(attempt);
    if (leadsTo !== 'either') expect(where).toBe(leadsTo === locked ? locked : place);
    expect(await page.run(() => String(getSelection())), 'selected').toBe('');
    expect(await page.run(() => (window as unknown as Watched).notPrevented)).toEqual([]);
  });

  async function rightClick(): Promise<void> {
    await browser.driver
      .actions()
      .contextClick(await page.find('heading', place))
      .perform();
    await page.waitFor('the browser to ask for a menu', () => (window as unknown as Watched).menusAsked > 0);
  }

  async function drag(): Promise<void> {
    const heading = await page.find('heading', place);
    await browser.driver.actions().dragAndDrop(heading, { x: 200, y: 60 }).perform();
  }

  it('finds the locked screen after a crash and a restart', async () => {
    await browser.kill();
    await open();
    await page.goto(`${server.url}/tablet`);
    expect(await arrived()).toBe(locked);
    expect(await page.text()).not.toContain('Margaret');
    expect(await sightings(browser), 'sightings of other patients').toBe(0);
  });

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

/** What somebody does to get out, where it has to lead, and how it is done. */
type Escape = [by: string, leadsTo: string, attempt: () => Promise<unknown>];

type Watched = { menusAsked: number; notPrevented: string[] };

/** A start script: keeps what the page left to the browser to do, by the end of each event's way. */
const watchEscapes = `
  window.menusAsked = 0;
  window.notPrevented = [];
  for (const type of ['contextmenu', 'dragstart'])
    window.addEventListener(type, (event) => {
      if (type === 'contextmenu') window.menusAsked += 1;
      if (!event.defaultPrevented && document.querySelector('.handed-off')) window.notPrevented.push(type);
    });
  window.addEventListener('keydown', (event) => {
    const shortcut = event.ctrlKey || event.altKey;
    if (shortcut && !['Control', 'Alt'].includes(event.key) && !event.defaultPrevented) window.notPrevented.push(event.key);
  });`;

async function pressTogether({ driver }: Browser, keys: string[]): Promise<void> {
  const actions = driver.actions();
  for (const key of keys) actions.keyDown(key);
  for (const key of keys.toReversed()) actions.keyUp(key);
  await actions.perform();
}
