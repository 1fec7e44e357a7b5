import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { EnvelopeResult } from '../../src/contract/deviceApi.ts';
import { formHash } from '../../src/contract/digest.ts';
import { envelopeHash } from '../../src/contract/envelope.ts';
import { verifyReceipt } from '../../src/contract/receipt.ts';
import { currentForm } from '../../server/forms/currentForm.ts';
import { ingest } from '../../server/ingest/ingest.ts';
import { accountOf } from '../../server/store/accounts.ts';
import { findByThumbprint, revokeDevice } from '../../server/store/devices.ts';
import { conflictsOf, findEnvelope } from '../../server/store/envelopes.ts';
import { storyOf } from '../../server/store/events.ts';
import { addInvitation, findInvitation, moveInvitation } from '../../server/store/invitations.ts';
import { firstBrokenEntry } from '../../server/store/ledger.ts';
import { addPractitioner, keepForm } from '../../server/store/practices.ts';
import { inTransaction } from '../../server/store/scope.ts';
import {
  aConsent,
  aDeclination,
  anInvitation,
  anInvited,
  aPractice,
  aTablet,
  at,
  besides,
  hashOfForm,
  sealed,
  type Invited,
  type TestPractice,
  type TestTablet,
} from '../harness/builders.ts';
import { aClock, aSqliteStore, depsFor, type TestDeps, type TestStore } from '../harness/deps.ts';
import { allRows } from '../harness/rows.ts';

/** What becomes of an envelope that holds. Those that don't are in ingest-refusals.test.ts. */

/** A minute after the signing. */
const now = '2026-03-09T15:15:32.000Z';

let store: TestStore;
let deps: TestDeps;
let practice: TestPractice;
let tablet: TestTablet;
let margaret: Invited;

beforeEach(async () => {
  store = await aSqliteStore();
  deps = depsFor(store, aClock(now));
  practice = await aPractice(store);
  tablet = await aTablet(practice);
  margaret = await anInvited(practice);
});

afterEach(() => store.close());

describe('an envelope that holds', () => {
  test('is kept, and its receipt names it, its place in the ledger and the head after it, signed by the practice', async () => {
    const envelope = await sealed(tablet, aConsent(tablet, margaret));
    const receipt = await receiptIn(await ingest(deps, tablet.device, envelope));
    const entry = await store.db.selectFrom('ledger').selectAll().executeTakeFirstOrThrow();
    expect(receipt).toEqual({
      id: envelope.id,
      sha256: await envelopeHash(envelope),
      seq: 1,
      head: entry.hash,
      time: now,
    });
    expect(entry).toMatchObject({ seq: 1, kind: 'consent', subject: envelope.id, sha256: receipt?.sha256 });
    const kept = await findEnvelope(practice.scope, envelope.id);
    expect(JSON.parse(Buffer.from(kept?.content ?? []).toString())).toEqual(envelope);
  });

  test('tells its story, enrols the patient and asks for a document', async () => {
    const evidence = aConsent(tablet, margaret);
    const result = await ingest(deps, tablet.device, await sealed(tablet, evidence));
    expect(result).toMatchObject({ status: 'stored', enrolled: true });
    expect(await stateOf(margaret)).toBe('enrolled');
    expect(await storyOf(practice.scope, margaret.id)).toMatchObject([
      { kind: 'presented', at: evidence.times.handedOff, who: tablet.device.name },
      { kind: 'signed', at: evidence.times.signed, who: 'Margaret Whitfield' },
      { kind: 'received', at: now, who: tablet.device.name },
      { kind: 'account-created', at: now, detail: 'margaret.whitfield' },
      { kind: 'enrolled', at: now },
    ]);
    const job = await store.db.selectFrom('job').selectAll().executeTakeFirstOrThrow();
    expect(job).toMatchObject({ kind: 'signed-document', subject: evidence.id, done_at: null });
  });

  test('moves the invitation up in the change feed, so that other tablets take it off their lists', async () => {
    const before = await findInvitation(practice.scope, margaret.id);
    await anInvited(practice, { name: { first: 'Someone', last: 'Else' } });
    await ingest(deps, tablet.device, await sealed(tablet, aConsent(tablet, margaret)));
    const last = await store.db.selectFrom('practice').select('change_seq').executeTakeFirstOrThrow();
    const after = await findInvitation(practice.scope, margaret.id);
    expect(after?.change_seq).toBeGreaterThan((before?.change_seq ?? 0) + 1);
    expect(after?.change_seq).toBe(last.change_seq);
  });
});

