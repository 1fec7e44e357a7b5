/** Drawing with a pen, a finger or a mouse, by WebDriver's pointer actions. */
import type { WebDriver, WebElement } from 'selenium-webdriver';
import { Command, Name } from 'selenium-webdriver/lib/command.js';

/** A place on the thing drawn on: (0, 0) is its top left corner, (1, 1) its bottom right one. */
export interface Point {
  x: number;
  y: number;
}

/** Pointer down at the first point, through the others, up at the last. */
export type Stroke = Point[];

/** WebKitGTK gives a pen pressure 1 when it comes down and 0 as it moves, and passes a touch off as a mouse. */
export type PointerType = 'pen' | 'touch' | 'mouse';

/** Time between two points, in milliseconds: what a screen of 60 frames a second reports. */
const stepMs = 16;

/** Scrolls the element into view and draws on it, stroke by stroke; resolves when the last pointer is up. */
export async function drawStrokes(
  driver: WebDriver,
  element: WebElement,
  strokes: Stroke[],
  pointer: PointerType,
): Promise<void> {
  const box = await driver.executeScript<{ x: number; y: number; width: number; height: number }>((target: Element) => {
    target.scrollIntoView({ block: 'center', behavior: 'instant' });
    return target.getBoundingClientRect().toJSON();
  }, element);
  const place = ({ x, y }: Point) => ({
    origin: 'viewport',
    x: Math.round(box.x + x * box.width),
    y: Math.round(box.y + y * box.height),
  });
  for (const [first, ...rest] of strokes) {
    if (!first) continue;
    const actions = [
      { type: 'pointerMove', duration: 0, ...place(first) },
      { type: 'pointerDown', button: 0 },
      ...rest.map((point) => ({ type: 'pointerMove', duration: stepMs, ...place(point) })),
      { type: 'pointerUp', button: 0 },
    ];
    const source = { type: 'pointer', id: pointer, parameters: { pointerType: pointer }, actions };
    await driver.execute(new Command(Name.ACTIONS).setParameter('actions', [source]));
  }
}
