import { readFileSync } from 'node:fs';
import { test, expect as atOnce, type Browser, type Page } from '@playwright/test';
import { logIn, pairingCode } from '../harness/consoleScreens.ts';
import { giveHistory } from '../harness/history.ts';
import { startServer, type TestServer } from '../harness/server.ts';
import { startTablet } from '../harness/tabletBrowser.ts';
import { pair } from '../harness/tabletScreens.ts';

/** Two pages and a server share the cores of a test machine: what is at once for a person may take longer here. */
const expect = atOnce.configure({ timeout: 20_000 });

/** Tablets, staff, settings, worklist and reports, on the real server. */

let server: TestServer;
test.beforeEach(async () => {
  test.setTimeout(180_000);
  server = await startServer();
});
test.afterEach(() => server.close());

const rooms = (page: Page) => page.getByRole('navigation', { name: 'Rooms' }).getByRole('link').allTextContents();
const go = (page: Page, room: string) =>
  page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: room }).click();

async function anotherDesk(browser: Browser): Promise<Page> {
  return (await browser.newContext()).newPage();
}

test('each role has its rooms, and a room of others says so', async ({ page, browser }) => {
  await logIn(page, server.url, server.login('front-desk'));
  expect((await rooms(page)).map((name) => name.trim())).toEqual(['Add Members', 'Invitations', 'Scans', 'Tablets']);
  await page.goto(`${server.url}/reports`);
  await expect(page.getByRole('heading', { name: 'This room is not part of your role' })).toBeVisible();
  const assistant = await anotherDesk(browser);
  await logIn(assistant, server.url, server.login('health-assistant'), 'Worklist');
  expect(await rooms(assistant)).toEqual(['Invitations', 'Worklist', 'Reports']);
});

test('a tablet is renamed, and removed after a question in place', async ({ page }) => {
  test.setTimeout(120_000);
  const tablet = await startTablet();
  try {
    await logIn(page, server.url, server.login('administrator'));
    await pair(tablet.page(), server.url, await pairingCode(page), 'Front desk 1');
    const row = page.getByRole('row', { name: /Front desk 1/ });
    await expect(row).toContainText('Online');
    await expect(row).toContainText('Nothing');
    await page.getByRole('button', { name: 'Rename Front desk 1' }).click();
    await expect(page.getByLabel('Name of the tablet')).toBeFocused();
    await page.getByLabel('Name of the tablet').fill('Room 2');
    await page.getByRole('button', { name: 'Save the name' }).click();
    await expect(page.getByRole('row', { name: /Room 2/ })).toBeVisible();
    await page.getByRole('button', { name: 'Remove Room 2' }).click();
    await expect(page.getByRole('heading', { name: 'Remove Room 2 from the practice?' })).toBeVisible();
    await expect(page.getByText('nothing waits on it')).toBeVisible();
    await page.getByRole('button', { name: 'Leave it as it is' }).click();
    await expect(page.getByRole('button', { name: 'Remove Room 2' })).toBeFocused();
    await page.getByRole('button', { name: 'Remove Room 2' }).click();
    await page.getByRole('button', { name: 'Remove it' }).click();
    await expect(page.getByRole('row', { name: /Room 2/ })).toContainText('Removed from the practice');
    expect(server.query('select id from device where revoked_at is null')).toHaveLength(0);
  } finally {
    await tablet.close();
  }
});

test('what waits on a tablet, and who has it, is said before it is removed', async ({ page }) => {
  await logIn(page, server.url, server.login('administrator'));
  giveHistory(server);
  await go(page, 'Tablets');
  const row = page.getByRole('row', { name: /Front desk 1/ });
  await expect(row.getByRole('link', { name: 'Robert Ashby Sr.' })).toBeVisible();
  await expect(row).toContainText('2 records, the oldest for 4 hours');
  await page.getByRole('button', { name: 'Remove Front desk 1' }).click();
  await expect(page.getByText('2 records have not reached the practice.')).toBeVisible();
  await expect(page.getByText('Robert Ashby Sr. has it in hand right now.')).toBeVisible();
});

