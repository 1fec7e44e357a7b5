import { expect, type Page } from '@playwright/test';
import type { SampleLogin } from '../../src/contract/staffApi.ts';

/** The tablet as staff and patients use it, by what they read on screen. */

export async function pair(page: Page, url: string, code: string, name: string): Promise<void> {
  await page.goto(`${url}/tablet`);
  await page.getByLabel('Code').fill(code);
  await page.getByLabel('Name of this iPad').fill(name);
  await page.getByRole('button', { name: 'Pair this iPad' }).click();
  await expect(page.getByRole('heading', { name: 'This iPad is locked' })).toBeVisible();
}

export async function unlock(page: Page, who: SampleLogin): Promise<void> {
  await page.getByRole('button', { name: who.name }).click();
  await typePin(page, who.pin);
  await expect(page.getByRole('heading', { name: 'Who is going to sign?' })).toBeVisible({ timeout: 20_000 });
}

export async function typePin(page: Page, pin: string): Promise<void> {
  for (const digit of pin) await page.getByRole('button', { name: digit, exact: true }).click();
}

export function queueRow(page: Page, name: string) {
  return page.getByRole('button', { name: new RegExp(name) });
}

export async function handOver(page: Page, name: string): Promise<void> {
  await queueRow(page, name).click();
  await page.getByRole('button', { name: /^Hand over/ }).click();
  // In the patient's language.
  await expect(page.getByRole('button', { name: /^(Staff|Personal)$/ })).toBeVisible();
}

/** `birthDate` is `YYYY-MM-DD`. */
export async function confirmBirthDate(page: Page, birthDate: string): Promise<void> {
  await confirmBirthDateIn(page, birthDate, 'Confirm');
}

/** The same in any language: the button is named by its word. */
export async function confirmBirthDateIn(page: Page, birthDate: string, confirm: string): Promise<void> {
  const [year = '', month = '', day = ''] = birthDate.split('-');
  await page.locator('#birth-date-month').fill(month);
  await page.locator('#birth-date-day').fill(day);
  await page.locator('#birth-date-year').fill(year);
  await page.getByRole('button', { name: confirm }).click();
}

/** From the greeting to the first part of the form. */
export async function begin(page: Page, birthDate: string): Promise<void> {
  await page.getByRole('button', { name: 'Begin' }).click();
  await confirmBirthDate(page, birthDate);
  await expect(page.getByRole('heading', { name: 'Which language do you want to read?' })).toBeVisible();
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByRole('heading', { name: 'How this works' })).toBeVisible();
  await page.getByRole('button', { name: 'Go on' }).click();
}

/** From the greeting to the choice of how to sign, ticking every part and answering every question. */
export async function readToSigning(page: Page, birthDate: string): Promise<void> {
  await begin(page, birthDate);
  const way = page.getByRole('heading', { name: 'How do you want to sign?' });
  const heading = page.getByRole('heading', { level: 1 });
  for (let screens = 0; screens < 20 && !(await way.isVisible()); screens++) {
    const title = (await heading.textContent()) ?? '';
    const tick = page.getByRole('checkbox');
    if (await tick.isVisible()) {
      await tick.check();
    } else {
      await page.getByRole('radio').first().check();
      await page.getByRole('button', { name: 'Check', exact: true }).click();
    }
    await page.getByRole('button', { name: 'Go on' }).click();
    await expect(heading).not.toHaveText(title);
  }
  await expect(way).toBeVisible();
}

export type Way = 'Draw my signature' | 'Type my name' | 'Make a mark' | 'Someone signs for me';

export async function chooseWay(page: Page, way: Way): Promise<void> {
  await page.getByRole('radio', { name: way }).check();
  await page.getByRole('button', { name: 'Go on' }).click();
}

/** From the greeting to the field to sign in by drawing. */
export async function readEverything(page: Page, birthDate: string): Promise<void> {
  await readToSigning(page, birthDate);
  await chooseWay(page, 'Draw my signature');
  await expect(page.getByRole('heading', { name: 'Your signature' })).toBeVisible();
}

/** Draws a signature with the mouse: three strokes. */
export async function draw(page: Page): Promise<void> {
  const canvas = page.getByRole('img', { name: /^Signature field/ });
  await canvas.scrollIntoViewIfNeeded();
  const box = await canvas.boundingBox();
  if (!box) throw new Error('no field to sign in');
  for (const [fromX, toX] of [
    [0.1, 0.35],
    [0.4, 0.6],
    [0.65, 0.9],
  ] as const) {
    await page.mouse.move(box.x + box.width * fromX, box.y + box.height * 0.6);
    await page.mouse.down();
    for (let i = 1; i <= 12; i++) {
      const along = fromX + ((toX - fromX) * i) / 12;
      await page.mouse.move(box.x + box.width * along, box.y + box.height * (0.5 + 0.2 * Math.sin(i)));
    }
    await page.mouse.up();
  }
  await expect(page.getByText('3 lines drawn')).toBeAttached();
}

export async function nameWitness(page: Page, name = 'Keisha Brown'): Promise<void> {
  await page.getByLabel('Full name of the witness').fill(name);
  await page.getByLabel('Address of the witness').fill('12 Bay Street, Tampa, FL 33602');
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByRole('heading', { name: 'The witness signs' })).toBeVisible();
}

export async function nameRepresentative(page: Page, name = 'Thomas Whitfield'): Promise<void> {
  await page.getByLabel('Your full name').fill(name);
  await page.getByRole('radio', { name: 'Son or daughter' }).check();
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByRole('heading', { name: /^Why can .* not sign/ })).toBeVisible();
}

export async function sayWhy(page: Page): Promise<void> {
  await page.getByRole('radio', { name: /hard for them to understand/ }).check();
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByRole('heading', { name: 'Your signature' })).toBeVisible();
}

export async function finish(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByRole('heading', { name: 'Please check before you finish' })).toBeVisible();
  await page.getByRole('button', { name: 'Sign and finish' }).click();
  await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible();
}

export async function sign(page: Page, birthDate: string): Promise<void> {
  await readEverything(page, birthDate);
  await draw(page);
  await finish(page);
}
