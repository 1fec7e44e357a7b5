import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createJobRunner } from '../../server/jobs/runner.ts';
import { perform } from '../../server/jobs/perform.ts';
import { createMailer, type Mailer } from '../../server/mail/mailer.ts';
import type { InvitationDetail } from '../../src/contract/invitationsApi.ts';
import { aHouseholdOf, anInvitation, type TestPractice } from '../harness/builders.ts';
import { anAppEach, aPracticeWithLogin, ask, logIn, problemOf } from '../harness/app.ts';
import { aSmtpServer, tokenIn, type TestSmtp } from '../harness/smtp.ts';

const DAY = 24 * 60 * 60_000;
const HEALTH = /chronic|care management|CCM|consent|1947|whitfield/i;

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
let cookie: string;

beforeEach(async () => {
  smtp = await aSmtpServer();
  mailer = createMailer({ url: smtp.url, from: 'forms@palmetto.example', folder: '/nowhere' });
  practice = await aPracticeWithLogin(app());
  cookie = await logIn(app());
});
afterEach(() => smtp.close());

/** Does all jobs that are due now. */
async function work(): Promise<void> {
  const { deps } = app();
  await createJobRunner({ ...deps, perform: (job) => perform(deps, job) }).runDue();
}

async function invited(language = 'en'): Promise<string> {
  const household = aHouseholdOf(
    anInvitation(practice, { email: 'm.whitfield@example.org', language }, { method: 'app' }),
  );
  const response = await ask(app(), 'POST', '/api/staff/households', { body: household, cookie });
  expect(response.status).toBe(201);
  return household.members[0]?.invitation ?? '';
}

async function detail(invitation: string): Promise<InvitationDetail> {
  const response = await ask(app(), 'GET', `/api/staff/invitations/${invitation}`, { cookie });
  return (await response.json()) as InvitationDetail;
}

async function resend(invitation: string): Promise<Response> {
  const { version } = await detail(invitation);
  return ask(app(), 'POST', `/api/staff/invitations/${invitation}/resend`, { body: { version }, cookie });
}

describe('an invitation In App', () => {
  test('goes by mail, in both languages, as text and HTML, with nothing private but the first name', async () => {
    const id = await invited('es');
    await work();
    const [mail] = smtp.received;
    expect(smtp.received).toHaveLength(1);
    expect(mail?.recipients).toEqual(['m.whitfield@example.org']);
    expect(mail?.subject).toBe('Palmetto Family Medicine le pide que lea y conteste un formulario');
    for (const words of [mail?.text, mail?.html || '']) {
      expect(words).toContain('Hola, Margaret:');
      expect(words).toContain('Hello Margaret,');
      expect(words).toContain(`https://consent.practice.example/in-app#${tokenIn(mail ?? { text: '' })}`);
      expect(words?.replaceAll(/https:\S+/g, '')).not.toMatch(HEALTH);
    }
    const { mails, story } = await detail(id);
    expect(mails).toMatchObject([{ kind: 'invitation', state: 'sent', recipient: 'm.whitfield@example.org' }]);
    expect(story.map((event) => event.kind)).toEqual(['added', 'mail-sent']);
  });

  test('keeps neither the token nor the text once it has left', async () => {
    await invited();
    await work();
    const token = tokenIn(await smtp.mail(1));
    const rows = await app().store.db.selectFrom('mail').selectAll().execute();
    expect(rows.map((row) => row.content)).toEqual([null]);
    const all = readdirSync(app().store.folder).map((file) => readFileSync(join(app().store.folder, file), 'latin1'));
    expect(all.some((content) => content.includes(token))).toBe(false);
  });

  test('is sent again with a new link; the old one says that it was replaced', async () => {
    const id = await invited();
    await work();
    expect((await resend(id)).status).toBe(200);
    await work();
    const [first, second] = smtp.received.map(tokenIn);
    expect(second).not.toBe(first);
    const links = await app().store.db.selectFrom('link').select('revoked_at').orderBy('created_at').execute();
    expect(links.filter((link) => link.revoked_at === null)).toHaveLength(1);
  });

  test('that is not In App is not mailed, and says why', async () => {
    const household = aHouseholdOf(anInvitation(practice, { email: 'm.whitfield@example.org' }));
    await ask(app(), 'POST', '/api/staff/households', { body: household, cookie });
    await work();
    expect(smtp.received).toEqual([]);
    const refused = await resend(household.members[0]?.invitation ?? '');
    expect((await problemOf(refused)).code).toBe('not-by-mail');
  });

  test('a mailbox that is not there is told to staff, and is not tried for ever', async () => {
    smtp.refuseWith(550);
    const id = await invited();
    await work();
    expect((await detail(id)).mails).toMatchObject([{ state: 'failed', problem: expect.stringContaining('550') }]);
    expect((await detail(id)).story.at(-1)?.kind).toBe('mail-failed');
    smtp.refuseWith(undefined);
    app().clock.pass(DAY);
    await work();
    expect(smtp.received).toEqual([]);
  });

  test('a mail server that asks to wait gets the same mail later, and once', async () => {
    smtp.refuseWith(451);
    const id = await invited();
    await work();
    expect((await detail(id)).mails).toMatchObject([{ state: 'waiting' }]);
    smtp.refuseWith(undefined);
    app().clock.pass(DAY);
    await work();
    await work();
    cookie = await logIn(app());
    expect(smtp.received).toHaveLength(1);
    expect((await detail(id)).mails).toMatchObject([{ state: 'sent' }]);
    expect(app().deps.logged.filter((line) => line.level >= 50)).toEqual([]);
  });

  test('nobody there for three days: given up, and told to staff', async () => {
    smtp.refuseWith(451);
    const id = await invited();
    for (let day = 0; day < 5; day++) {
      await work();
      app().clock.pass(DAY);
    }
    cookie = await logIn(app());
    expect((await detail(id)).mails).toMatchObject([{ state: 'failed' }]);
  });

  test('reminds as often as the practice sets, and not after the reader said stop', async () => {
    const id = await invited();
    for (let day = 0; day < 30; day++) {
      await work();
      app().clock.pass(DAY);
    }
    expect(smtp.received).toHaveLength(3);
    const last = await smtp.mail(3);
    expect(last.subject).toContain('still waits for you');
    expect(last.headers.get('list')).toMatchObject({ unsubscribe: { id: expect.stringContaining('/no-reminders#') } });
    cookie = await logIn(app());
    expect((await detail(id)).mails.map((mail) => mail.kind)).toEqual(['reminder', 'reminder', 'invitation']);

    await invited();
    await work();
    const token = tokenIn(await smtp.mail(4));
    const stopped = await ask(app(), 'POST', '/api/link/no-reminders', { body: { token } });
    expect(stopped.status).toBe(204);
    app().clock.pass(30 * DAY);
    await work();
    expect(smtp.received).toHaveLength(4);
  });

  test('cancelled before the mail left: nothing leaves, nobody is reminded', async () => {
    const id = await invited();
    const { version } = await detail(id);
    await ask(app(), 'POST', `/api/staff/invitations/${id}/cancel`, {
      body: { version, reason: 'moved away' },
      cookie,
    });
    await work();
    expect(smtp.received).toEqual([]);
    expect((await detail(id)).mails).toMatchObject([{ state: 'void' }]);
  });

  test('another address: the mail goes there, and the first link ends', async () => {
    const id = await invited();
    await work();
    const before = await detail(id);
    const patient = {
      name: before.name,
      birthDate: before.birthDate,
      sex: before.sex,
      phone: before.phone,
      email: 'right@example.org',
      language: before.language,
      address: before.address,
      recordNumber: before.recordNumber,
      practitioner: before.practitioner,
    };
    const { version, contact, note } = before;
    const body = { version, patient, method: 'app', contact, note };
    expect((await ask(app(), 'PUT', `/api/staff/invitations/${id}`, { body, cookie })).status).toBe(200);
    await work();
    expect((await smtp.mail(2)).recipients).toEqual(['right@example.org']);

    const now = await detail(id);
    const onTablet = { version: now.version, patient: { ...patient }, method: 'tablet', contact, note };
    expect((await ask(app(), 'PUT', `/api/staff/invitations/${id}`, { body: onTablet, cookie })).status).toBe(200);
    const links = await app().store.db.selectFrom('link').select('revoked_at').execute();
    expect(links.every((link) => link.revoked_at !== null)).toBe(true);
  });
});

