import { expect, type CDPSession, type Locator, type Page } from '@playwright/test';

/** Ink as an iPad's hand makes it: a pen with pressure and tilt, or a finger, by the browser's own input (CDP). */

type Spot = { x: number; y: number };

const strokes: readonly (readonly [from: number, to: number])[] = [
  [0.1, 0.35],
  [0.4, 0.6],
  [0.65, 0.9],
];

/** Three strokes by a pen that presses ever harder and is tilted. */
export async function drawWithPen(page: Page, field: Locator): Promise<void> {
  await drawWith(page, field, async (cdp, type, { x, y }, force) => {
    const kind = { start: 'mousePressed', move: 'mouseMoved', end: 'mouseReleased' } as const;
    await cdp.send('Input.dispatchMouseEvent', {
      type: kind[type],
      x,
      y,
      button: 'left',
      buttons: type === 'end' ? 0 : 1,
      clickCount: 1,
      pointerType: 'pen',
      force,
      tiltX: 30,
      tiltY: -10,
    });
  });
}

/** The same by a finger. */
export async function drawWithFinger(page: Page, field: Locator): Promise<void> {
  await drawWith(page, field, async (cdp, type, { x, y }, force) => {
    const kind = { start: 'touchStart', move: 'touchMove', end: 'touchEnd' } as const;
    await cdp.send('Input.dispatchTouchEvent', {
      type: kind[type],
      touchPoints: type === 'end' ? [] : [{ x, y, force, radiusX: 8, radiusY: 8 }],
    });
  });
}

type Send = (cdp: CDPSession, type: 'start' | 'move' | 'end', at: Spot, force: number) => Promise<void>;

async function drawWith(page: Page, field: Locator, send: Send): Promise<void> {
  await field.scrollIntoViewIfNeeded();
  const box = await field.boundingBox();
  if (!box) throw new Error('no field to sign in');
  const cdp = await page.context().newCDPSession(page);
  for (const [from, to] of strokes) {
    const spot = (i: number): Spot => ({
      x: box.x + box.width * (from + ((to - from) * i) / 12),
      y: box.y + box.height * (0.5 + 0.2 * Math.sin(i)),
    });
    await send(cdp, 'start', spot(0), 0.2);
    for (let i = 1; i <= 12; i++) await send(cdp, 'move', spot(i), 0.2 + 0.05 * i);
    await send(cdp, 'end', spot(12), 0);
  }
  await cdp.detach();
  await expect(page.getByText(/^3 (lines drawn|líneas dibujadas)$/)).toBeAttached();
}
