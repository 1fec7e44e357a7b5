import { test, expect, type Page } from '@playwright/test';
import { withHandedOff } from '../harness/handedOff.ts';
import { confirmBirthDate, draw, readEverything, typePin } from '../harness/tabletScreens.ts';

const name = 'Margaret Whitfield';
const birthDate = '1947-03-09';
const covered = (page: Page) => page.getByRole('heading', { name: 'This screen is covered' });
const everyStroke = (page: Page) => page.getByText('3 lines drawn');

test('a rest is warned of, then covered with nothing private, and birth date or staff go on with every stroke', async ({
  page: desk,
}) => {
  test.setTimeout(180_000);
  // A clock that the test moves: nobody waits for two minutes.
  const before = async (page: Page): Promise<void> => page.clock.install();
  await withHandedOff(desk, { name, before }, async ({ page, server }) => {
    await readEverything(page, birthDate);
    await draw(page);
    // The clock goes on by itself too, so that each step leaves room for a slow machine.
    await page.clock.runFor(91_000);
    await expect(page.getByRole('alert').filter({ hasText: 'Are you still there?' })).toBeVisible();
    await page.getByRole('button', { name: 'I am still here' }).click();
    await expect(page.getByText('Are you still there?')).toHaveCount(0);

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
    await expect(everyStroke(page)).toBeAttached();

    await page.clock.runFor(125_000);
    for (const wrong of ['1950-01-01', '1951-01-01', '1952-01-01']) await confirmBirthDate(page, wrong);
    await expect(page.getByLabel('Month')).toHaveCount(0);
    await expect(page.getByText('please give the iPad to the front desk')).toBeVisible();
    await page.getByRole('button', { name: 'Staff' }).click();
    await expect(page.getByText('Whitfield')).toHaveCount(0);
    const staff = server.login('front-desk');
    await page.getByRole('button', { name: staff.name }).click();
    await typePin(page, staff.pin);
    await page.getByRole('button', { name: 'Go on with Margaret' }).click();
    await expect(everyStroke(page)).toBeAttached();
  });
});
