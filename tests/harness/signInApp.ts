import { expect } from 'vitest';
import { en as words } from '../../src/consent/text/en.ts';
import { en as inApp } from '../../src/member/inApp/text/en.ts';
import { until } from '../webkit/until.ts';
import { click, fill, see, type Desk } from './desk.ts';
import { startSecureServer } from './secureServer.ts';
import { aSmtpServer, tokenIn, type TestSmtp } from './smtp.ts';

/** The sample's patient who signs In App. */
const nguyen = { email: 'nguyen.1950@example.net', name: 'Nguyễn', birthDate: { Month: '1', Day: '1', Year: '1950' } };

/** From the link in the mail to the account, the same in every browser: reads all, types the name, signs. */
export async function signInApp(desk: Desk): Promise<void> {
  const smtp = await aSmtpServer();
  const server = await startSecureServer({ SMTP_URL: smtp.url, MAIL_FROM: 'forms@bayside.example' });
  try {
    await desk.goto(`${server.url}/in-app#${await tokenFrom(smtp)}`);
    await see(desk, 'heading', inApp.welcome(nguyen.name));
    for (const [label, number] of Object.entries(nguyen.birthDate)) await fill(desk, label, number);
    await click(desk, 'button', words.birthDate.confirm);
    await see(desk, 'heading', words.languageChoice.title);
    await goOn(desk);
    await goOn(desk);
    while ((await desk.title()) !== words.way.title) await readOne(desk);
    await click(desk, 'radio', new RegExp(`^${RegExp.escape(words.way.ways.type.label)}`));
    await goOn(desk);
    await fill(desk, new RegExp(`^${RegExp.escape(words.sign.typedLabel)}`), 'Nguyen');
    await goOn(desk);
    await see(desk, 'heading', words.review.title);
    await click(desk, 'button', words.review.finish);
    await until('the account', async () => (await desk.text()).includes(inApp.safety.account) || undefined);
    expect(server.query<object>('select kind, method from consent').map((row) => ({ ...row }))).toEqual([
      { kind: 'consent', method: 'app' },
    ]);
    expect(server.query<{ handle: string }>('select handle from account').map(({ handle }) => handle)).toEqual([
      nguyen.email,
    ]);
  } finally {
    await server.close();
    await smtp.close();
  }
}

async function tokenFrom(smtp: TestSmtp): Promise<string> {
  const mail = await until('the mail', () => smtp.received.find(({ recipients }) => recipients.includes(nguyen.email)));
  return tokenIn(mail);
}

/** Ticks this part, or answers this question, and goes on. */
async function readOne(desk: Desk): Promise<void> {
  if ((await desk.all('radio')).length > 0) {
    await click(desk, 'radio', /./);
    await click(desk, 'button', words.question.check);
  } else {
    await click(desk, 'checkbox', /./);
  }
  await goOn(desk);
}

async function goOn(desk: Desk): Promise<void> {
  const before = await desk.title();
  await click(desk, 'button', words.next);
  await until('another screen', async () => (await desk.title()) !== before || undefined);
}
