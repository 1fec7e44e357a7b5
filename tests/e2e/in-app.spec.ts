import { test, expect, type BrowserContextOptions, type Page } from '@playwright/test';
import { en as inApp } from '../../src/member/inApp/text/en.ts';
import { finishIn, readIn, wayIn, wordsOf } from '../harness/patientScreens.ts';
import { startServer, type TestServer } from '../harness/server.ts';
import { aSmtpServer, tokenIn, type Received, type TestSmtp } from '../harness/smtp.ts';
import { confirmBirthDateIn } from '../harness/tabletScreens.ts';

/** The sample's patient who signs In App. */
const nguyen = { email: 'nguyen.1950@example.net', birthDate: '1950-01-01', name: 'Nguyễn' };
const phone: BrowserContextOptions = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const words = wordsOf.en;

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

/** Waits for the mail with this number to the patient, counted from 1. */
async function mailTo(smtp: TestSmtp, recipient: string, number = 1): Promise<Received> {
  const found = (): Received | undefined =>
    smtp.received.filter((mail) => mail.recipients.includes(recipient))[number - 1];
  await expect.poll(() => found() !== undefined, { timeout: 30_000 }).toBe(true);
  const mail = found();
  if (!mail) throw new Error('the mail is gone');
  return mail;
}

function linkTo(server: TestServer, mail: Received): string {
  expect(mail.text).toContain(`${server.url}/in-app#`);
  return `${server.url}/in-app#${tokenIn(mail)}`;
}

const confirm = (page: Page, birthDate: string): Promise<void> =>
  confirmBirthDateIn(page, birthDate, words.birthDate.confirm);

async function begin(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await expect(page.getByRole('heading', { name: inApp.welcome(nguyen.name) })).toBeVisible();
  await confirm(page, nguyen.birthDate);
  await expect(page.getByRole('heading', { name: words.languageChoice.title })).toBeVisible();
}

async function toTheParts(page: Page): Promise<void> {
  await page.getByRole('button', { name: words.next }).click();
  await page.getByRole('button', { name: words.next }).click();
}

test('a patient signs on their own phone: interrupted, offline, sent once, account created', async ({
  page,
  context,
}) => {
  test.setTimeout(120_000);
  await withMail(async ({ server, smtp }) => {
    const mail = await mailTo(smtp, nguyen.email);
    const link = linkTo(server, mail);
    await page.goto(link);
    await expect(page.getByRole('heading', { name: inApp.welcome(nguyen.name) })).toBeVisible();
    await expect(page.getByText('Chronic Care Management')).toHaveCount(0);
    await confirm(page, '1950-01-02');
    await expect(page.getByText(words.birthDate.wrong(2))).toBeVisible();
    await confirm(page, nguyen.birthDate);
    await expect(page.getByRole('heading', { name: words.languageChoice.title })).toBeVisible();
    await toTheParts(page);
    const title = await page.getByRole('heading', { level: 1 }).textContent();
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: words.next }).click();
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(title ?? '');
    const place = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';

    await page.reload();
    await expect(page.getByRole('heading', { name: inApp.welcomeBack })).toBeVisible();
    await confirm(page, nguyen.birthDate);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(place);
    await readIn(page, 'en');
    await wayIn(page, 'en', 'type');
    await page.getByLabel(words.sign.typedLabel).fill('Nguyen');
    await page.getByRole('button', { name: words.next }).click();

    await context.setOffline(true);
    await finishIn(page, 'en');
    await expect(page.getByText(inApp.safety.here)).toBeVisible();
    await expect(page.getByText(inApp.canClose)).toHaveCount(0);
    expect(server.query('select id from envelope')).toEqual([]);
    await context.setOffline(false);
    await expect(page.getByText(inApp.safety.account)).toBeVisible({ timeout: 30_000 });

    expect(server.query('select kind, method from consent')).toEqual([{ kind: 'consent', method: 'app' }]);
    expect(server.query('select handle from account')).toEqual([{ handle: nguyen.email }]);
    expect(server.query('select id from envelope')).toHaveLength(1);
    await expect
      .poll(() => server.query('select kind from document'), { timeout: 30_000 })
      .toEqual([{ kind: 'consent' }]);

    await page.reload();
    await expect(page.getByRole('heading', { name: inApp.over.answered.title })).toBeVisible();
    const left = await page.evaluate(async () => (await indexedDB.databases()).map((one) => one.name));
    expect(left.filter((name) => name?.startsWith('countersign-own-'))).toEqual([]);
    await page.goto('about:blank');
    await page.goto(link);
    await expect(page.getByRole('heading', { name: inApp.over.answered.title })).toBeVisible();
  });
});

