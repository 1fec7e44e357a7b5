import { test, expect, type Page } from '@playwright/test';
import { withHandedOff } from '../harness/handedOff.ts';
import { begin, confirmBirthDate, draw, readEverything, typePin } from '../harness/tabletScreens.ts';

const name = 'Margaret Whitfield';
const birthDate = '1947-03-09';
const covered = (page: Page) => page.getByRole('heading', { name: 'This screen is covered' });
const warned = (page: Page) => page.getByText('Are you still there?');

/** A clock that the test moves: nobody waits for two minutes. */
const before = async (page: Page): Promise<void> => {
  await page.clock.install();
};

test('after 90 s without a touch it warns, and one tap goes on', async ({ page: desk }) => {
  test.setTimeout(90_000);
  await withHandedOff(desk, { name, before }, async ({ page }) => {
    await begin(page, birthDate);
    // The clock goes on by itself too, so that each step leaves room for a slow machine.
    await page.clock.runFor(60_000);
    await expect(warned(page)).toHaveCount(0);
    await page.clock.runFor(31_000);
    await expect(page.getByRole('alert').filter({ hasText: 'Are you still there?' })).toBeVisible();
    await page.getByRole('button', { name: 'I am still here' }).click();
    await expect(warned(page)).toHaveCount(0);
    // A key and scrolling count as much as a touch.
    for (const sign of [() => page.keyboard.press('Tab'), () => page.mouse.wheel(0, 200)]) {
      await page.clock.runFor(60_000);
      await sign();
    }
    await page.clock.runFor(60_000);
    await expect(warned(page)).toHaveCount(0);
    await page.clock.runFor(125_000);
    await expect(covered(page)).toBeVisible();
  });
});

test('the cover shows nothing private, and opens to the birth date at the same place with every stroke', async ({
  page: desk,
}) => {
  test.setTimeout(120_000);
  await withHandedOff(desk, { name, before }, async ({ page }) => {
    await readEverything(page, birthDate);
    await draw(page);
    await page.clock.runFor(125_000);
    await expect(covered(page)).toBeVisible();
    const html = await page.evaluate(() => document.title + document.body.outerHTML);
    for (const secret of ['Margaret', 'Whitfield', '1947', 'Ruiz', 'canvas', 'Chronic'])
      expect(html).not.toContain(secret);
    await page.mouse.click(400, 700);
    await page.keyboard.press('Escape');
    await expect(covered(page)).toBeVisible();
    await confirmBirthDate(page, '1950-01-01');
    await expect(page.getByText('You can try 2 more times.')).toBeVisible();
    await confirmBirthDate(page, birthDate);
    await expect(page.getByText('3 lines drawn')).toBeAttached();
  });
});

test('three wrong birth dates on the cover: only staff go on, and the patient’s place is kept', async ({
  page: desk,
}) => {
  test.setTimeout(120_000);
  await withHandedOff(desk, { name, before }, async ({ page, server }) => {
    await begin(page, birthDate);
    await page.clock.runFor(125_000);
    for (const wrong of ['1950-01-01', '1951-01-01', '1952-01-01']) await confirmBirthDate(page, wrong);
    await expect(page.getByLabel('Month')).toHaveCount(0);
    await expect(page.getByText('please give the iPad to the front desk')).toBeVisible();
    await page.getByRole('button', { name: 'Staff' }).click();
    await expect(page.getByText('Whitfield')).toHaveCount(0);
    const staff = server.login('front-desk');
    await page.getByRole('button', { name: staff.name }).click();
    await typePin(page, staff.pin);
    await expect(page.getByRole('button', { name: new RegExp(name) })).toContainText('Begun', { timeout: 20_000 });
  });
});

test('the thanks give way to the closing screen, which shows nothing of the patient', async ({ page: desk }) => {
  test.setTimeout(120_000);
  await withHandedOff(desk, { name, before }, async ({ page }) => {
    await readEverything(page, birthDate);
    await draw(page);
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByRole('button', { name: 'Sign and finish' }).click();
    await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible();
    await page.clock.runFor(61_000);
    await expect(page.getByRole('heading', { name: 'Please give the iPad back' })).toBeVisible();
    const html = await page.evaluate(() => document.documentElement.outerHTML);
    for (const secret of ['Margaret', 'Whitfield', '1947']) expect(html).not.toContain(secret);
    await expect(page.getByRole('button', { name: 'I changed my mind' })).toHaveCount(0);
  });
});
