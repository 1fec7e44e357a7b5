import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ingest } from '../../server/ingest/ingest.ts';
import { createMailer, type Mailer } from '../../server/mail/mailer.ts';
import { lockPractice } from '../../server/store/changes.ts';
import { findInvitation } from '../../server/store/invitations.ts';
import { inTransaction } from '../../server/store/scope.ts';
import { enrol } from '../../server/enrol.ts';
import { anAppEach, aPracticeWithLogin, ask, logIn, problemOf } from '../harness/app.ts';
import { aConsent, anInvited, aTablet, at, sealed, type TestPractice, type TestTablet } from '../harness/builders.ts';
import {
  activated,
  activationIn,
  aMember,
  cookieOf,
  detailFor,
  finish,
  home,
  memberPassword,
  signIn,
  work,
} from '../harness/members.ts';
import { aSmtpServer, type TestSmtp } from '../harness/smtp.ts';

const DAY = 24 * 60 * 60_000;
const email = 'Margaret@example.org';
const handle = 'margaret@example.org';

let smtp: TestSmtp;
let mailer: Mailer;
const app = anAppEach({
  mail: {
    get sends() {
      return mailer.sends;
    },
    send: (mail) => mailer.send(mail),
  },
});
let practice: TestPractice;
let tablet: TestTablet;
let staff: string;

beforeEach(async () => {
  smtp = await aSmtpServer();
  mailer = createMailer({ url: smtp.url, from: 'forms@palmetto.example', folder: '/nowhere' });
  practice = await aPracticeWithLogin(app());
  tablet = await aTablet(practice);
  staff = await logIn(app());
});
afterEach(() => smtp.close());

/** Prints a slip and reads the code off it, as it was made. */
async function slip(invitation: string, holder = 'member'): Promise<{ status: number; code: string; bytes: Buffer }> {
  const secrets = await import('../../server/keys/secrets.ts');
  const made = vi.spyOn(secrets, 'newCode');
  const path = `/api/staff/invitations/${invitation}/activation-slip`;
  const response = await ask(app(), 'POST', path, { cookie: staff, body: { holder } });
  const code = String(made.mock.results.at(-1)?.value ?? '');
  made.mockRestore();
  return { status: response.status, code, bytes: Buffer.from(await response.arrayBuffer()) };
}

const open = (key: object): Promise<Response> => ask(app(), 'POST', '/api/member/activation/open', { body: { key } });

async function mailed(patient: Parameters<typeof aMember>[2] = { email }) {
  const member = await aMember(app(), tablet, patient);
  await work(app());
  return { member, token: activationIn(await smtp.mail(smtp.received.length)) };
}