test('a no is as easy, sealed alike, and makes no account', async ({ page }) => {
  test.setTimeout(90_000);
  await withMail(async ({ server, smtp }) => {
    await begin(page, linkTo(server, await mailTo(smtp, nguyen.email)));
    await page.getByRole('button', { name: words.notWanted }).click();
    await page.getByRole('radio', { name: 'Not right now' }).check();
    await page.getByRole('button', { name: words.decline.confirm }).click();
    await expect(page.getByText(inApp.safety.practice)).toBeVisible({ timeout: 30_000 });
    expect(server.query('select kind, method from consent')).toEqual([{ kind: 'declination', method: 'app' }]);
    expect(server.query('select id from account')).toEqual([]);
  });
});

test('a link works in the browser where it was opened; another is told so, and shown nothing', async ({
  page,
  browser,
}) => {
  test.setTimeout(90_000);
  await withMail(async ({ server, smtp }) => {
    const link = linkTo(server, await mailTo(smtp, nguyen.email));
    await begin(page, link);
    const other = await browser.newContext(phone);
    const elsewhere = await other.newPage();
    await elsewhere.goto(link);
    await expect(elsewhere.getByRole('heading', { name: inApp.over.elsewhere.title })).toBeVisible();
    await expect(elsewhere.getByText(nguyen.name)).toHaveCount(0);
    // So soon after the last mail there is no other.
    await elsewhere.getByRole('button', { name: inApp.mailAgain }).click();
    await expect(elsewhere.getByText('A link was mailed just now')).toBeVisible();
    await other.close();
  });
});

test('three wrong birth dates close the link; staff are told, and nothing was shown', async ({ page }) => {
  test.setTimeout(90_000);
  await withMail(async ({ server, smtp }) => {
    await page.goto(linkTo(server, await mailTo(smtp, nguyen.email)));
    for (const left of [2, 1]) {
      await confirm(page, '1951-01-01');
      await expect(page.getByText(words.birthDate.wrong(left))).toBeVisible();
    }
    await confirm(page, '1951-01-01');
    await expect(page.getByRole('heading', { name: inApp.over.locked.title })).toBeVisible();
    await page.reload();
    await expect(page.getByRole('heading', { name: inApp.over.locked.title })).toBeVisible();
    expect(server.query('select kind from event where kind = ?', 'link-locked')).toHaveLength(1);
  });
});

test('a link that is not whole, and a practice that does not answer, are told kindly', async ({ page, context }) => {
  test.setTimeout(90_000);
  await withMail(async ({ server, smtp }) => {
    await page.goto(`${server.url}/in-app#cut-off`);
    await expect(page.getByRole('heading', { name: inApp.noLink.title })).toBeVisible();
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await page.goto('about:blank');
    await page.goto(`${server.url}/in-app#cut-off`);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    const link = linkTo(server, await mailTo(smtp, nguyen.email));
    await context.setOffline(true);
    await page.goto('about:blank');
    await page.goto(link);
    await expect(page.getByRole('heading', { name: inApp.noAnswer.title })).toBeVisible();
    await context.setOffline(false);
    await page.getByRole('button', { name: inApp.noAnswer.again }).click();
    await expect(page.getByRole('heading', { name: inApp.welcome(nguyen.name) })).toBeVisible();
  });
});
