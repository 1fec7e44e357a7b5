import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ConsentEvidence, Evidence, Signature, WithdrawalEvidence } from '../../src/contract/evidence.ts';
import { newId } from '../../src/contract/newId.ts';
import { filled, textIn } from '../../src/domain/form.ts';
import { currentForm } from '../../server/forms/currentForm.ts';
import { ingest } from '../../server/ingest/ingest.ts';
import { addCaregiver } from '../../server/store/caregivers.ts';
import { findInvitation } from '../../server/store/invitations.ts';
import { getPatient } from '../../server/store/patients.ts';
import {
  aConsent,
  aDeclination,
  anInvited,
  aPractice,
  aTablet,
  at,
  drawnStrokes,
  sealed,
  type Invited,
  type TestTablet,
} from '../harness/builders.ts';
import { aClock, aSqliteStore, depsFor, type TestDeps, type TestStore } from '../harness/deps.ts';
import { allRows } from '../harness/rows.ts';

/** Every way of signing counts the same; a change of mind is one more record. */

let store: TestStore;
let deps: TestDeps;
let tablet: TestTablet;
let margaret: Invited;

beforeEach(async () => {
  store = await aSqliteStore();
  deps = depsFor(store, aClock());
  const practice = await aPractice(store);
  tablet = await aTablet(practice);
  margaret = await anInvited(practice);
});

afterEach(() => store.close());

/** What kinds of rows a table has. */
async function kindsIn(table: 'consent' | 'ledger' | 'envelope_conflict'): Promise<string[]> {
  const rows = (await allRows(store))[table] ?? [];
  return rows.map((row) => String(row.kind)).toSorted();
}

const handIn = async (evidence: Evidence) => ingest(deps, tablet.device, await sealed(tablet, evidence));

const drawing = {
  strokes: drawnStrokes,
  samples: 90,
  width: 640,
  height: 260,
  coalesced: true,
  pointers: ['pen' as const],
};

function aMark(witnessSamples = 90): Signature {
  const signature = { how: 'drawn' as const, ...drawing, samples: witnessSamples };
  return { how: 'mark', ...drawing, witness: { name: 'Keisha Brown', address: '12 Bay Street, Tampa', signature } };
}

test('a mark before a witness makes an account like any signature', async () => {
  expect(await handIn(aConsent(tablet, margaret, { signature: aMark() }))).toMatchObject({
    status: 'stored',
    enrolled: true,
  });
});

test('a witness whose drawing is not what it says is refused as a patient’s would be', async () => {
  expect(await handIn(aConsent(tablet, margaret, { signature: aMark(91) }))).toMatchObject({
    status: 'refused',
    code: 'envelope-bad-evidence',
  });
});

const representative: Evidence['signer'] = {
  capacity: 'representative',
  printedName: 'Thomas Whitfield',
  relationship: 'child',
  relationshipWords: '',
  whyNotSelf: 'cannot-write',
  whyNotSelfWords: '',
};

/** Records Thomas for Margaret's household, and answers his id. */
async function recordThomas(legalRepresentative = true, household = margaret): Promise<string> {
  const { scope } = tablet.practice;
  const id = newId();
  const name = { first: 'Thomas', last: 'Whitfield' };
  const caregiver = { id, name, relationship: 'son', phone: null, email: 'tom@example.org', legalRepresentative };
  await addCaregiver(scope, (await getPatient(scope, household.patient)).household, caregiver, at);
  return id;
}

function signedBy(signer: Evidence['signer']): ConsentEvidence {
  const { fills } = aConsent(tablet, margaret);
  return aConsent(tablet, margaret, {
    signer,
    meaning: filled(textIn(currentForm.representativeMeaning, 'en'), fills),
  });
}

test('whom the practice recorded as the legal representative signs for the patient', async () => {
  const recorded = await recordThomas();
  expect(await handIn(signedBy({ ...representative, recorded }))).toMatchObject({ status: 'stored', enrolled: true });
  expect(await kindsIn('envelope_conflict')).toEqual([]);
});

const strangers: [who: string, signer: () => Promise<Evidence['signer']>][] = [
  ['nobody recorded', async () => representative],
  ['a caregiver who may not', async () => ({ ...representative, recorded: await recordThomas(false) })],
  [
    'the representative of another household',
    async () => ({ ...representative, recorded: await recordThomas(true, await anInvited(tablet.practice)) }),
  ],
  [
    'somebody else under the id of the one recorded',
    async () => ({ ...representative, recorded: await recordThomas(), printedName: 'Eve Whitfield' }),
  ],
];

test.each(strangers)(
  'invariant 8: an answer by %s is kept, put before staff, and makes no account',
  async (_who, who) => {
    expect(await handIn(signedBy(await who()))).toMatchObject({ status: 'stored', enrolled: false });
    const rows = await allRows(store);
    expect(rows.consent).toHaveLength(1);
    expect(rows.account).toHaveLength(0);
    expect(await kindsIn('envelope_conflict')).toEqual(['representative-unknown']);
    expect((await findInvitation(tablet.practice.scope, margaret.id))?.state).toBe('waiting');
  },
);

test('a “no” by somebody nobody recorded does not end the invitation', async () => {
  const { fills } = aConsent(tablet, margaret);
  const meaning = filled(textIn(currentForm.representativeDeclineMeaning, 'en'), fills);
  await handIn(aDeclination(tablet, margaret, { signer: representative, meaning }));
  expect(await kindsIn('envelope_conflict')).toEqual(['representative-unknown']);
  expect((await findInvitation(tablet.practice.scope, margaret.id))?.state).toBe('waiting');
});

test('a representative says the representative’s words: the patient’s own are put before staff', async () => {
  const signer = { ...representative, recorded: await recordThomas() };
  await handIn(signedBy(signer));
  expect(await kindsIn('envelope_conflict')).toEqual([]);
  await handIn(aConsent(tablet, margaret, { signer }));
  expect(await kindsIn('envelope_conflict')).toContain('text-mismatch');
});

function withdrawalOf(consent: Evidence): WithdrawalEvidence {
  const { kind: _kind, signature: _signature, ...shared } = aConsent(tablet, margaret);
  return {
    ...shared,
    kind: 'withdrawal',
    id: newId(),
    acknowledgements: [],
    meaning: 'I have changed my mind.',
    withdraws: { envelope: consent.id, kind: 'consent', at: consent.times.signed },
  };
}

test.each([
  ['after', false],
  ['before', true],
])(
  'invariant 8: a change of mind that arrives %s its consent is kept beside it, and staff are told',
  async (_when, first) => {
    const consent = aConsent(tablet, margaret);
    const withdrawal = withdrawalOf(consent);
    for (const evidence of first ? [withdrawal, consent] : [consent, withdrawal])
      expect(await handIn(evidence)).toMatchObject({ status: 'stored' });
    expect(await kindsIn('consent')).toEqual(['consent', 'withdrawal']);
    expect(await kindsIn('ledger')).toEqual(['consent', 'withdrawal']);
    expect(await kindsIn('envelope_conflict')).toEqual(['withdrawn']);
    expect((await allRows(store)).account).toHaveLength(1);
  },
);