describe('invariant 3: same id and same hash is the same receipt; same id and another hash is a conflict', () => {
  test('a second and third time brings the same receipt and changes nothing', async () => {
    const envelope = await sealed(tablet, aConsent(tablet, margaret));
    const first = await ingest(deps, tablet.device, envelope);
    const rows = await allRows(store);
    expect(await ingest(deps, tablet.device, envelope)).toEqual(first);
    expect(await ingest(deps, tablet.device, structuredClone(envelope))).toEqual(first);
    expect(await allRows(store)).toEqual(rows);
  });

  test('another envelope under the id is refused with 409, both are kept, and the story says so once', async () => {
    const evidence = aConsent(tablet, margaret);
    const first = await sealed(tablet, evidence);
    const other = await sealed(tablet, evidence);
    const receipt = await receiptIn(await ingest(deps, tablet.device, first));
    const refusal = { id: evidence.id, status: 'refused', http: 409, code: 'envelope-conflict' };
    expect(await ingest(deps, tablet.device, other)).toEqual(refusal);
    expect(await kindsOf(margaret)).toContain('conflict-other-content');
    expect(await ingest(deps, tablet.device, other)).toEqual(refusal);
    expect(await receiptIn(await ingest(deps, tablet.device, first))).toEqual(receipt);

    const conflicts = await conflictRows(margaret);
    expect(conflicts).toMatchObject([{ kind: 'other-content', envelope_id: evidence.id, device_id: tablet.device.id }]);
    expect(JSON.parse(Buffer.from(conflicts[0]?.content ?? []).toString())).toEqual(other);
    expect((await kindsOf(margaret)).filter((kind) => kind === 'conflict-other-content')).toHaveLength(1);
  });
});

describe('invariant 6: the text shown, the text signed and the text stored are one', () => {
  test('a form kept twice is one form; another text under the same version is refused', async () => {
    await keepForm(practice.scope, currentForm, hashOfForm, at);
    const changed = { ...currentForm, title: { ...currentForm.title, en: 'Another title' } };
    await expect(keepForm(practice.scope, changed, await formHash(changed), at)).rejects.toThrow(
      'a changed text needs a new version',
    );
    expect(await store.db.selectFrom('form').select('hash').execute()).toEqual([{ hash: hashOfForm }]);
  });

  test.each([
    ['the patient', { patient: 'Margret Whitfeld' }],
    ['the practitioner', { practitioner: 'Dr. Tom Baker' }],
    ['the practice', { practice: 'Another Practice' }],
    ["the practice's phone", { practicePhone: '+1 813 555 0199' }],
    ['the programme', { programme: 'APCM' }],
  ])('a text that named %s otherwise than the records is kept, and put before staff', async (_whom, differing) => {
    const evidence = aConsent(tablet, margaret);
    const fills = { ...evidence.fills, ...differing };
    const result = await ingest(deps, tablet.device, await sealed(tablet, aConsent(tablet, margaret, { fills })));
    expect(result).toMatchObject({ status: 'stored' });
    expect(await conflictRows(margaret)).toMatchObject([{ kind: 'text-mismatch' }]);
    expect(await kindsOf(margaret)).toContain('conflict-text-mismatch');
  });

  test('a meaning in other words than the form has is kept, and put before staff', async () => {
    const evidence = aConsent(tablet, margaret, { meaning: 'I agree to everything.' });
    expect(await ingest(deps, tablet.device, await sealed(tablet, evidence))).toMatchObject({ status: 'stored' });
    expect(await conflictRows(margaret)).toMatchObject([{ kind: 'text-mismatch' }]);
  });
});

