import { execFileSync } from 'node:child_process';
import { test, expect, type Page } from '@playwright/test';
import households from '../../server/sample/households.json' with { type: 'json' };
import { withHandedOff, type HandedOff } from '../harness/handedOff.ts';
import { begin, handOver, unlock } from '../harness/tabletScreens.ts';

const patient = 'Margaret Whitfield';
const otherNames = households.flatMap((household) => household.patient.last).filter((last) => last !== 'Whitfield');

/** What somebody does to get out, and what there is to be seen of it besides the place or the locked screen. */
type Escape = {
  by: string;
  attempt: (given: HandedOff) => Promise<unknown>;
  shows?: (given: HandedOff) => Promise<void>;
};

/** What the page is asked to let pass, and whether it did. Headless browsers do nothing by their own shortcuts. */
type Seen = {
  menus: number;
  menusOpened: number;
  dragged: number;
  keys: { key: string; prevented: boolean }[];
  touches: number;
};

/** A shortcut of the browser: the page sees to it that the browser does not. */
const shortcut = (keys: string): Omit<Escape, 'by'> => ({
  attempt: ({ page }) => page.keyboard.press(keys),
  async shows({ page }) {
    const last = (await seenBy(page)).keys.at(-1);
    expect(last, `${keys} arrived`).toMatchObject({ key: keys.split('+').at(-1) });
    expect(last?.prevented, `${keys} was prevented`).toBe(true);
  },
});

const escapes: Escape[] = [
  { by: 'back', attempt: ({ page }) => page.goBack() },
  { by: 'forward', attempt: ({ page }) => page.goForward() },
  { by: 'history.go', attempt: ({ page }) => page.evaluate(() => history.go(-1)) },
  { by: 'reload', attempt: ({ page }) => page.reload() },
  { by: 'the address of the console', attempt: ({ page, server }) => page.goto(`${server.url}/invitations`) },
  { by: 'the root address', attempt: ({ page, server }) => page.goto(server.url) },
  { by: 'a deep link', attempt: ({ page, server }) => page.goto(`${server.url}/tablet/queue?all=1#patients`) },
  { by: 'a change of the hash', attempt: ({ page }) => page.evaluate(() => (location.hash = '#staff')) },
  { by: 'the Escape key', attempt: ({ page }) => page.keyboard.press('Escape') },
  { by: 'select all and copy', attempt: selectAll, shows: nothingSelected },
  { by: 'a shortcut to print', ...shortcut('Control+p') },
  { by: 'a shortcut to save', ...shortcut('Control+s') },
  { by: 'a shortcut to reload', ...shortcut('Control+r') },
  { by: 'a shortcut to go back', ...shortcut('Alt+ArrowLeft') },
  { by: 'a shortcut to see the source', ...shortcut('Control+u') },
  { by: 'a shortcut to a new tab', ...shortcut('Control+t') },
  { by: 'a shortcut to the address', ...shortcut('Meta+l') },
  { by: 'F5', ...shortcut('F5') },
  { by: 'a long press', attempt: longPress, shows: noMenu },
  { by: 'the other mouse button', attempt: rightClick, shows: noMenu },
  { by: 'dragging text away', attempt: drag, shows: nothingSelected },
  { by: 'pulling down to reload', attempt: pullDown, shows: noPulling },
  { by: 'print', attempt: printsNothing },
  { by: 'two fingers', attempt: pinch, shows: nothingDone },
  { by: 'dropping a file on the page', attempt: dropFile },
  { by: 'the page that the browser keeps', attempt: keepAndBringBack, shows: isLocked },
  { by: 'turning the iPad', attempt: ({ page }) => page.setViewportSize({ width: 820, height: 1180 }) },
];