test('a new staff member logs in, sees only the rooms of the role, changes the password, and is shut out when access ends', async ({
  page,
  browser,
}) => {
  await logIn(page, server.url, server.login('administrator'));
  await go(page, 'Staff');
  await page.getByRole('link', { name: 'Add a staff member' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Keisha Brown');
  await page.getByRole('radio', { name: 'Health Assistant' }).check();
  await page.getByLabel('Log-in name').fill('luis');
  await page.getByRole('textbox', { name: 'Password' }).fill('plenty of quiet words');
  await page.getByRole('textbox', { name: 'PIN for the tablets' }).fill('271828');
  await page.getByRole('button', { name: 'Add a staff member' }).click();
  await expect(
    page.getByRole('link', { name: 'Someone already uses that log-in name. Choose another one.' }),
  ).toBeVisible();
  await page.getByLabel('Log-in name').fill('Keisha');
  await page.getByRole('button', { name: 'Add a staff member' }).click();
  await expect(page.getByRole('row', { name: /Keisha Brown/ })).toContainText('Health Assistant');

  const hers = await anotherDesk(browser);
  const keisha = { login: 'keisha', password: 'plenty of quiet words' };
  await logIn(hers, server.url, keisha, 'Worklist');
  expect(await rooms(hers)).toEqual(['Invitations', 'Worklist', 'Reports']);
  await hers.getByRole('link', { name: 'Your password and PIN' }).click();
  const own = hers.getByRole('region', { name: 'Change your password' });
  await own.getByRole('textbox', { name: 'Your present password' }).fill('not this one');
  await own.getByRole('textbox', { name: 'New password' }).fill('other quiet words instead');
  await own.getByRole('button', { name: 'Change the password' }).click();
  await expect(own.getByRole('link', { name: /not the password you log in with now/ })).toBeVisible();
  await own.getByRole('textbox', { name: 'Your present password' }).fill(keisha.password);
  await own.getByRole('button', { name: 'Change the password' }).click();
  await expect(own.getByText('Your password is changed.')).toBeVisible();
  await hers.getByRole('button', { name: 'Log out' }).click();
  await logIn(hers, server.url, { ...keisha, password: 'other quiet words instead' }, 'Worklist');

  await page.getByRole('link', { name: 'Keisha Brown' }).click();
  await page.getByRole('button', { name: 'End their access' }).click();
  await expect(page.getByRole('button', { name: 'Let them log in again' })).toBeVisible();
  await hers.reload();
  await expect(hers.getByRole('heading', { name: 'Log in' })).toBeVisible();
});

test('the last administrator stays one', async ({ page }) => {
  await logIn(page, server.url, server.login('administrator'));
  await go(page, 'Staff');
  await page.getByRole('link', { name: 'Dana Brooks (you)' }).click();
  await page.getByRole('radio', { name: 'Front desk' }).check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('needs at least one administrator');
  await expect(page.getByRole('radio', { name: 'Front desk' })).toBeChecked();
});

test('settings and practitioners reach Add Members, at another desk too', async ({ page, browser }) => {
  const desk = await anotherDesk(browser);
  await logIn(desk, server.url, server.login('front-desk'));
  await logIn(page, server.url, server.login('administrator'));
  await go(page, 'Settings');
  await page.getByRole('radio', { name: 'On Paper' }).check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await go(page, 'Practitioners');
  await page.getByLabel('Name, as the consent should say it').fill('Dr. Noor Haddad');
  await page.getByRole('button', { name: 'Add a practitioner' }).click();
  await expect(page.getByRole('row', { name: /Dr. Noor Haddad/ })).toContainText('Yes');
  await page.getByRole('button', { name: 'Take off the list: Dr. Ana Ruiz' }).click();
  await expect(page.getByRole('row', { name: /Dr. Ana Ruiz/ })).toContainText('No longer');
  await page.getByRole('button', { name: 'Rename Dr. Noor Haddad' }).click();
  await page.getByRole('region', { name: 'Rename Dr. Noor Haddad' }).getByRole('textbox').fill('Dr. Noor Haddad-Lee');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('row', { name: /Dr. Noor Haddad-Lee/ })).toBeVisible();
  await desk.reload();
  await go(desk, 'Add Members');
  await expect(desk.getByRole('radio', { name: 'On Paper' }).first()).toBeChecked();
  const practitioner = desk.getByLabel('Billing practitioner').first();
  await expect(practitioner).toContainText('Dr. Noor Haddad-Lee');
  await expect(practitioner).not.toContainText('Dr. Ana Ruiz');
});

test('two Health Assistants want the same call: the second is told who has it', async ({ browser }) => {
  giveHistory(server);
  const [hannah, dana] = [await browser.newContext({ timezoneId: 'America/Los_Angeles' }), await browser.newContext()];
  const [first, second] = [await hannah.newPage(), await dana.newPage()];
  await logIn(first, server.url, server.login('health-assistant'), 'Worklist');
  await logIn(second, server.url, server.login('administrator'));
  await go(second, 'Worklist');
  const card = (page: Page) => page.getByRole('article', { name: 'Margaret Whitfield' });
  await expect(card(first)).toContainText(/Mon, Wed, 9:00\s–\s11:30\sAM in New York/);
  await expect(card(first)).toContainText(/6:00\s–\s8:30\sAM for you/);
  await expect(card(first)).toContainText('Hard of hearing in the left ear; speak slowly.');
  await expect(card(first)).toContainText('How to stop: at any time');
  // The second desk's page is held back, as when both press at once.
  await second.route('**/api/staff/worklist?*', (route) => route.abort());
  await card(first).getByRole('button', { name: 'I’ll call' }).click();
  await expect(card(first)).toContainText('You took this');
  await card(second).getByRole('button', { name: 'I’ll call' }).click();
  await expect(card(second).getByRole('alert')).toContainText('A colleague has taken this one.');
  await second.unroute('**/api/staff/worklist?*');
  await second.reload();
  await expect(card(second)).toContainText('Hannah Kim took this');
  await card(first).getByRole('button', { name: 'Done' }).click();
  await expect(card(first)).toHaveCount(0);
  await expect(card(second)).toHaveCount(0);
  await second.getByRole('link', { name: 'Done', exact: true }).click();
  await expect(card(second)).toContainText('Hannah Kim marked this as done');
  await card(second).getByRole('button', { name: 'Open it again' }).click();
  await expect(card(first)).toBeVisible();
});

test('reports draw what became of invitations, in the address, with files that a spreadsheet can open safely', async ({
  page,
}) => {
  giveHistory(server);
  await logIn(page, server.url, server.login('administrator'));
  await go(page, 'Reports');
  const funnel = page.getByRole('region', { name: 'From invitation to account' });
  await expect(funnel.getByRole('row', { name: /Invited/ })).toContainText('13');
  await expect(funnel.getByRole('row', { name: /Account created/ })).toContainText('23%');
  await expect(page.getByRole('region', { name: 'Time to enroll' })).toContainText(
    'Half took 7 days or less. The slowest took 9 days.',
  );
  await expect(
    page.getByRole('region', { name: 'Why patients said no' }).getByRole('row', { name: /worried about the cost/ }),
  ).toBeVisible();

  await page.getByRole('link', { name: 'Last 4 weeks' }).click();
  await expect(page).toHaveURL(/\/reports\?from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d$/);
  await expect(funnel.getByRole('row', { name: /Invited/ })).toContainText('5');
  await page.goBack();
  await expect(funnel.getByRole('row', { name: /Invited/ })).toContainText('13');

  const waiting = page.waitForEvent('download');
  await page.getByRole('link', { name: 'All invitations with names (CSV)' }).click();
  const file = await waiting;
  expect(file.suggestedFilename()).toMatch(/^invitations-.*\.csv$/);
  const csv = readFileSync(await file.path(), 'utf8');
  expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
  const cells = csv.split(/\r\n/).flatMap((line) => line.match(/("([^"]|"")*"|[^,]*)(,|$)/g) ?? []);
  expect(cells.filter((cell) => /^"?\s*[=+\-@]/.test(cell))).toEqual([]);
});