test('a caregiver is told that they were named, and nothing about health', async () => {
  const household = aHouseholdOf(anInvitation(practice));
  household.caregivers.push({
    id: crypto.randomUUID(),
    name: { first: 'Isaiah', last: 'Boyd' },
    relationship: 'son',
    phone: null,
    email: 'isaiah.boyd@example.com',
    legalRepresentative: false,
  });
  await ask(app(), 'POST', '/api/staff/households', { body: household, cookie });
  await work();
  const mail = await smtp.mail(1);
  expect(mail.recipients).toEqual(['isaiah.boyd@example.com']);
  expect(mail.text).toContain('as a person who helps Margaret');
  for (const words of [mail.subject, mail.text, mail.html || '']) expect(words).not.toMatch(HEALTH);
});

describe('without a mail server', () => {
  beforeEach(() => {
    mailer = createMailer({ url: undefined, from: undefined, folder: join(app().store.folder, 'mail') });
  });

  test('mail is kept in the data folder, shown to the administrator, and sent once there is one', async () => {
    const id = await invited();
    await work();
    const { mails } = await detail(id);
    expect(mails).toMatchObject([{ state: 'kept' }]);
    const [file] = readdirSync(join(app().store.folder, 'mail'));
    expect(file).toBe(`${mails[0]?.id}.eml`);
    expect(smtp.received).toEqual([]);

    await app().store.db.updateTable('staff').set({ role: 'administrator' }).execute();
    const list = await ask(app(), 'GET', '/api/staff/mails', { cookie });
    expect(await list.json()).toMatchObject({ sends: false, mails: [{ kind: 'invitation', state: 'kept' }] });
    const read = await ask(app(), 'GET', `/api/staff/mails/${mails[0]?.id}`, { cookie });
    const { text } = (await read.json()) as { text: string };
    expect(text).toContain('/in-app#');

    mailer = createMailer({ url: smtp.url, from: 'forms@palmetto.example', folder: '/nowhere' });
    expect((await ask(app(), 'POST', '/api/staff/mails/send', { cookie })).status).toBe(200);
    await work();
    expect(tokenIn(await smtp.mail(1))).toBe(tokenIn({ text }));
  });
});
