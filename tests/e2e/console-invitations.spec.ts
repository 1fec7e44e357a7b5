import { test, expect as atOnce, type Browser, type Page } from '@playwright/test';
import { logIn } from '../harness/consoleScreens.ts';
import { giveHistory } from '../harness/history.ts';
import { startServer, type TestServer } from '../harness/server.ts';

/** Two pages and a server share the cores of a test machine: what is at once for a person may take longer here. */
const expect = atOnce.configure({ timeout: 20_000 });

/** The rooms around invitations, on the real server; two desks are two browser contexts. */

let server: TestServer;
test.beforeEach(async () => {
  test.setTimeout(180_000);
  server = await startServer();
});
test.afterEach(() => server.close());

async function anotherDesk(browser: Browser): Promise<Page> {
  return (await browser.newContext()).newPage();
}

const open = (page: Page, name: string) => page.getByRole('row').getByRole('link', { name, exact: true }).click();
const names = (page: Page) => page.getByRole('rowheader').getByRole('link').allTextContents();

test('searching while typing: accents folded, birth date, record number and phone, in the address and back', async ({
  page,
}) => {
  await logIn(page, server.url, server.login('front-desk'));
  await expect(page.getByText('13 invitations')).toBeVisible();
  await page.keyboard.press('/');
  const search = page.getByRole('searchbox', { name: 'Search' });
  await expect(search).toBeFocused();
  for (const [typed, found] of [
    ['ibanez jose', 'José Luis Peña-Ibáñez'],
    ['3/9/1947', 'Margaret Whitfield'],
    ['200002', 'Robert Ashby Jr.'],
    ['(813) 555-0142', 'Margaret Whitfield'],
    ['כהן', 'שרה כהן'],
  ] as const) {
    await search.fill(typed);
    await expect(page.getByText('1 invitation matches')).toBeVisible();
    expect(await names(page)).toEqual([found]);
    await search.fill('');
    await expect(page.getByText('13 invitations')).toBeVisible();
  }
  await search.pressSequentially('ashby');
  await expect(page).toHaveURL(/\/invitations\?q=ashby$/);
  await page.getByRole('combobox', { name: 'State' }).selectOption('Not answered yet');
  await expect(page).toHaveURL(/q=ashby&state=waiting%2Cpresented$/);
  await page.getByRole('combobox', { name: 'Sign Forms' }).selectOption('In App');
  await expect(page.getByText('No invitation matches.')).toBeVisible();
  await page.goBack();
  await expect(page.getByText('2 invitations match')).toBeVisible();

  await search.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /Robert Ashby/ })).toBeVisible();
  await page.getByRole('link', { name: 'Back to Invitations' }).click();
  await expect(search).toHaveValue('ashby');
  await page.reload();
  await expect(search).toHaveValue('ashby');
  expect(await names(page)).toHaveLength(2);
});

test('what another desk does shows up without reload, and takes neither typing nor focus away', async ({
  page,
  browser,
}) => {
  const other = await anotherDesk(browser);
  await logIn(page, server.url, server.login('front-desk'));
  await logIn(other, server.url, server.login('administrator'));
  const search = page.getByRole('searchbox', { name: 'Search' });
  await search.pressSequentially('marg', { delay: 30 });
  await expect(page.getByText('1 invitation matches')).toBeVisible();

  await open(other, 'Margaret Whitfield');
  await other.getByRole('button', { name: 'Cancel the invitation' }).click();
  await other.getByLabel('Why is it cancelled?').fill('She moved to another state.');
  await other.getByRole('button', { name: 'Cancel it' }).click();
  await expect(other.getByText('She moved to another state.')).toBeVisible();

  await expect(page.getByRole('row', { name: /Margaret Whitfield/ })).toContainText('Cancelled', { timeout: 5_000 });
  await page.keyboard.type('aret');
  await expect(search).toHaveValue('margaret');
  await open(page, 'Margaret Whitfield');
  await expect(page.getByText('Dana Brooks cancelled the invitation')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Edit', exact: true })).toHaveCount(0);
});

test('two desks edit one invitation: the second sees both, decides, and nothing is overwritten in silence', async ({
  page,
  browser,
}) => {
  const other = await anotherDesk(browser);
  for (const [desk, who] of [
    [page, 'front-desk'],
    [other, 'administrator'],
  ] as const) {
    await logIn(desk, server.url, server.login(who));
    await open(desk, 'Margaret Whitfield');
    await desk.getByRole('link', { name: 'Edit', exact: true }).click();
    await expect(desk.getByRole('heading', { name: 'Edit Margaret Whitfield' })).toBeVisible();
  }
  await page.getByLabel('Address').fill('9 Elm Street');
  await page.getByLabel('Note for the Health Assistant').fill('Call slowly.');
  await other.getByLabel('Address').fill('12 Bay Street');
  await other.getByLabel('Likes to be called').fill('Peggy');
  await other.getByRole('button', { name: 'Save changes' }).click();
  await expect(other.getByRole('heading', { name: 'Margaret Whitfield' })).toBeVisible();

  await expect(page.getByText('Someone else changed this too')).toBeVisible();
  await expect(page.getByRole('row', { name: /Address/ })).toContainText('12 Bay Street');
  await expect(page.getByRole('row', { name: /Address/ })).toContainText('9 Elm Street');
  await expect(page.getByLabel('Likes to be called')).toHaveValue('Peggy');
  await page.getByRole('button', { name: 'Use mine: Address' }).click();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByRole('heading', { name: 'Margaret Whitfield' })).toBeVisible();
  for (const text of ['9 Elm Street', 'Peggy', 'Call slowly.']) {
    await expect(page.getByText(text)).toBeVisible();
    await expect(other.getByText(text)).toBeVisible();
  }
});

