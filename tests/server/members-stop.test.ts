import { hash } from '@node-rs/argon2';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { makeSignedDocument } from '../../server/jobs/signedDocument.ts';
import { openRecord } from '../../server/keepRecord.ts';
import { createMailer, type Mailer } from '../../server/mail/mailer.ts';
import { accessesOf, setMemberPassword } from '../../server/store/access.ts';
import { addCaregiver } from '../../server/store/caregivers.ts';
import { firstBrokenEntry } from '../../server/store/ledger.ts';
import { getPatient } from '../../server/store/patients.ts';
import { findRecord } from '../../server/store/records.ts';
import { stopRecord } from '../../src/contract/practiceRecord.ts';
import { newId } from '../../src/contract/newId.ts';
import { anAppEach, aPracticeWithLogin, ask, logIn, problemOf } from '../harness/app.ts';
import { anInvited, aTablet, at, type Invited, type TestPractice, type TestTablet } from '../harness/builders.ts';
import { logInAs } from '../harness/doors.ts';
import {
  activated,
  activationIn,
  aMember,
  cookieOf,
  detailFor,
  home,
  memberPassword,
  signIn,
  work,
} from '../harness/members.ts';
import { aSmtpServer, type TestSmtp } from '../harness/smtp.ts';

const passwordHash = await hash(memberPassword, { memoryCost: 256, timeCost: 1, parallelism: 1 });

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
let margaret: Invited;
let member: string;

beforeEach(async () => {
  smtp = await aSmtpServer();
  mailer = createMailer({ url: smtp.url, from: 'forms@palmetto.example', folder: '/nowhere' });
  practice = await aPracticeWithLogin(app());
  tablet = await aTablet(practice);
  staff = await logIn(app());
  margaret = await aMember(app(), tablet, { email: 'margaret@example.org', language: 'es' });
  await work(app());
  const [access] = await accessesOf(practice.scope, margaret.patient);
  await setMemberPassword(practice.scope, access?.id ?? '', passwordHash, at);
  member = cookieOf(await signIn(app(), 'margaret@example.org'));
  smtp.received.length = 0;
});
afterEach(() => smtp.close());

/** The clock stands at March 9. */
const lastDay = '2026-03-31';

const stop = (cookie = member, wishes: object = {}): Promise<Response> =>
  ask(app(), 'POST', '/api/member/stop', {
    cookie,
    body: { invitation: margaret.id, effectiveOn: lastDay, reason: 'It costs too much.', ...wishes },
  });

async function theRecord() {
  const row = await app().store.db.selectFrom('record').selectAll().executeTakeFirstOrThrow();
  const found = await findRecord(practice.scope, row.id);
  if (!found) throw new Error('no record');
  const { dataKey } = await app().deps.keyring.keysOf(practice.id);
  return v.parse(stopRecord, openRecord(practice.scope, dataKey, found));
}