describe('who enrolls with an e-mail', () => {
  test('is mailed one link that opens the account, in both languages, with nothing private but the first name', async () => {
    await mailed({ email, language: 'es' });
    expect(smtp.received).toHaveLength(1);
    const mail = await smtp.mail(1);
    expect(mail.recipients).toEqual([email]);
    expect(mail.subject).toContain('creó una cuenta');
    expect(mail.text).toContain('Margaret');
    expect(mail.text).toContain('choose a password');
    expect(`${mail.subject} ${mail.text} ${mail.html}`).not.toMatch(/chronic|care management|CCM|1947|whitfield/i);
    expect(mail.text).toContain('https://consent.practice.example/member/start#');
  });

  test('opens it, chooses a password, is in, and can sign in with it from then on', async () => {
    const { member, token } = await mailed();
    const opened = await (await open({ token })).json();
    expect(opened).toMatchObject({ state: 'open', greeting: 'Margaret', handle, actsFor: null, language: 'en' });
    const response = await finish(app(), { token });
    expect(response.headers.get('Set-Cookie')).toMatch(
      /^__Host-countersign-member=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
    expect(await home(app(), cookieOf(response))).toMatchObject({
      greeting: 'Margaret',
      member: member.name,
      actor: null,
    });
    expect((await signIn(app(), ' MARGARET@example.org ')).status).toBe(200);
    const { account, story } = await detailFor(app(), staff, member.id);
    expect(account).toMatchObject({ handle, accesses: [{ holder: 'member', activatedAt: at }] });
    expect(story.map((event) => event.kind)).toContain('account-opened');
  });

  test('finds the link used up after one use, and is told so kindly', async () => {
    const { token } = await mailed();
    await activated(app(), { token });
    expect(await (await open({ token })).json()).toMatchObject({ state: 'over', why: 'used' });
    expect((await problemOf(await finish(app(), { token }, 'another long password'))).code).toBe('code-over');
    expect((await signIn(app(), handle)).status).toBe(200);
  });

  test('of two who come with one link at once, one wins and the other is refused', async () => {
    const { token } = await mailed();
    const answers = await Promise.all(
      ['the first long password', 'the second long password'].map((password) => finish(app(), { token }, password)),
    );
    expect(answers.map((one) => one.status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    const winner = answers[0]?.status === 200 ? 'the first long password' : 'the second long password';
    expect((await signIn(app(), handle, winner)).status).toBe(200);
    expect(await app().store.db.selectFrom('member_session').selectAll().execute()).toHaveLength(2);
  });

  test('finds the link too old after two weeks', async () => {
    const { token } = await mailed();
    app().clock.pass(14 * DAY - 1);
    expect(await (await open({ token })).json()).toMatchObject({ state: 'open' });
    app().clock.pass(1);
    expect(await (await open({ token })).json()).toMatchObject({ state: 'over', why: 'expired' });
    expect((await problemOf(await finish(app(), { token }))).code).toBe('code-over');
  });

  test('gets another by asking for it, which ends the first; nobody else learns whether there is an account', async () => {
    const { token } = await mailed();
    const forgot = (name: string) => ask(app(), 'POST', '/api/member/forgot', { body: { handle: name } });
    expect((await forgot(handle)).status).toBe(204);
    await work(app());
    expect(smtp.received, 'the last mail was just now').toHaveLength(1);
    app().clock.pass(11 * 60_000);
    expect((await forgot(handle)).status).toBe(204);
    expect((await forgot('nobody@example.org')).status).toBe(204);
    await work(app());
    expect(smtp.received).toHaveLength(2);
    expect(await (await open({ token })).json()).toMatchObject({ state: 'over', why: 'replaced' });
    const second = activationIn(await smtp.mail(2));
    expect((await finish(app(), { token: second })).status).toBe(200);
  });

  test('keeps the old password until the new link is used; then every log-in of before ends', async () => {
    const { token } = await mailed();
    const before = await activated(app(), { token });
    app().clock.pass(20 * 60_000);
    await ask(app(), 'POST', '/api/member/forgot', { body: { handle } });
    await work(app());
    expect((await signIn(app(), handle)).status).toBe(200);
    await home(app(), before);
    const after = await activated(app(), { token: activationIn(await smtp.mail(2)) }, 'a new long password');
    expect((await ask(app(), 'GET', '/api/member/session', { cookie: before })).status).toBe(401);
    expect((await signIn(app(), handle)).status).toBe(401);
    await home(app(), after);
  });

  test('a token is kept nowhere once the mail has left', async () => {
    const { token } = await mailed();
    const { folder } = app().store;
    const all = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'latin1'));
    expect(all.some((content) => content.includes(token))).toBe(false);
  });
});

describe('who enrolls without an e-mail', () => {
  test('is mailed nothing; staff print a slip whose name and code open the account, however it is typed', async () => {
    const member = await aMember(app(), tablet, { username: 'margaret.whitfield' });
    await work(app());
    expect(smtp.received).toEqual([]);
    const { status, code, bytes } = await slip(member.id);
    expect([status, bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/);
    const typed = ` ${code.slice(0, 4)}-${code.slice(4, 8)} ${code.slice(8).toLowerCase().replaceAll('0', 'o')} `;
    const key = { handle: 'Margaret.Whitfield', code: typed };
    expect(await (await open(key)).json()).toMatchObject({ state: 'open', handle: 'margaret.whitfield' });
    await home(app(), await activated(app(), key));
    expect((await signIn(app(), 'margaret.whitfield')).status).toBe(200);
  });

  test('a new slip ends the one before, and what staff see says which code is good', async () => {
    const member = await aMember(app(), tablet, { username: 'margaret.whitfield' });
    const first = await slip(member.id);
    const second = await slip(member.id);
    const key = (code: string) => ({ handle: 'margaret.whitfield', code });
    expect(await (await open(key(first.code))).json()).toMatchObject({ state: 'over', why: 'replaced' });
    expect((await detailFor(app(), staff, member.id)).account?.accesses).toMatchObject([
      { activatedAt: null, code: { way: 'slip', good: true } },
    ]);
    await activated(app(), key(second.code));
    expect((await detailFor(app(), staff, member.id)).account?.accesses).toMatchObject([{ code: { good: false } }]);
  });

  test('a slip is too old after thirty days', async () => {
    const member = await aMember(app(), tablet, { username: 'margaret.whitfield' });
    const { code } = await slip(member.id);
    app().clock.pass(30 * DAY);
    const key = { handle: 'margaret.whitfield', code };
    expect(await (await open(key)).json()).toMatchObject({ state: 'over', why: 'expired' });
  });

  test('a wrong code and an unknown name are refused alike, and guessing is braked', async () => {
    const member = await aMember(app(), tablet, { username: 'margaret.whitfield' });
    const { code } = await slip(member.id);
    const refusals = await Promise.all(
      [
        { handle: 'margaret.whitfield', code: '0000-0000-0000' },
        { handle: 'nobody', code },
      ].map(async (key) => problemOf(await open(key))),
    );
    expect(refusals[0]).toEqual(refusals[1]);
    expect(refusals[0]?.code).toBe('code-wrong');
    for (let n = 0; n < 9; n++) await open({ handle: 'margaret.whitfield', code: `0000-0000-000${n}` });
    const right = await open({ handle: 'margaret.whitfield', code });
    expect(await problemOf(right)).toMatchObject({ code: 'too-many-tries', retryAfter: expect.any(Number) });
  });

  test('a code opens the account of its own name alone', async () => {
    const member = await aMember(app(), tablet, { username: 'margaret.whitfield' });
    await aMember(app(), tablet, { name: { first: 'Ana', last: 'Ruiz' }, username: 'ana.ruiz' });
    const { code } = await slip(member.id);
    expect((await problemOf(await open({ handle: 'ana.ruiz', code }))).code).toBe('code-wrong');
  });

  test('a slip can be printed only where there is an account', async () => {
    const { id } = await anInvited(practice);
    const path = `/api/staff/invitations/${id}/activation-slip`;
    const refused = await ask(app(), 'POST', path, { cookie: staff, body: { holder: 'member' } });
    expect((await problemOf(refused)).code).toBe('not-enrolled');
    const mail = await ask(app(), 'POST', path.replace('slip', 'mail'), { cookie: staff, body: { holder: 'member' } });
    expect((await problemOf(mail)).code).toBe('not-enrolled');
  });
});

test('a slip ends the link of a mail that has not left yet, too', async () => {
  const member = await aMember(app(), tablet, { email });
  const { code } = await slip(member.id);
  await work(app());
  expect(smtp.received).toEqual([]);
  await activated(app(), { handle, code });
});

test('staff have the mail sent again, with a new link in place of the old one', async () => {
  const { member, token } = await mailed();
  const path = `/api/staff/invitations/${member.id}/activation-mail`;
  expect((await ask(app(), 'POST', path, { cookie: staff, body: { holder: 'member' } })).status).toBe(200);
  await work(app());
  expect(await (await open({ token })).json()).toMatchObject({ why: 'replaced' });
  await activated(app(), { token: activationIn(await smtp.mail(2)) });
  const none = await aMember(app(), tablet, { username: 'ana.ruiz' });
  const refused = await ask(app(), 'POST', path.replace(member.id, none.id), {
    cookie: staff,
    body: { holder: 'member' },
  });
  expect((await problemOf(refused)).code).toBe('not-by-mail');
});

test('by two methods at once there is one account, one way in and one mail', async () => {
  const invited = await anInvited(practice, { email });
  const envelope = await sealed(tablet, aConsent(tablet, invited));
  const onPaper = inTransaction(practice.scope, async (within) => {
    await lockPractice(within);
    const invitation = await findInvitation(within, invited.id);
    if (!invitation) throw new Error('no invitation');
    return enrol(within, invitation, at);
  });
  await Promise.all([ingest(app().deps, tablet.device, envelope), onPaper]);
  await work(app());
  const { db } = app().store;
  expect(await db.selectFrom('account').select('handle').execute()).toEqual([{ handle }]);
  expect(await db.selectFrom('access').select(['handle', 'holder']).execute()).toEqual([{ handle, holder: 'member' }]);
  expect(smtp.received).toHaveLength(1);
});

test('a link that nobody was sent opens nothing', async () => {
  expect((await problemOf(await open({ token: 'A'.repeat(43) }))).code).toBe('link-unknown');
  const short = await finish(app(), { token: 'A'.repeat(43) }, 'too short');
  expect(await problemOf(short)).toMatchObject({ code: 'unreadable-request', fields: [{ field: 'password' }] });
  expect(memberPassword.length).toBeGreaterThan(11);
});