test('a save at the very same moment is refused, and put before the person with what was typed', async ({
  page,
  browser,
}) => {
  const other = await anotherDesk(browser);
  await logIn(page, server.url, server.login('front-desk'));
  await logIn(other, server.url, server.login('administrator'));
  await open(other, 'Margaret Whitfield');
  const address = other.url();
  await page.goto(`${address}/edit`);
  await page.getByLabel('Address').fill('9 Elm Street');
  // This desk hears of nothing until it saves.
  await page.context().setOffline(true);
  await other.goto(`${address}/edit`);
  await other.getByLabel('Address').fill('12 Bay Street');
  await other.getByRole('button', { name: 'Save changes' }).click();
  await expect(other.getByText('12 Bay Street')).toBeVisible();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'The changes are not saved' })).toBeVisible();
  await expect(page.getByLabel('Address')).toHaveValue('9 Elm Street');
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('Someone else changed this too')).toBeVisible({ timeout: 20_000 });
  await page.getByRole('button', { name: 'Use theirs: Address' }).click();
  await expect(page.getByLabel('Address')).toHaveValue('12 Bay Street');
});

test('Sign Forms is changed to In App with an e-mail, and the story says so', async ({ page }) => {
  await logIn(page, server.url, server.login('front-desk'));
  await open(page, 'Edda Løvenskiold');
  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  const inApp = page.getByRole('radio', { name: 'In App' });
  await expect(inApp).toHaveAttribute('aria-disabled', 'true');
  await page.getByLabel('E-mail').fill('edda@example.org');
  await inApp.check();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('Sign Forms is now In App')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Edith Løvenskiold' })).toBeVisible();
});

test('a conflict is put before staff in words, and settled with a note', async ({ page }) => {
  giveHistory(server);
  await logIn(page, server.url, server.login('front-desk'));
  await expect(page.getByRole('row', { name: /Margaret Whitfield/ })).toContainText('Needs a look');
  await open(page, 'Margaret Whitfield');
  await expect(page.getByText('This patient has answered more than once.')).toBeVisible();
  await page.getByRole('button', { name: 'We have dealt with it' }).click();
  await page.getByLabel('What did you do about it?').fill('Asked her: the first one.');
  await page.getByRole('button', { name: 'We have dealt with it' }).click();
  await expect(page.getByText('Please look at this')).toHaveCount(0);
  await expect(page.getByText('Asked her: the first one.')).toBeVisible();
  await expect(page.getByText('Luis Ortega dealt with what was to be looked at')).toBeVisible();
});

test('a consent that came too late is let count: the account is there at once', async ({ page }) => {
  giveHistory(server);
  await logIn(page, server.url, server.login('front-desk'));
  await page.getByRole('searchbox', { name: 'Search' }).fill('ashby jr');
  await open(page, 'Robert Ashby Jr.');
  await page.getByRole('button', { name: 'Write down the decision' }).click();
  await page.getByRole('radio', { name: 'This consent counts' }).check();
  await page.getByLabel('Why?').fill('Called him: he signed before we cancelled.');
  await page.getByRole('button', { name: 'Write down the decision' }).click();
  await expect(page.getByText('Please look at this')).toHaveCount(0);
  await expect(page.getByText('Luis Ortega decided that the answer counts')).toBeVisible();
  await expect(page.getByText('Account created').first()).toBeVisible();
  expect(server.query("select seq from ledger where kind = 'decision'")).toHaveLength(1);
});

test('on paper there is the invitation, and nothing to press', async ({ page }) => {
  await logIn(page, server.url, server.login('front-desk'));
  await open(page, 'Margaret Whitfield');
  await expect(page.getByRole('button', { name: 'Print this page' })).toBeVisible();
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  for (const name of ['Print this page', 'Cancel the invitation', 'Log out'])
    await expect(page.getByRole('button', { name })).toHaveCount(0);
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await expect(page.getByText('Luis Ortega added this invitation')).toBeVisible();
  expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(0, 0, 0)');
});
