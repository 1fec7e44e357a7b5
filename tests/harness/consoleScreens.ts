import { expect, type Page } from '@playwright/test';
import type { SampleLogin } from '../../src/contract/staffApi.ts';

/** The console as staff use it, by what they read on screen. */

/** `heading` is that of the page one comes to: another where the address was another. */
export async function logIn(
  page: Page,
  url: string,
  who: Pick<SampleLogin, 'login' | 'password'>,
  heading: string | RegExp = 'Invitations',
): Promise<void> {
  await page.goto(url);
  await page.getByLabel('Log-in name').fill(who.login);
  await page.getByRole('textbox', { name: 'Password' }).fill(who.password);
  await page.getByRole('button', { name: 'Log in' }).click();
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
}

export type NewMember = { first: string; last: string; birthDate: string; email?: string; phone?: string };

/** Adds a member On Tablet, through every screen. Answers the username where there is no e-mail. */
export async function addMember(page: Page, member: NewMember): Promise<string | undefined> {
  await page.getByRole('navigation').getByRole('link', { name: 'Add Members' }).click();
  await page.getByLabel('First names').fill(member.first);
  await page.getByLabel('Last name').fill(member.last);
  await page.getByLabel('Date of birth').fill(member.birthDate);
  await page.getByLabel('Sex').selectOption('Female');
  if (member.phone) await page.getByLabel('Phone').fill(member.phone);
  if (member.email) await page.getByLabel('E-mail').fill(member.email);
  await page.getByLabel('Billing practitioner').selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'When to contact them' })).toBeVisible();
  let username: string | undefined;
  if (member.email) {
    await page.getByRole('button', { name: 'Send the invitation' }).click();
  } else {
    await page.getByRole('button', { name: 'Next' }).click();
    await expect(page.getByRole('heading', { name: 'Confirm the username' })).toBeVisible();
    username = (await page.locator('.username').textContent()) ?? undefined;
    await page.getByRole('button', { name: 'Confirm and send the invitation' }).click();
  }
  await expect(page.getByRole('heading', { name: 'That’s it!' })).toBeVisible();
  return username;
}

/** Asks for a pairing code and reads it off the screen. */
export async function pairingCode(page: Page): Promise<string> {
  await page.getByRole('navigation').getByRole('link', { name: 'Tablets' }).click();
  await page.getByRole('button', { name: 'Pair a tablet' }).click();
  const code = page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  await expect(code).toBeVisible();
  return (await code.textContent()) ?? '';
}
