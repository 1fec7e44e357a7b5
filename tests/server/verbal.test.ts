import { beforeEach, expect, test } from 'vitest';
import type { InvitationDetail } from '../../src/contract/invitationsApi.ts';
import { newId } from '../../src/contract/newId.ts';
import { verbalRecord } from '../../src/contract/practiceRecord.ts';
import { scriptAnswer, type VerbalRequest } from '../../src/contract/verbalApi.ts';
import * as v from 'valibot';
import { perform } from '../../server/jobs/perform.ts';
import { createJobRunner } from '../../server/jobs/runner.ts';
import { homeOf } from '../../server/members/home.ts';
import { printReceipt } from '../../server/members/papers.ts';
import { accessesOf } from '../../server/store/access.ts';
import { openRecord } from '../../server/keepRecord.ts';
import { findRecord } from '../../server/store/records.ts';
import { firstBrokenEntry } from '../../server/store/ledger.ts';
import { anAppEach, aPracticeWithLogin, ask, logIn, problemOf } from '../harness/app.ts';
import { aConsent, anInvited, aTablet, sealed, type Invited, type TestPractice } from '../harness/builders.ts';
import { ingest } from '../../server/ingest/ingest.ts';
import { allRows } from '../harness/rows.ts';
import { makeRecordDocument } from '../../server/jobs/recordDocument.ts';
import { hasPoppler, sealOf, textOf } from './documents.readers.ts';

/** Consent by word of mouth: documented like any other, in the same record, ledger and account. */

const app = anAppEach();
let practice: TestPractice;
let margaret: Invited;
let cookie: string;

beforeEach(async () => {
  practice = await aPracticeWithLogin(app());
  margaret = await anInvited(practice);
  cookie = await logIn(app());
});

const path = (rest = ''): string => `/api/staff/invitations/${margaret.id}${rest}`;

async function detail(): Promise<InvitationDetail> {
  return (await (await ask(app(), 'GET', path(), { cookie })).json()) as InvitationDetail;
}

async function anAnswer(wishes: Partial<VerbalRequest> = {}): Promise<VerbalRequest> {
  const script = v.parse(scriptAnswer, await (await ask(app(), 'GET', path('/script'), { cookie })).json());
  return {
    id: newId(),
    version: (await detail()).version,
    form: script.formHash,
    language: 'es',
    answer: 'consent',
    readBy: 'Hannah Kim',
    by: 'phone',
    answeredAt: app().clock.now().toISOString(),
    said: 'Sí, llámeme los lunes.',
    reason: null,
    ...wishes,
  };
}

const send = (answer: object): Promise<Response> => ask(app(), 'POST', path('/verbal'), { cookie, body: answer });
const kinds = async (table: string): Promise<unknown[]> =>
  ((await allRows(app().store))[table] ?? []).map((row) => row.kind);

test('who said yes by word of mouth signs in, and sees what was agreed like everybody else', async () => {
  await send(await anAnswer());
  const [access] = await accessesOf(practice.scope, margaret.patient);
  if (!access) throw new Error('nobody can sign in');
  const { agreements } = await homeOf(app().deps, access);
  expect(agreements).toMatchObject([{ method: 'verbal', language: 'es', stop: null }]);
  expect(agreements[0]?.texts['en']?.lines[0]).toContain(practice.practitioner.name);
  const receipt = await printReceipt(app().deps, practice.scope, { invitation: margaret.id, language: 'es' });
  expect(Buffer.from(receipt).subarray(0, 5).toString()).toBe('%PDF-');
});

test('a spoken yes is a record in the ledger, a consent marked as spoken, and an account', async () => {
  const answer = await anAnswer();
  expect((await send(answer)).status).toBe(200);
  expect(await detail()).toMatchObject({ state: 'enrolled', account: { handle: expect.any(String) } });
  const rows = await allRows(app().store);
  expect(rows.consent).toMatchObject([{ kind: 'consent', method: 'verbal', envelope_id: answer.id }]);
  expect(rows.ledger).toMatchObject([{ kind: 'verbal', subject: answer.id }]);
  expect(await firstBrokenEntry(practice.scope)).toBeUndefined();
  const { dataKey } = await app().deps.keyring.keysOf(practice.id);
  const row = await findRecord(practice.scope, answer.id);
  expect(row).toMatchObject({ sha256: rows.ledger?.[0]?.sha256, recorded_by: practice.staff.id });
  const kept = v.parse(verbalRecord, row && openRecord(practice.scope, dataKey, row));
  expect(kept).toMatchObject({
    readBy: 'Hannah Kim',
    by: 'phone',
    said: answer.said,
    fills: { patient: margaret.name },
  });
  expect(Buffer.from(row?.content ?? []).toString('latin1')).not.toContain('lunes');
});