describe('a member who stops', () => {
  test('is answered with the last day, and sees it from then on', async () => {
    expect((await home(app(), member)).agreements[0]).toMatchObject({ stop: null, wouldEndOn: lastDay });
    const answer = await stop();
    expect(answer.status).toBe(200);
    const stopped = { askedAt: at, effectiveOn: lastDay, by: 'member', ended: false };
    expect(await answer.json()).toMatchObject({ agreements: [{ stop: stopped }] });
    app().clock.pass(23 * 24 * 60 * 60_000);
    const later = await home(app(), cookieOf(await signIn(app(), 'margaret@example.org')));
    expect(later.agreements[0]?.stop).toMatchObject({ ended: true });
  });

  test('leaves a record under the practice’s key, and a ledger that holds', async () => {
    await stop();
    expect(await theRecord()).toMatchObject({
      kind: 'stop',
      invitation: margaret.id,
      patient: margaret.patient,
      askedAt: at,
      effectiveOn: lastDay,
      by: 'member',
      byName: margaret.name,
      recordedBy: null,
      reason: 'It costs too much.',
      fills: { patient: margaret.name, practitioner: practice.practitioner.name },
    });
    const { db } = app().store;
    const entry = await db.selectFrom('ledger').selectAll().where('kind', '=', 'stop').executeTakeFirstOrThrow();
    const row = await db.selectFrom('record').selectAll().executeTakeFirstOrThrow();
    expect([entry.subject, entry.sha256]).toEqual([row.id, row.sha256]);
    expect(Buffer.from(row.content).includes('too much')).toBe(false);
    expect(await firstBrokenEntry(practice.scope)).toBeUndefined();
  });

  test('is sent a confirmation in their language, with both days and nothing about health', async () => {
    await stop();
    await work(app());
    expect(smtp.received).toHaveLength(1);
    const mail = await smtp.mail(1);
    expect(mail.recipients).toEqual(['margaret@example.org']);
    expect(mail.subject).toContain('confirma');
    expect(mail.text).toContain('9 de marzo de 2026');
    expect(mail.text).toContain('31 de marzo de 2026');
    expect(mail.text).toContain('March 31, 2026');
    expect(mail.text).not.toMatch(/chronic|care management|CCM|1947|whitfield|too much/i);
  });

  test('is told to staff and to the Health Assistant, whose work comes up again', async () => {
    await app().store.db.updateTable('work').set({ done_at: at, done_by: practice.staff.id }).execute();
    await stop();
    const detail = await detailFor(app(), staff, margaret.id);
    expect(detail).toMatchObject({ state: 'enrolled', stopsOn: lastDay, stop: { by: 'member' }, wouldEndOn: null });
    const told = detail.story.filter((event) => event.kind.startsWith('stop'));
    expect(told).toMatchObject([
      { kind: 'stopped-by-member', who: margaret.name, detail: lastDay },
      { kind: 'stop-reason', detail: 'It costs too much.' },
    ]);
    const list = await ask(app(), 'GET', '/api/staff/invitations', { cookie: staff });
    expect(await list.json()).toMatchObject({ invitations: [{ stopsOn: lastDay }] });
    const assistant = await logInAs(app(), practice, 'health-assistant', await loginHash());
    const open = await ask(app(), 'GET', '/api/staff/worklist?show=open', { cookie: assistant });
    const stopped = { askedAt: at, effectiveOn: lastDay };
    expect(await open.json()).toMatchObject({ items: [{ invitation: margaret.id, stop: stopped, done: null }] });
  });

  test('does so once: again, or by two devices at the same moment, is one record and one mail', async () => {
    const answers = await Promise.all([stop(), stop(), stop()]);
    expect(answers.map((one) => one.status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
    expect((await problemOf(await stop())).code).toBe('stopped-already');
    await work(app());
    expect(await app().store.db.selectFrom('record').select('id').execute()).toHaveLength(1);
    expect(smtp.received).toHaveLength(1);
  });

  test('is not stopped on another day than the one that was shown', async () => {
    // March is over while the page stands open.
    app().clock.pass(22.9 * 24 * 60 * 60_000);
    const late = cookieOf(await signIn(app(), 'margaret@example.org'));
    expect((await problemOf(await stop(late))).code).toBe('changed-meanwhile');
    expect((await home(app(), late)).agreements[0]).toMatchObject({ stop: null, wouldEndOn: '2026-04-30' });
    expect((await stop(late, { effectiveOn: '2026-04-30' })).status).toBe(200);
  });

  test('keeps everything that was signed, and a letter of the stop', async () => {
    const envelope = await app().store.db.selectFrom('envelope').select('id').executeTakeFirstOrThrow();
    await makeSignedDocument(app().deps, practice.id, envelope.id);
    await stop();
    const { agreements } = await home(app(), member);
    expect(agreements[0]?.documents).toHaveLength(1);
    const letter = await ask(app(), 'GET', `/api/member/invitations/${margaret.id}/stop-letter`, { cookie: member });
    expect(
      Buffer.from(await letter.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    const path = `/api/staff/invitations/${margaret.id}/stop-letter`;
    expect((await ask(app(), 'GET', path, { cookie: staff })).status).toBe(200);
  });
});

describe('staff', () => {
  const record = (invitation: string, wishes: object = {}): Promise<Response> =>
    ask(app(), 'POST', `/api/staff/invitations/${invitation}/stop`, {
      cookie: staff,
      body: { effectiveOn: lastDay, reason: 'She called.', ...wishes },
    });

  test('write down what a patient said on the phone: the same record, by their name, confirmed by mail', async () => {
    expect((await record(margaret.id)).status).toBe(200);
    expect(await theRecord()).toMatchObject({
      by: 'staff',
      byName: practice.staff.name,
      recordedBy: practice.staff.id,
      reason: 'She called.',
    });
    await work(app());
    expect((await smtp.mail(1)).recipients).toEqual(['margaret@example.org']);
    expect((await home(app(), member)).agreements[0]?.stop).toMatchObject({ by: 'staff' });
    expect((await problemOf(await stop())).code).toBe('stopped-already');
  });

  test('mail nobody who has no e-mail, and print the letter', async () => {
    const ana = await aMember(app(), tablet, { name: { first: 'Ana', last: 'Ruiz' }, username: 'ana.ruiz' });
    expect((await record(ana.id)).status).toBe(200);
    await work(app());
    expect(smtp.received).toEqual([]);
    const path = `/api/staff/invitations/${ana.id}/stop-letter`;
    expect((await ask(app(), 'GET', path, { cookie: staff })).headers.get('Content-Type')).toBe('application/pdf');
  });

  test('cannot stop what was never begun, nor without a reason', async () => {
    const waiting = await anInvited(practice);
    expect((await problemOf(await record(waiting.id))).code).toBe('not-enrolled');
    expect((await problemOf(await record(margaret.id, { reason: ' ' }))).code).toBe('unreadable-request');
  });
});

describe('a legal representative', () => {
  const thomas = { name: { first: 'Thomas', last: 'Whitfield' }, relationship: 'son', phone: null };

  async function named(email: string, legalRepresentative: boolean): Promise<string> {
    const id = newId();
    const { household } = await getPatient(practice.scope, margaret.patient);
    await addCaregiver(practice.scope, household, { id, ...thomas, email, legalRepresentative }, at);
    return id;
  }
  const give = (holder: string): Promise<Response> =>
    ask(app(), 'POST', `/api/staff/invitations/${margaret.id}/activation-mail`, { cookie: staff, body: { holder } });

  async function signedIn(email = 'thomas@example.org'): Promise<{ id: string; cookie: string }> {
    const id = await named(email, true);
    expect((await give(id)).status).toBe(200);
    await work(app());
    return { id, cookie: await activated(app(), { token: activationIn(await smtp.mail(smtp.received.length)) }) };
  }

  test('is given a way in of their own, and the page says who acts for whom', async () => {
    const { cookie } = await signedIn();
    const mail = await smtp.mail(1);
    expect(mail.recipients).toEqual(['thomas@example.org']);
    expect(mail.text).toContain('en nombre de Margaret');
    expect(await home(app(), cookie)).toMatchObject({
      greeting: 'Thomas',
      actor: 'Thomas Whitfield',
      member: margaret.name,
      handle: 'thomas@example.org',
      agreements: [{ invitation: margaret.id }],
    });
    expect(await home(app(), member)).toMatchObject({ actor: null });
  });

  test('stops for the member: the record names them, and both are told in writing', async () => {
    const { cookie } = await signedIn();
    expect((await stop(cookie)).status).toBe(200);
    expect(await theRecord()).toMatchObject({ by: 'representative', byName: 'Thomas Whitfield' });
    await work(app());
    const told = smtp.received.slice(1).flatMap((mail) => mail.recipients);
    expect(told.toSorted()).toEqual(['margaret@example.org', 'thomas@example.org']);
  });

  test('who shares an address with a member gets a name of their own to sign in by', async () => {
    const { cookie } = await signedIn('margaret@example.org');
    expect(await home(app(), cookie)).toMatchObject({ handle: 'thomas.whitfield' });
  });

  test('is nobody who was only named as a caregiver', async () => {
    expect((await problemOf(await give(await named('nancy@example.org', false)))).code).toBe('not-found');
    expect(await app().store.db.selectFrom('access').selectAll().execute()).toHaveLength(1);
  });

  test('is out at once when staff record that they may not decide any more; the member is not', async () => {
    const { id, cookie } = await signedIn();
    const { version } = await detailFor(app(), staff, margaret.id);
    const caregiver = { id, ...thomas, email: 'thomas@example.org', legalRepresentative: false };
    const path = `/api/staff/invitations/${margaret.id}/caregivers`;
    expect((await ask(app(), 'PUT', path, { cookie: staff, body: { version, caregiver } })).status).toBe(200);
    expect((await ask(app(), 'GET', '/api/member/session', { cookie })).status).toBe(401);
    expect((await signIn(app(), 'thomas@example.org')).status).toBe(401);
    expect((await problemOf(await give(id))).code).toBe('not-found');
    await home(app(), member);
  });
});

async function loginHash(): Promise<string> {
  const row = await app().store.db.selectFrom('staff').select('password_hash').executeTakeFirstOrThrow();
  return row.password_hash;
}
