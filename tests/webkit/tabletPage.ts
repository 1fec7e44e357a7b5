/** The tablet as staff and patients use it, by what they read on screen. */
import type { SampleLogin } from '../../src/contract/staffApi.ts';
import type { Page } from './page.ts';
import type { Stroke } from './strokes.ts';
import { until } from './until.ts';

/** Milliseconds: unlocking without a network stretches the PIN 600,000 times. */
const unlocking = { timeoutMs: 30_000 };

export async function pair(page: Page, url: string, code: string): Promise<void> {
  await page.goto(`${url}/tablet`);
  await page.fill('Code', code);
  await page.fill('Name of this iPad', 'Front desk 1');
  await page.click('button', 'Pair this iPad');
  await page.find('heading', 'This iPad is locked');
}

/** From a screen that asks for staff to the list of patients. */
export async function unlock(page: Page, who: SampleLogin): Promise<void> {
  await enterPin(page, who);
  await page.find('heading', 'Who is going to sign?', unlocking);
}

async function enterPin(page: Page, who: SampleLogin): Promise<void> {
  await page.click('button', who.name, unlocking);
  for (const digit of who.pin) await page.click('button', digit);
}

/** Resolves when the page would open without a server. */
export async function waitForWorker(page: Page): Promise<void> {
  await page.waitFor('the worker to serve the page', () => navigator.serviceWorker.controller !== null);
}

/** From the list of patients to this patient's own screens. */
export async function handOver(page: Page, name: string): Promise<void> {
  await page.click('button', invitationOf(name));
  await page.find('heading', `Hand the iPad to ${name}`);
  await page.click('button', /^Hand over/);
  await page.find('button', 'Staff');
}

/** From the patient's screens back to the list. */
export async function takeBack(page: Page, who: SampleLogin): Promise<void> {
  await page.click('button', 'Staff');
  await enterPin(page, who);
  await page.click('button', 'Back to the list', unlocking);
  await page.find('heading', 'Who is going to sign?');
}

/** From the greeting to the first part of the form. `birthDate` is `YYYY-MM-DD`. */
export async function begin(page: Page, birthDate: string): Promise<void> {
  const [year = '', month = '', day = ''] = birthDate.split('-');
  await page.click('button', 'Begin');
  await page.fill('Month', month);
  await page.fill('Day', day);
  await page.fill('Year', year);
  await page.click('button', 'Confirm');
  await page.find('heading', 'Which language do you want to read?');
  await goOn(page);
  await page.find('heading', 'How this works');
  await goOn(page);
}

/** Goes on, and resolves when the next screen is there. */
async function goOn(page: Page): Promise<void> {
  const before = await title(page);
  await page.click('button', 'Go on');
  await until(`another screen than "${before}"`, async () => (await title(page)) !== before || undefined);
}

const howToSign = 'How do you want to sign?';

/** Ticks this part, or answers this question, and goes on. */
export async function readOne(page: Page): Promise<void> {
  // Drawing is what the choice of how to sign begins with.
  if ((await title(page)) === howToSign) return goOn(page);
  const [answer] = await page.names('radio');
  if (answer === undefined) {
    await page.click('checkbox');
  } else {
    await page.click('radio', answer);
    await page.click('button', 'Check');
  }
  await goOn(page);
}

/** From anywhere in the form to the field to sign in. */
export async function readOn(page: Page): Promise<void> {
  while ((await title(page)) !== 'Your signature') await readOne(page);
}

/** A name in three waves, one stroke each. */
export const signature: Stroke[] = [0.1, 0.4, 0.7].map((left) =>
  Array.from({ length: 10 }, (_, i) => ({ x: left + 0.02 * i, y: 0.5 + 0.25 * Math.sin(i) })),
);

/**
 * Draws with a pen that presses, by events made in the page: WebKitGTK passes nothing on of a WebDriver's pen once its
 * `pointerdown` was prevented, as the field's is (measured, 2.50.6; a mouse is passed on).
 */
export async function drawWithPen(page: Page, strokes: Stroke[] = signature, lines = strokes.length): Promise<void> {
  await movePen(page, strokes);
  await page.waitForText(linesDrawn(lines));
}

/** The same, without waiting for what the screen says of it. */
export async function movePen(page: Page, strokes: Stroke[]): Promise<void> {
  const canvas = await page.find('image', signatureField);
  await page.run(makePenEvents, canvas, strokes);
}

const signatureField = /^Signature field/;

/** Runs in the page: one sample a frame, pressing harder along each stroke. */
async function makePenEvents(canvas: Element, strokes: Stroke[]): Promise<void> {
  canvas.scrollIntoView({ block: 'center', behavior: 'instant' });
  const box = canvas.getBoundingClientRect();
  const send = (type: string, { x, y }: Stroke[number], pressure: number): void => {
    const at = { clientX: box.x + x * box.width, clientY: box.y + y * box.height };
    const pen = { pointerType: 'pen', pointerId: 7, isPrimary: true, tiltX: 30, tiltY: -10, pressure };
    const button = { button: type === 'pointermove' ? -1 : 0, buttons: type === 'pointerup' ? 0 : 1 };
    canvas.dispatchEvent(
      new PointerEvent(type, { ...pen, ...at, ...button, bubbles: true, cancelable: true, composed: true }),
    );
  };
  for (const stroke of strokes) {
    for (const [i, point] of stroke.entries()) {
      send(i === 0 ? 'pointerdown' : 'pointermove', point, (i + 1) / (stroke.length + 1));
      await new Promise((frame) => requestAnimationFrame(frame));
    }
    send('pointerup', stroke.at(-1) ?? { x: 0, y: 0 }, 0);
  }
}

export function linesDrawn(count: number): string {
  return count === 1 ? '1 line drawn' : `${count} lines drawn`;
}

/** From the field to sign in to the last look before it counts. */
export async function review(page: Page): Promise<void> {
  await goOn(page);
  await page.find('heading', 'Please check before you finish');
}

/** The heading of the screen. */
export async function title(page: Page): Promise<string> {
  return page.run(() => document.querySelector('h1')?.textContent ?? '');
}

/** A patient's row once its state is there: rows before that may still move. */
function invitationOf(name: string): RegExp {
  return new RegExp(`${RegExp.escape(name)}.*(Waiting|Begun)`);
}
