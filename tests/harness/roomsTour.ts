import { expect, type Page } from '@playwright/test';
import { logIn } from './consoleScreens.ts';
import { giveHistory } from './history.ts';
import type { TestServer } from './server.ts';
import type { Visit } from './tour.ts';

/** Walks through the rooms around the invitations, as the administrator of a practice that has a past. */
export async function tourOfRooms(page: Page, server: TestServer, visit: Visit): Promise<void> {
  const room = (name: string) =>
    page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name, exact: true }).click();
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  giveHistory(server);
  await page.getByRole('button', { name: 'Log out' }).click();
  await logIn(page, server.url, server.login('administrator'), /./);
  await room('Invitations');
  await page.getByRole('searchbox', { name: 'Search' }).fill('nobody of this name');
  await expect(page.getByText('No invitation matches.')).toBeVisible();
  await visit('console-invitations-none', page);
  await page.getByRole('searchbox', { name: 'Search' }).fill('ashby jr');
  await page.getByRole('link', { name: 'Robert Ashby Jr.' }).click();
  await button('Write down the decision').click();
  await button('Write down the decision').click();
  await expect(page.getByText('Choose what you decide.')).toBeVisible();
  await visit('console-conflict', page);
  await button('Cancel the invitation').click();
  await button('Cancel it').click();
  await expect(page.getByText(/Write down why/)).toBeVisible();
  await visit('console-cancel', page);
  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await page.getByRole('radio', { name: 'In App' }).check();
  await page.getByLabel('E-mail').fill('');
  await page.getByLabel('Last name').fill('Ashby-Brown');
  await button('Save changes').click();
  await expect(page.getByRole('link', { name: /In App sends a link by e-mail/ })).toBeVisible();
  await visit('console-edit', page);
  await anotherDeskSaves(page, server);
  await expect(page.getByText('Someone else changed this too')).toBeVisible({ timeout: 20_000 });
  await visit('console-edit-clash', page);
  await room('Invitations');
  await page.getByRole('searchbox', { name: 'Search' }).fill('freeman');
  await page.getByRole('link', { name: 'Ezekiel Freeman' }).click();
  await page.getByRole('link', { name: 'Add a caregiver' }).click();
  await button('Save the caregiver').click();
  await expect(page.getByRole('heading', { name: /problems$/ })).toBeVisible();
  await visit('console-caregiver', page);
  await page.getByRole('link', { name: 'Back without saving' }).click();
  await page.getByRole('link', { name: 'Record a spoken answer' }).click();
  await page.getByRole('radio', { name: 'No, they do not want it' }).check();
  await button('Record the answer').click();
  await expect(page.getByRole('heading', { name: /problems$/ })).toBeVisible();
  await visit('console-spoken-answer', page);
  await room('Scans');
  await page.getByLabel('Choose files').setInputFiles({
    name: 'letter.docx',
    mimeType: 'application/zip',
    buffer: Buffer.from('PK no scan'),
  });
  await expect(page.getByText('This is not a PDF, TIFF, JPEG or PNG file')).toBeVisible();
  await visit('console-scans', page);
  await room('E-mail not sent');
  await expect(page.getByText(/No mail server is set/)).toBeVisible();
  await visit('console-mail', page);
  await room('Form');
  await expect(page.getByRole('heading', { level: 1, name: 'Form' })).toBeVisible();
  await visit('console-form', page);
  await room('Tablets');
  await button('Rename Front desk 1').click();
  await visit('console-tablet-rename', page);
  await button('Remove Front desk 1').click();
  await visit('console-tablet-remove', page);
  await room('Worklist');
  await button('I’ll call: Margaret Whitfield').click();
  await expect(page.getByText('You took this')).toBeVisible();
  await visit('console-worklist', page);
  await room('Reports');
  await expect(page.getByRole('heading', { name: 'Week by week' })).toBeVisible();
  await visit('console-reports', page);
  await room('Staff');
  await expect(page.getByRole('row', { name: /Luis Ortega/ })).toBeVisible();
  await visit('console-staff', page);
  await page.getByRole('link', { name: 'Luis Ortega' }).click();
  await expect(page.getByRole('heading', { name: 'Set a new PIN' })).toBeVisible();
  await visit('console-staff-member', page);
  await page.getByRole('link', { name: 'Back to Staff' }).click();
  await page.getByRole('link', { name: 'Add a staff member' }).click();
  await button('Add a staff member').click();
  await expect(page.getByRole('heading', { name: /problems$/ })).toBeVisible();
  await visit('console-staff-new', page);
  await room('Practitioners');
  await button('Rename Dr. Ana Ruiz').click();
  await visit('console-practitioners', page);
  await room('Settings');
  await expect(page.getByLabel('Name of the practice')).toBeVisible();
  await visit('console-settings', page);
  await page.getByRole('link', { name: 'Your password and PIN' }).click();
  await visit('console-own', page);
}

/** The same invitation, changed in another browser: the page hears of it by itself. */
async function anotherDeskSaves(page: Page, server: TestServer): Promise<void> {
  const context = await page.context().browser()?.newContext();
  if (!context) throw new Error('the tour needs a browser that can open another desk');
  const other = await context.newPage();
  await logIn(other, server.url, server.login('front-desk'));
  await other.goto(page.url());
  await other.getByLabel('Last name').fill('Ashby Junior');
  await other.getByRole('button', { name: 'Save changes' }).click();
  await expect(other.getByRole('heading', { name: /Ashby Junior/ })).toBeVisible();
  await context.close();
}