describe('invariant 8: what the server decided meanwhile never drops a signature', () => {
  const meanwhile: [what: string, decide: () => Promise<unknown>, conflict: string][] = [
    ['the invitation was cancelled', () => moved(margaret, 'cancel'), 'after-cancel'],
    ['the invitation expired', () => moved(margaret, 'expire'), 'after-cancel'],
    ['the patient signed on another tablet', () => signedElsewhere(), 'signed-twice'],
    ['the patient declined on another tablet', () => declinedElsewhere(), 'signed-twice'],
    ['the tablet was revoked', () => revokeDevice(practice.scope, tablet.device.id, at), 'device-revoked'],
    ['the practitioner changed', () => anotherPractitioner(), 'text-mismatch'],
  ];

  test.each(meanwhile)('when %s, it is kept with a receipt and put before staff', async (_what, decide, conflict) => {
    const envelope = await sealed(tablet, aConsent(tablet, margaret));
    await decide();
    const before = { state: await stateOf(margaret), account: await accountOf(practice.scope, margaret.patient) };
    const place = (await findInvitation(practice.scope, margaret.id))?.change_seq ?? 0;

    const result = await ingest(deps, await tabletNow(), envelope);

    expect(await receiptIn(result)).toMatchObject({ id: envelope.id });
    expect(await findEnvelope(practice.scope, envelope.id)).toBeDefined();
    const consents = await store.db.selectFrom('consent').where('envelope_id', '=', envelope.id).selectAll().execute();
    expect(consents).toMatchObject([{ kind: 'consent', invitation_id: margaret.id }]);
    expect(await conflictRows(margaret)).toMatchObject([{ kind: conflict, envelope_id: envelope.id }]);
    expect(await conflictsOf(practice.scope, { id: margaret.id, state: 'waiting' })).toMatchObject([
      { kind: conflict, settled: null },
    ]);
    expect(await kindsOf(margaret)).toEqual(expect.arrayContaining(['received', `conflict-${conflict}`]));
    expect((await findInvitation(practice.scope, margaret.id))?.change_seq).toBeGreaterThan(place);
    if (conflict === 'text-mismatch') return;
    expect({ state: await stateOf(margaret), account: await accountOf(practice.scope, margaret.patient) }).toEqual(
      before,
    );
  });

  test('it stays in the chain of the ledger', async () => {
    await moved(margaret, 'cancel');
    await ingest(deps, tablet.device, await sealed(tablet, aConsent(tablet, margaret)));
    expect(await store.db.selectFrom('ledger').select('seq').execute()).toEqual([{ seq: 1 }]);
    expect(await firstBrokenEntry(practice.scope)).toBeUndefined();
  });
});

describe('invariant 9: an account exists only after a consent, and at most one per patient', () => {
  test('there is none before, and one after', async () => {
    expect(await accountOf(practice.scope, margaret.patient)).toBeUndefined();
    await ingest(deps, tablet.device, await sealed(tablet, aConsent(tablet, margaret)));
    expect(await accountOf(practice.scope, margaret.patient)).toEqual({ handle: 'margaret.whitfield', createdAt: now });
  });

  test('a declination makes none', async () => {
    const result = await ingest(deps, tablet.device, await sealed(tablet, aDeclination(tablet, margaret)));
    expect(result).toMatchObject({ status: 'stored', enrolled: false });
    expect(await stateOf(margaret)).toBe('declined');
    expect(await accountOf(practice.scope, margaret.patient)).toBeUndefined();
  });

  test('a patient who consents in two invitations has one', async () => {
    const again = anInvitation(practice);
    await inTransaction(practice.scope, (within) => addInvitation(within, again, besides(practice, margaret.patient)));
    await ingest(deps, tablet.device, await sealed(tablet, aConsent(tablet, margaret)));
    const second = { ...margaret, id: again.id };
    expect(await ingest(deps, tablet.device, await sealed(tablet, aConsent(tablet, second)))).toMatchObject({
      status: 'stored',
      enrolled: true,
    });
    expect(await store.db.selectFrom('account').select('patient_id').execute()).toEqual([
      { patient_id: margaret.patient },
    ]);
  });
});

async function receiptIn(result: EnvelopeResult) {
  return result.status === 'stored' ? await verifyReceipt(result.receipt, practice.receiptKey) : undefined;
}

async function stateOf(invited: Invited) {
  return (await findInvitation(practice.scope, invited.id))?.state;
}

async function kindsOf(invited: Invited) {
  return (await storyOf(practice.scope, invited.id)).map((event) => event.kind);
}

function conflictRows(invited: Invited) {
  return store.db.selectFrom('envelope_conflict').selectAll().where('invitation_id', '=', invited.id).execute();
}

async function moved(invited: Invited, event: 'cancel' | 'expire'): Promise<void> {
  await moveInvitation(practice.scope, { id: invited.id, state: 'waiting' }, event);
}

async function signedElsewhere(): Promise<void> {
  const other = await aTablet(practice, 'Room 2');
  await ingest(deps, other.device, await sealed(other, aConsent(other, margaret)));
}

async function declinedElsewhere(): Promise<void> {
  const other = await aTablet(practice, 'Room 2');
  await ingest(deps, other.device, await sealed(other, aDeclination(other, margaret)));
}

async function anotherPractitioner(): Promise<void> {
  const successor = '01940000-0000-7000-8000-000000000009';
  await addPractitioner(practice.scope, { id: successor, name: 'Dr. Tom Baker' });
  await store.db.updateTable('patient').set({ practitioner_id: successor }).execute();
}

async function tabletNow() {
  const device = await findByThumbprint(store.db, tablet.device.thumbprint);
  if (!device) throw new Error('the tablet is gone');
  return device;
}