test('what was read and answered is made into a document, which the console shows', async () => {
  const answer = await anAnswer();
  await send(answer);
  expect(await detail()).toMatchObject({ documents: [], documentsPending: true });
  const { store, now, log } = app().deps;
  await createJobRunner({ store, now, log, perform: (job) => perform(app().deps, job) }).runDue();
  const [document, ...others] = (await detail()).documents;
  expect(others).toEqual([]);
  expect(await detail()).toMatchObject({ documentsPending: false });
  const pdf = await ask(app(), 'GET', `/api/staff/documents/${document?.id}`, { cookie });
  expect(pdf.headers.get('Content-Type')).toBe('application/pdf');
});

test('a spoken no is recorded with its reason, ends the invitation, and makes no account', async () => {
  expect((await send(await anAnswer({ answer: 'declination', reason: 'cost' }))).status).toBe(200);
  expect(await detail()).toMatchObject({ state: 'declined', account: null });
  expect((await allRows(app().store)).consent).toMatchObject([
    { kind: 'declination', method: 'verbal', reason: 'cost' },
  ]);
});

test('the same answer sent again, since its success was not heard, is one record', async () => {
  const answer = await anAnswer();
  for (let tries = 0; tries < 3; tries++) expect((await send(answer)).status).toBe(200);
  const rows = await allRows(app().store);
  for (const table of ['record', 'consent', 'ledger', 'account']) expect(rows[table], table).toHaveLength(1);
});

test('another answer under the same id is refused, and the first one stays', async () => {
  const answer = await anAnswer();
  await send(answer);
  expect(await problemOf(await send({ ...answer, said: 'No.' }))).toMatchObject({ code: 'duplicate-submission' });
  expect(await kinds('record')).toEqual(['verbal']);
});

test('two desks that record at once: one counts, the other is told', async () => {
  const [one, other] = [await anAnswer(), await anAnswer()];
  const statuses = (await Promise.all([send(one), send(other)])).map((answer) => answer.status);
  expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 409]);
  expect((await allRows(app().store)).account).toHaveLength(1);
});

test('invariant 8: a signature that was on its way is kept beside the spoken answer, and staff are told', async () => {
  const tablet = await aTablet(practice);
  await send(await anAnswer());
  await ingest(app().deps, tablet.device, await sealed(tablet, aConsent(tablet, margaret)));
  expect(await kinds('envelope_conflict')).toEqual(['signed-twice']);
  expect((await allRows(app().store)).account).toHaveLength(1);
});

const mistakes: [what: string, wishes: Partial<VerbalRequest>, field: string][] = [
  ['a no without a reason', { answer: 'declination' }, 'reason'],
  ['a reason that the form does not have', { answer: 'declination', reason: 'weather' }, 'reason'],
  ['a yes with a reason', { reason: 'cost' }, 'reason'],
  ['a language that the form does not have', { language: 'xx' }, 'language'],
  ['a time that has not come', { answeredAt: '2099-01-01T00:00:00.000Z' }, 'answeredAt'],
  ['nobody who read', { readBy: ' ' }, 'readBy'],
];

test.each(mistakes)('%s is told by field, and changes nothing', async (_what, wishes, field) => {
  const answer = await anAnswer(wishes);
  expect(await problemOf(await send(answer))).toMatchObject({ fields: [{ field }] });
  expect(await detail()).toMatchObject({ state: 'waiting' });
  expect(await kinds('record')).toEqual([]);
});

test('a form that is not the invitation’s any more, or an invitation that changed, is read anew first', async () => {
  expect(await problemOf(await send(await anAnswer({ form: 'a'.repeat(64) })))).toMatchObject({
    code: 'changed-meanwhile',
  });
  expect(await problemOf(await send(await anAnswer({ version: 0 })))).toMatchObject({ code: 'changed-meanwhile' });
  expect(await kinds('record')).toEqual([]);
});

test.skipIf(!hasPoppler)(
  'and its document is made after it, marked as spoken and under the practice’s seal',
  async () => {
    const answer = await anAnswer();
    await send(answer);
    expect(await detail()).toMatchObject({ documentsPending: true, documents: [] });
    const make = () => makeRecordDocument(app().deps, practice.id, answer.id);
    await Promise.all([make(), make()]);
    const { documents } = await detail();
    expect(documents).toMatchObject([{ kind: 'verbal-consent' }]);
    const file = await ask(app(), 'GET', `/api/staff/documents/${documents[0]?.id}`, { cookie });
    const bytes = new Uint8Array(await file.arrayBuffer());
    const text = textOf(bytes);
    for (const part of ['VERBAL: no se firmó nada', 'Hannah Kim', 'Sí, llámeme los lunes.', 'Margaret Whitfield'])
      expect(text).toContain(part);
    expect(text).toMatch(/Lo anotó\s+Keisha Brown\n/);
    expect(sealOf(bytes)['Signature Validation']).toBe('Signature is Valid.');
  },
);
