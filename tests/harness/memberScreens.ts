import { expect, type Page } from '@playwright/test';
import { en as inApp } from '../../src/member/inApp/text/en.ts';
import { en } from '../../src/member/account/text/en.ts';
import { finishIn, readIn, wayIn, wordsOf } from './patientScreens.ts';
import { tokenIn, type Received, type TestSmtp } from './smtp.ts';
import type { TestServer } from './server.ts';
import { confirmBirthDateIn } from './tabletScreens.ts';

/** A member's way, by what is read on screen. */

export const memberPassword = 'four words make a password';

/** Waits for the mail with this number to somebody, counted from 1. */
export async function mailTo(smtp: TestSmtp, recipient: string, number = 1): Promise<Received> {
  const found = (): Received | undefined =>
    smtp.received.filter((mail) => mail.recipients.includes(recipient))[number - 1];
  await expect.poll(() => found() !== undefined, { timeout: 30_000 }).toBe(true);
  const mail = found();
  if (!mail) throw new Error('the mail is gone');
  return mail;
}

/** From the link in the mail to the consent at the practice, signed by typing. */
export async function signInApp(
  page: Page,
  server: TestServer,
  smtp: TestSmtp,
  { email, birthDate, name }: { email: string; birthDate: string; name: string },
): Promise<void> {
  const words = wordsOf.en;
  await page.goto(`${server.url}/in-app#${tokenIn(await mailTo(smtp, email))}`);
  await confirmBirthDateIn(page, birthDate, words.birthDate.confirm);
  await expect(page.getByRole('heading', { name: words.languageChoice.title })).toBeVisible();
  await page.getByRole('button', { name: words.next }).click();
  await page.getByRole('button', { name: words.next }).click();
  await readIn(page, 'en');
  await wayIn(page, 'en', 'type');
  await page.getByLabel(words.sign.typedLabel).fill(name);
  await page.getByRole('button', { name: words.next }).click();
  await finishIn(page, 'en');
  await expect(page.getByText(inApp.safety.account)).toBeVisible({ timeout: 30_000 });
}

/** The address that opens an account, out of a mail. */
export function accountLinkIn(mail: Received): string {
  const address = /http\S+\/member\/start#[\w-]{43}/.exec(mail.text ?? '')?.[0];
  if (!address) throw new Error(`no link in: ${mail.text}`);
  return address;
}

export async function choosePassword(page: Page, password = memberPassword): Promise<void> {
  await page.getByRole('textbox', { name: en.choose.password }).fill(password);
  await page.getByRole('button', { name: en.choose.button }).click();
}

export async function signInAs(page: Page, handle: string, password = memberPassword): Promise<void> {
  await page.getByRole('textbox', { name: en.signIn.handle }).fill(handle);
  await page.getByRole('textbox', { name: en.signIn.password }).fill(password);
  await page.getByRole('button', { name: en.signIn.button, exact: true }).click();
}
