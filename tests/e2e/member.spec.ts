import { execFileSync } from 'node:child_process';
import { test, expect, type BrowserContextOptions, type Download, type Page } from '@playwright/test';
import { findsNothing } from '../harness/axe.ts';
import { calendarDayFor } from '../harness/days.ts';
import { stopTakesEffectOn } from '../../src/domain/stopping.ts';
import { en } from '../../src/member/account/text/en.ts';
import { es } from '../../src/member/account/text/es.ts';
import {
  accountLinkIn,
  choosePassword,
  mailTo,
  memberPassword,
  signInApp,
  signInAs,
} from '../harness/memberScreens.ts';
import { startServer, type TestServer } from '../harness/server.ts';
import { aSmtpServer, type TestSmtp } from '../harness/smtp.ts';

/** The sample's patient who signs In App. */
const nguyen = { email: 'nguyen.1950@example.net', birthDate: '1950-01-01', name: 'Nguyễn' };
const phone: BrowserContextOptions = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const zone = 'America/New_York';

test.use(phone);

async function withMail(work: (given: { server: TestServer; smtp: TestSmtp }) => Promise<void>): Promise<void> {
  const smtp = await aSmtpServer();
  const server = await startServer({ SMTP_URL: smtp.url, MAIL_FROM: 'forms@bayside.example' });
  try {
    await work({ server, smtp });
  } finally {
    await server.close();
    await smtp.close();
  }
}

/** Nothing for axe, and nothing wider than the phone. */
async function expectNothingFound(page: Page, screen: string): Promise<void> {
  await findsNothing(screen, page);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect.soft(wide, `${screen} is wider than the phone`).toBe(false);
}

