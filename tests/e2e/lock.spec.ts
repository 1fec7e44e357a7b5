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

const press =
  (keys: string) =>
  ({ page }: HandedOff): Promise<void> =>
    page.keyboard.press(keys);

const escapes: Escape[] = [
  { by: 'back', attempt: ({ page }) => page.goBack() },
  { by: 'forward', attempt: ({ page }) => page.goForward() },
  { by: 'history.go', attempt: ({ page }) => page.evaluate(() => history.go(-1)) },
  { by: 'reload', attempt: ({ page }) => page.reload() },
  { by: 'the address of the console', attempt: ({ page, server }) => page.goto(`${server.url}/invitations`) },
  { by: 'the root address', attempt: ({ page, server }) => page.goto(server.url) },
  { by: 'a deep link', attempt: ({ page, server }) => page.goto(`${server.url}/tablet/queue?all=1#patients`) },
  { by: 'a change of the hash', attempt: ({ page }) => page.evaluate(() => (location.hash = '#staff')) },
  { by: 'the Escape key', attempt: press('Escape') },
  { by: 'select all and copy', attempt: selectAll, shows: nothingSelected },
  { by: 'a shortcut to print', attempt: press('Control+p') },
  { by: 'a shortcut to save', attempt: press('Control+s') },
  { by: 'a shortcut to reload', attempt: press('Control+r') },
  { by: 'a shortcut to go back', attempt: press('Alt+ArrowLeft') },
  { by: 'a shortcut to see the source', attempt: press('Control+u') },
  { by: 'F5', attempt: press('F5') },
  { by: 'a long press', attempt: longPress, shows: noMenu },
  { by: 'the other mouse button', attempt: rightClick, shows: noMenu },
  { by: 'dragging text away', attempt: drag, shows: nothingSelected },
  { by: 'pulling down to reload', attempt: pullDown, shows: noPulling },
  { by: 'print', attempt: print, shows: printsNothing },
  { by: 'two fingers', attempt: pinch },
  { by: 'dropping a file on the page', attempt: dropFile },
  { by: 'hiding and showing the page', attempt: hideAndShow },
  { by: 'turning the iPad', attempt: ({ page }) => page.setViewportSize({ width: 820, height: 1180 }) },
];

test('invariant 4: each way to escape leads to the same patient’s place, or to the locked screen', async ({
  page: desk,
}) => {
  test.setTimeout(240_000);
  await withHandedOff(desk, { name: patient, before: watchMenus }, async (given) => {
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

/** Remembers whether a menu would have opened: what nobody prevented by the end of the event's way. */
async function watchMenus(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen = { asked: 0, opened: 0, dragged: 0 };
    Object.assign(window, { seen });
    window.addEventListener('contextmenu', (event) => {
      seen.asked += 1;
      if (!event.defaultPrevented) seen.opened += 1;
    });
    window.addEventListener('dragstart', (event) => {
      if (!event.defaultPrevented) seen.dragged += 1;
    });
  });
}

async function noMenu({ page }: HandedOff): Promise<void> {
  const seen = await page.evaluate(() => (window as unknown as { seen: { asked: number; opened: number } }).seen);
  expect(seen.asked, 'the browser asked for a menu').toBeGreaterThan(0);
  expect(seen.opened).toBe(0);
}

async function rightClick({ page }: HandedOff): Promise<void> {
  await page.locator('.clause-body p').first().click({ button: 'right' });
}

async function longPress({ page }: HandedOff): Promise<void> {
  const { x, y } = await middleOf(page, '.clause-body p');
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
  await page.waitForTimeout(1_200);
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  // Headless browsers open no menu by touch: what would ask for one is sent as the browser sends it.
  await page.locator('.clause-body p').first().dispatchEvent('contextmenu', { bubbles: true, cancelable: true });
}

async function selectAll({ page }: HandedOff): Promise<void> {
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
}

async function nothingSelected({ page }: HandedOff): Promise<void> {
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

async function print({ page }: HandedOff): Promise<void> {
  await page.evaluate(() => window.print());
}

async function printsNothing({ page }: HandedOff): Promise<void> {
  const printed = execFileSync('pdftotext', ['-', '-'], { input: await page.pdf(), encoding: 'utf8' });
  expect(printed.trim()).toBe('');
}

async function pinch({ page }: HandedOff): Promise<void> {
  const { x, y } = await middleOf(page, '.clause-body');
  const cdp = await page.context().newCDPSession(page);
  const two = (apart: number) => [
    { x: x - apart, y, id: 1 },
    { x: x + apart, y, id: 2 },
  ];
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: two(20) });
  for (const apart of [60, 100])
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: two(apart) });
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
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

async function hideAndShow({ page, tablet }: HandedOff): Promise<void> {
  const other = await tablet.context().newPage();
  await other.bringToFront();
  await other.close();
  await page.bringToFront();
}

async function middleOf(page: Page, selector: string): Promise<{ x: number; y: number }> {
  const box = await page.locator(selector).first().boundingBox();
  if (!box) throw new Error(`${selector} is not on screen`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
