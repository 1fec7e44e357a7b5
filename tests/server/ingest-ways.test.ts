import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Evidence, Signature, WithdrawalEvidence } from '../../src/contract/evidence.ts';
import { newId } from '../../src/contract/newId.ts';
import { filled, textIn } from '../../src/domain/form.ts';
import { currentForm } from '../../server/forms/currentForm.ts';
import { ingest } from '../../server/ingest/ingest.ts';
import {
  aConsent,
  anInvited,
  aPractice,
  aTablet,
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

test('a representative says the representative’s words: the patient’s own are put before staff', async () => {
  const { fills, meaning } = aConsent(tablet, margaret);
  const theirs = filled(textIn(currentForm.representativeMeaning, 'en'), fills);
  await handIn(aConsent(tablet, margaret, { signer: representative, meaning: theirs }));
  expect(await kindsIn('envelope_conflict')).toEqual([]);
  await handIn(aConsent(tablet, margaret, { signer: representative, meaning }));
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