async function downloaded(page: Page, label: string): Promise<{ download: Download; text: string; file: string }> {
  const begun = page.waitForEvent('download');
  await page.getByRole('button', { name: label }).click();
  const download = await begun;
  const file = await download.path();
  execFileSync('qpdf', ['--check', file]);
  return { download, file, text: execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' }) };
}

test('from the consent to the account, and out of it again: mail, password, four lines, PDF, stop, confirmation', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await withMail(async ({ server, smtp }) => {
    await signInApp(page, server, smtp, nguyen);
    const mail = await mailTo(smtp, nguyen.email, 2);
    expect(mail.text).not.toMatch(/chronic|CCM|1950/i);
    await page.goto(accountLinkIn(mail));
    await expect(page.getByRole('heading', { name: en.choose.title(nguyen.name) })).toBeVisible();
    await expect(page.getByText(nguyen.email)).toBeVisible();
    await expectNothingFound(page, 'choose');
    await choosePassword(page, 'too short');
    await expect(page.getByText(en.mistakes.short).first()).toBeVisible();
    await page.reload();
    await choosePassword(page);

    await expect(page.getByRole('button', { name: en.home.signOut })).toBeVisible();
    await expect(page.getByRole('heading', { name: en.home.title(nguyen.name) })).toBeVisible();
    expect(new URL(page.url()).hash, 'the token is gone from the address').toBe('');
    await expect(page.getByRole('list').filter({ hasText: 'This is a yes to' }).getByRole('listitem')).toHaveCount(4);
    await expect(page.getByRole('button', { name: en.home.consent })).toBeVisible({ timeout: 30_000 });
    await expectNothingFound(page, 'home');
    const consent = await downloaded(page, en.home.consent);
    expect(consent.text).toContain(nguyen.name);
    expect(consent.download.suggestedFilename()).toBe('consent.pdf');
    const receipt = await downloaded(page, en.home.receipt);
    expect(receipt.text).toContain(nguyen.name);

    await page.getByRole('button', { name: 'Español' }).click();
    await expect(page.getByRole('heading', { name: es.home.title(nguyen.name) })).toBeVisible();
    await expect(page.getByText('Este es un sí al Manejo de Cuidados Crónicos')).toBeVisible();
    await page.reload();
    await expect(page.getByRole('heading', { name: es.home.title(nguyen.name) })).toBeVisible();
    await expectNothingFound(page, 'home, Spanish');
    await page.getByRole('button', { name: 'English' }).click();

    const lastDay = calendarDayFor(stopTakesEffectOn(new Date().toISOString(), zone), 'en');
    await page.getByRole('link', { name: en.home.stopButton }).click();
    await expect(page.getByRole('heading', { name: en.stop.title })).toBeVisible();
    await expect(page.getByText(lastDay)).toBeVisible();
    await expectNothingFound(page, 'stop');
    await page.goBack();
    await expect(page.getByRole('heading', { name: en.home.title(nguyen.name) })).toBeVisible();
    await page.goForward();
    await page.reload();
    await page.getByRole('button', { name: en.stop.yes }).click();
    await expect(page.getByText(en.home.stopped)).toBeVisible();
    await expect(page.getByText(en.home.ends(lastDay))).toBeVisible();
    await expect(page.getByRole('link', { name: en.home.stopButton })).toHaveCount(0);
    await expectNothingFound(page, 'stopped');
    const letter = await downloaded(page, en.home.letter);
    expect(letter.text).toContain(lastDay);
    const confirmation = await mailTo(smtp, nguyen.email, 3);
    expect(confirmation.text).toContain(lastDay);
    expect(server.query('select kind from ledger order by seq')).toEqual([{ kind: 'consent' }, { kind: 'stop' }]);

    await page.goBack();
    await page.reload();
    await expect(page.getByText(en.home.ends(lastDay))).toBeVisible();

    await page.getByRole('button', { name: en.home.signOut }).click();
    await expect(page.getByRole('heading', { name: en.signIn.title })).toBeVisible();
    await expectNothingFound(page, 'sign in');
    await page.goBack();
    await expect(page.getByText(nguyen.name)).toHaveCount(0);
    await page.goto(`${server.url}/member`);
    await signInAs(page, nguyen.email, 'not the right one');
    await expect(page.getByText('That sign-in name and password do not match')).toBeVisible();
    await signInAs(page, nguyen.email.toUpperCase());
    await expect(page.getByRole('heading', { name: en.home.title(nguyen.name) })).toBeVisible();

    await page.getByRole('link', { name: en.home.password }).click();
    await page.getByRole('textbox', { name: en.password.present }).fill('not the right one');
    await page.getByRole('textbox', { name: en.password.fresh }).fill('another long password');
    await page.getByRole('button', { name: en.password.button }).click();
    await expect(page.getByText(en.mistakes.wrong).first()).toBeVisible();
    await expectNothingFound(page, 'password');
    await page.getByRole('textbox', { name: en.password.present }).fill(memberPassword);
    await page.getByRole('button', { name: en.password.button }).click();
    await expect(page.getByText(en.password.done)).toBeVisible();
  });
});

test('a link that was used, a link cut off, and a server that does not answer are told kindly', async ({
  page,
  context,
}) => {
  test.setTimeout(180_000);
  await withMail(async ({ server, smtp }) => {
    await page.goto(`${server.url}/member/start#cut-off`);
    await expect(page.getByRole('heading', { name: en.first.brokenTitle })).toBeVisible();
    await signInApp(page, server, smtp, nguyen);
    const link = accountLinkIn(await mailTo(smtp, nguyen.email, 2));
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await page.goto('about:blank');
    await page.goto(`${server.url}/member/start`);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await context.setOffline(true);
    await page.goto('about:blank');
    await page.goto(link);
    await expect(page.getByRole('heading', { name: en.noAnswer })).toBeVisible();
    await context.setOffline(false);
    await page.getByRole('button', { name: en.again }).click();
    await choosePassword(page);
    await expect(page.getByRole('button', { name: en.home.signOut })).toBeVisible();
    await page.goto('about:blank');
    await page.goto(link);
    await expect(page.getByRole('heading', { name: en.first.over.used.title })).toBeVisible();
    await expectNothingFound(page, 'over');
    await page.getByRole('link', { name: en.first.forgot }).click();
    await page.getByRole('textbox', { name: en.signIn.handle }).fill('nobody@example.org');
    await page.getByRole('button', { name: en.forgot.button }).click();
    await expect(page.getByText(en.forgot.done)).toBeVisible();
    await expectNothingFound(page, 'forgot');
  });
});