test('invariant 4: each way to escape leads to the same patient’s place, or to the locked screen', async ({
  page: desk,
}) => {
  test.setTimeout(240_000);
  await withHandedOff(desk, { name: patient, before: watch }, async (given) => {
    const { page, server } = given;
    await begin(page, '1947-03-09');
    const place = page.getByRole('heading', { name: 'Reading and signing on this screen' });
    const locked = page.getByRole('heading', { name: 'This iPad is locked' });
    await expect(place).toBeVisible();
    const ended: Record<string, string> = {};
    for (const { by, attempt, shows } of escapes) {
      await test.step(by, async () => {
        await attempt(given);
        await shows?.(given);
        await expect(place.or(locked)).toBeVisible();
        await showsNobodyElse(page);
        ended[by] = (await locked.isVisible()) ? 'locked' : 'same place';
        if (ended[by] === 'same place') return;
        await expect(page.getByText('Margaret')).toHaveCount(0);
        await unlock(page, server.login('front-desk'));
        await handOver(page, patient);
        await expect(place).toBeVisible();
      });
    }
    test.info().annotations.push({ type: 'escapes', description: JSON.stringify(ended) });
    expect(Object.keys(ended)).toHaveLength(escapes.length);
  });
});

test('a second tab and a restart show the locked screen, and nothing of the patient', async ({ page: desk }) => {
  test.setTimeout(120_000);
  await withHandedOff(desk, { name: patient }, async ({ page, server, tablet }) => {
    await begin(page, '1947-03-09');
    for (const address of ['/tablet', '/invitations', '/tablet/queue']) {
      const second = await tablet.context().newPage();
      await second.goto(server.url + address);
      await expect(second.getByRole('heading', { name: 'This iPad is locked' })).toBeVisible();
      await expect(second.getByText('Whitfield')).toHaveCount(0);
      await showsNobodyElse(second);
      await second.close();
    }
    await tablet.kill();
    await tablet.start();
    const restarted = tablet.page();
    await restarted.goto(`${server.url}/tablet`);
    await expect(restarted.getByRole('heading', { name: 'This iPad is locked' })).toBeVisible();
    await expect(restarted.getByText('Whitfield')).toHaveCount(0);
    await unlock(restarted, server.login('front-desk'));
    await handOver(restarted, patient);
    await expect(restarted.getByRole('heading', { name: 'Reading and signing on this screen' })).toBeVisible();
  });
});

async function showsNobodyElse(page: Page): Promise<void> {
  const html = await page.evaluate(() => document.documentElement.outerHTML);
  for (const name of otherNames) expect(html, name).not.toContain(name);
}

/** Remembers what came to the window: what nobody prevented by then, the browser would have done. */
async function watch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen: Seen = { menus: 0, menusOpened: 0, dragged: 0, keys: [], touches: 0 };
    Object.assign(window, { seen });
    window.addEventListener('contextmenu', (event) => {
      seen.menus += 1;
      if (!event.defaultPrevented) seen.menusOpened += 1;
    });
    window.addEventListener('dragstart', (event) => {
      if (!event.defaultPrevented) seen.dragged += 1;
    });
    window.addEventListener('keydown', ({ key, defaultPrevented }) => {
      if (!['Control', 'Alt', 'Meta', 'Shift'].includes(key)) seen.keys.push({ key, prevented: defaultPrevented });
    });
    window.addEventListener('touchstart', () => (seen.touches += 1), { passive: true });
  });
}

function seenBy(page: Page): Promise<Seen> {
  return page.evaluate(() => (window as unknown as { seen: Seen }).seen);
}

async function noMenu({ page }: HandedOff): Promise<void> {
  const { menus, menusOpened } = await seenBy(page);
  expect(menus, 'the browser asked for a menu').toBeGreaterThan(0);
  expect(menusOpened).toBe(0);
}

async function rightClick({ page }: HandedOff): Promise<void> {
  await page.locator('.clause-body p').first().click({ button: 'right' });
}

