import { test, expect as atOnce, type Page } from '@playwright/test';
import AxeBuilder from '@axe-core/playwright';
import { logIn } from '../harness/consoleScreens.ts';
import { startServer, type TestServer } from '../harness/server.ts';

/** Two pages and a server share the cores of a test machine: what is at once for a person may take longer here. */
const expect = atOnce.configure({ timeout: 20_000 });

/** The administrator writes a new version of the form, on the real server. */

let server: TestServer;
test.beforeEach(async ({ page }) => {
  test.setTimeout(180_000);
  server = await startServer();
  await logIn(page, server.url, server.login('administrator'));
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: 'Form' }).click();
});
test.afterEach(() => server.close());

const shot = (page: Page, name: string) =>
  process.env.SHOTS ? page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true }) : undefined;

async function begin(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Read version 2026-1' }).click();
  await expect(page.getByRole('heading', { name: 'Version 2026-1' })).toBeVisible();
  await page.getByRole('button', { name: 'Make a new version from this one' }).click();
  await expect(page.getByRole('heading', { name: 'New version' })).toBeVisible();
}

const part = (page: Page, name: string) => page.locator('summary', { hasText: name });

test('a version is read as a patient reads it, in each language', async ({ page }) => {
  await shot(page, 'forms-list');
  await page.getByRole('link', { name: 'Read version 2026-1' }).click();
  await expect(page.getByText('Medicare Part B helps pay for CCM.')).toBeVisible();
  await page.getByRole('group', { name: 'Language of the form' }).getByRole('button', { name: 'Spanish' }).click();
  const spanish = page.getByText('La Parte B de Medicare ayuda a pagar el CCM.');
  await expect(spanish).toBeVisible();
  await expect(spanish).toHaveAttribute('lang', 'es');
  await expect(page.getByText('{practitioner}')).toHaveCount(0);
  await shot(page, 'forms-read');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test('a new version is written, put right, and used from now on', async ({ page }) => {
  await begin(page);
  await part(page, 'What it may cost you').click();
  const text = page.getByLabel('Text, English');
  const before = await text.inputValue();
  await text.fill(before.replaceAll('deductible', 'yearly amount').replaceAll('{practicePhone}', '{phone}'));
  await expect(page.getByText('2 things have to be put right first')).toBeVisible();
  await expect(page.getByRole('link', { name: /Looked for: “deductible”/ })).toBeVisible();
  await expect(page.getByText('{phone} is no name that can be filled in').first()).toBeVisible();
  await shot(page, 'forms-problems');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await expect(page.getByRole('button', { name: 'Use this version from now on' })).toBeHidden();

  await text.fill(before.replace('Your plan can tell you.', 'Ask your plan.'));
  await expect(page.getByText('Nothing has to be put right.')).toBeVisible();
  await expect(page.getByText(/^Saved/)).toBeVisible();

  await page.reload();
  await part(page, 'What it may cost you').click();
  await expect(page.getByLabel('Text, English')).toHaveValue(/Ask your plan\./);
  await page.getByLabel('Name of this version').fill('2026-2');
  await page.getByRole('button', { name: 'Use this version from now on' }).click();
  await expect(page.getByText(/invitations wait with other versions/)).toBeVisible();
  await shot(page, 'forms-use');
  await page.getByRole('radio', { name: 'Move to this version' }).check();
  await page.getByRole('button', { name: 'Use this version from now on' }).click();

  await expect(page.getByRole('row', { name: /2026-2/ })).toContainText('In use now');
  await expect(page.getByRole('row', { name: /2026-1 / })).toContainText('Earlier');
  await shot(page, 'forms-after');
  const [practice] = server.query<{ form_hash: string }>('select form_hash from practice');
  const waiting = server.query<{ form_hash: string; method: string }>(
    "select form_hash, method from invitation where state = 'waiting' and method = 'tablet'",
  );
  expect(waiting.length).toBeGreaterThan(0);
  for (const one of waiting) expect(one.form_hash).toBe(practice?.form_hash);
});

test('a problem leads to its field, and a draft can be thrown away', async ({ page }) => {
  await begin(page);
  await part(page, 'Question 1').click();
  await page.getByLabel('Question, Spanish').fill('');
  await part(page, 'Question 1').click();
  await page.getByRole('link', { name: /Question 1, Question, Spanish: This text is missing/ }).click();
  await expect(page.getByLabel('Question, Spanish')).toBeFocused();
  await page.getByRole('link', { name: 'Back to Form' }).click();
  await expect(page.getByText('A new version is being written')).toBeVisible();
  await page.getByRole('button', { name: 'Throw it away' }).click();
  await page.getByRole('button', { name: 'Yes, throw it away' }).click();
  await expect(page.getByText('A new version is being written')).toBeHidden();
  expect(server.query('select practice_id from form_draft')).toEqual([]);
});

test('two desks at one draft: the second is told, and nothing is written over', async ({ page, browser }) => {
  await begin(page);
  const other = await (await browser.newContext()).newPage();
  await logIn(other, server.url, server.login('administrator'));
  await other.goto(`${server.url}/forms/draft`);
  await other.getByLabel('Name of this version').fill('theirs');
  await expect(other.getByText(/^Saved/)).toBeVisible();
  await expect.poll(() => server.query<{ revision: number }>('select revision from form_draft')[0]?.revision).toBe(2);
  await page.getByLabel('Name of this version').fill('mine');
  await expect(page.getByText('Someone else changed this version meanwhile.')).toBeVisible();
  await page.getByRole('button', { name: 'Show what they wrote' }).click();
  await expect(page.getByLabel('Name of this version')).toHaveValue('theirs');
});
