import { execFileSync } from 'node:child_process';
import { test, expect, type Page } from '@playwright/test';
import { stopTakesEffectOn } from '../../src/domain/stopping.ts';
import { membersEn as staffWords } from '../../src/frontdesk/text/members.en.ts';
import { en } from '../../src/member/account/text/en.ts';
import { findsNothing } from '../harness/axe.ts';
import { addMember, logIn, pairingCode } from '../harness/consoleScreens.ts';
import { calendarDayFor } from '../harness/days.ts';
import { choosePassword, signInAs } from '../harness/memberScreens.ts';
import { startServer } from '../harness/server.ts';
import { startTablet } from '../harness/tabletBrowser.ts';
import { handOver, pair, sign, unlock } from '../harness/tabletScreens.ts';

const agnes = { first: 'Agnes', last: 'Okafor', birthDate: '1944-05-06' };
const name = 'Agnes Okafor';

/** The text of a PDF. */
function textOf(pdf: Buffer): string {
  return execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' });
}

/** The text of a PDF that a link of this page leads to. */
async function textBehind(page: Page, label: string): Promise<string> {
  const address = (await page.getByRole('link', { name: label }).getAttribute('href')) ?? '';
  const answer = await page.request.get(new URL(address, page.url()).href);
  expect(answer.headers()['content-type']).toBe('application/pdf');
  return textOf(await answer.body());
}

test('without an e-mail: the tablet, a printed slip, the account on a phone, and a stop by telephone', async ({
  page: desk,
  browser,
}) => {
  test.setTimeout(240_000);
  const server = await startServer();
  const tablet = await startTablet();
  try {
    const staff = server.login('front-desk');
    await logIn(desk, server.url, staff);
    const username = (await addMember(desk, agnes)) ?? '';
    await pair(tablet.page(), server.url, await pairingCode(desk), 'Front desk 1');
    await unlock(tablet.page(), staff);
    await handOver(tablet.page(), name);
    await sign(tablet.page(), agnes.birthDate);
    await expect(tablet.page().getByText('Account created')).toBeVisible({ timeout: 60_000 });

    await desk.goto(`${server.url}/invitations`);
    await desk.getByRole('link', { name }).click();
    await expect(desk.getByText(`${staffWords.notOpened} ${staffWords.noCode}`)).toBeVisible();
    await expect(desk.getByRole('button', { name: staffWords.mail(name) })).toHaveCount(0);
    // Read on its way: the page has it as a blob, which a test can't open.
    let slip = '';
    await desk.route('**/activation-slip', async (route) => {
      const response = await route.fetch();
      const body = await response.body();
      slip = textOf(body);
      await route.fulfill({ response, body });
    });
    await desk.getByRole('button', { name: staffWords.slip(name) }).click();
    await expect(desk.getByText(staffWords.slipMade)).toBeVisible();
    await findsNothing('invitation with a slip', desk);
    const beside = desk.context().waitForEvent('page');
    await desk.getByRole('link', { name: staffWords.openSlip }).click();
    await (await beside).close();
    expect(slip).toContain(username);
    expect(slip).toContain('/member/start');
    const code = /\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b/.exec(slip)?.[0] ?? '';
    expect(await textBehind(desk, staffWords.receipt)).toContain('This is a yes to');

    const own = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
    const phone = await own.newPage();
    await phone.goto(`${server.url}/member`);
    await phone.getByRole('link', { name: en.signIn.first }).click();
    await phone.getByRole('button', { name: en.first.button }).click();
    await expect(phone.getByText(en.mistakes.code).first()).toBeVisible();
    await findsNothing('typing a code', phone);
    await phone.getByLabel(en.signIn.handle).fill(username.toUpperCase());
    await phone.getByLabel(en.first.code).fill('0000-0000-0000');
    await phone.getByRole('button', { name: en.first.button }).click();
    await expect(phone.getByText('That sign-in name and code do not match')).toBeVisible();
    await phone.getByLabel(en.first.code).fill(code.toLowerCase());
    await phone.getByRole('button', { name: en.first.button }).click();
    await expect(phone.getByText(username)).toBeVisible();
    await choosePassword(phone);
    await expect(phone.getByRole('button', { name: en.home.signOut })).toBeVisible();
    await expect(desk.getByText('Agnes opened the account')).toBeVisible({ timeout: 20_000 });

    const lastDay = calendarDayFor(stopTakesEffectOn(new Date().toISOString(), 'America/New_York'), 'en');
    await desk.getByRole('button', { name: staffWords.record }).click();
    await expect(desk.getByText(staffWords.recordWhat(lastDay))).toBeVisible();
    await desk.getByRole('button', { name: staffWords.recordYes }).click();
    await expect(desk.getByText('Write down what the patient said.')).toBeVisible();
    await findsNothing('recording a stop', desk);
    await desk.getByLabel(staffWords.recordReason).fill('Called: moves to her daughter in Ohio.');
    await desk.getByRole('button', { name: staffWords.recordYes }).click();
    await expect(desk.getByText(staffWords.stopped)).toBeVisible();
    await expect(desk.getByText(staffWords.confirmOnPaper)).toBeVisible();
    await findsNothing('a member who stops', desk);
    expect(await textBehind(desk, staffWords.letter)).toContain(lastDay);
    await desk.goto(`${server.url}/invitations`);
    await expect(desk.getByRole('row', { name: /Okafor/ })).toContainText('Stops: last day');

    await phone.reload();
    await expect(phone.getByText(en.home.ends(lastDay))).toBeVisible();
    await expect(phone.getByText(en.home.confirmedOnPaper)).toBeVisible();
    await phone.getByRole('button', { name: en.home.signOut }).click();
    await signInAs(phone, username);
    await expect(phone.getByRole('button', { name: en.home.signOut })).toBeVisible();
    await own.close();

    const assistant = await browser.newContext();
    const worklist = await assistant.newPage();
    await logIn(worklist, server.url, server.login('health-assistant'), 'Worklist');
    await expect(worklist.getByRole('article', { name })).toContainText('Stops: last day');
    await assistant.close();
  } finally {
    await tablet.close();
    await server.close();
  }
});