/** By the browser's own input: a finger that stays selects a word and asks for a menu. */
async function longPress({ page }: HandedOff): Promise<void> {
  const { x, y } = await middleOf(page, '.clause-body p');
  const before = (await seenBy(page)).touches;
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Input.synthesizeTapGesture', { x, y, duration: 1_500, gestureSourceType: 'touch' });
  expect((await seenBy(page)).touches).toBe(before + 1);
  await nothingSelected({ page });
  // Headless browsers open no menu by touch: what would ask for one is sent as the browser sends it.
  await page.locator('.clause-body p').first().dispatchEvent('contextmenu', { bubbles: true, cancelable: true });
}

async function selectAll({ page }: HandedOff): Promise<void> {
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
}

async function nothingSelected({ page }: Pick<HandedOff, 'page'>): Promise<void> {
  expect(await page.evaluate(() => String(getSelection()))).toBe('');
}

async function drag({ page }: HandedOff): Promise<void> {
  const { x, y } = await middleOf(page, '.clause-body p');
  await page.mouse.move(x - 200, y);
  await page.mouse.down();
  await page.mouse.move(x + 200, y + 60, { steps: 8 });
  await page.mouse.up();
}

async function pullDown({ page }: HandedOff): Promise<void> {
  const { x, y } = await middleOf(page, 'h1');
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
  for (let i = 1; i <= 10; i++)
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x, y: y + i * 40 }] });
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

async function noPulling({ page }: HandedOff): Promise<void> {
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).overscrollBehaviorY)).toBe('none');
}

/** What a printer would get, or a file to share. */
async function printsNothing({ page }: HandedOff): Promise<void> {
  const printed = execFileSync('pdftotext', ['-', '-'], { input: await page.pdf(), encoding: 'utf8' });
  expect(printed.trim()).toBe('');
}

/** Whoever needs the page larger may make it so (WCAG 1.4.4), and comes back from it. */
async function pinch({ page }: HandedOff): Promise<void> {
  await twoFingers(page, [20, 60, 100, 140]);
  await expect.poll(() => scaleOf(page)).toBeGreaterThan(1.2);
  await twoFingers(page, [140, 80, 40, 10]);
  await expect.poll(() => scaleOf(page)).toBe(1);
}

const scaleOf = (page: Page): Promise<number> => page.evaluate(() => visualViewport?.scale ?? 0);

/** Through these distances from the middle, in CSS pixels. */
async function twoFingers(page: Page, [start = 0, ...through]: number[]): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  const touchPoints = (apart: number) => [
    { x: 400 - apart, y: 300, id: 1 },
    { x: 400 + apart, y: 300, id: 2 },
  ];
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: touchPoints(start) });
  for (const apart of through)
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: touchPoints(apart) });
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

/** Nothing was ticked or selected by it. */
async function nothingDone(given: HandedOff): Promise<void> {
  await expect(given.page.getByRole('checkbox')).not.toBeChecked();
  await nothingSelected(given);
}

/** A browser that is not told otherwise shows the file instead of the page. */
async function dropFile({ page }: HandedOff): Promise<void> {
  const prevented = await page.evaluate(() => {
    const event = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: new DataTransfer() });
    document.body.dispatchEvent(event);
    return event.defaultPrevented;
  });
  expect(prevented).toBe(true);
}

/** As browsers do that keep a page for the way back: emptied as it is put away, loaded anew as it is brought out. */
async function keepAndBringBack({ page }: HandedOff): Promise<void> {
  const textAway = await page.evaluate(() => {
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    return document.body.textContent;
  });
  expect(textAway).toBe('');
  await page.evaluate(() => void window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
}

async function isLocked({ page }: HandedOff): Promise<void> {
  await expect(page.getByRole('heading', { name: 'This iPad is locked' })).toBeVisible();
}

async function middleOf(page: Page, selector: string): Promise<{ x: number; y: number }> {
  const box = await page.locator(selector).first().boundingBox();
  if (!box) throw new Error(`${selector} is not on screen`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
