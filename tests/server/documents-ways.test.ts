import { describe, expect, it } from 'vitest';
import { signedConsent } from '../../server/documents/signedConsent.ts';
import type { ConsentEvidence, Evidence, WithdrawalEvidence } from '../../src/contract/evidence.ts';
import { aConsent, aDeclination, drawn, inputOf } from './documents.builders.ts';
import { checked, hasPoppler, hasQpdf, textOf } from './documents.readers.ts';

/** Every way of signing carries the same evidence, and the document shows all of it. */

const representative: Evidence['signer'] = {
  capacity: 'representative',
  printedName: 'Dorothy Freeman',
  relationship: 'other',
  relationshipWords: 'Daughter-in-law, named by the court',
  whyNotSelf: 'cannot-decide',
  whyNotSelfWords: '',
};

const drawing = drawn();
const mark: ConsentEvidence['signature'] = {
  ...(drawing as Extract<typeof drawing, { how: 'drawn' }>),
  how: 'mark',
  witness: {
    name: 'Siobhán Brown',
    address: '12 Bay Street, Tampa, FL 33602',
    signature: { how: 'typed', text: 'S. Brown' },
  },
};

async function signedBy(signer: Evidence['signer']) {
  const { form, evidence } = await aConsent();
  return inputOf(form, { ...evidence, signer, meaning: 'For Margaret Whitfield.' });
}

async function takenBack() {
  const { form, evidence } = await aDeclination();
  const { reason: _reason, words: _words, ...shared } = evidence as Extract<Evidence, { kind: 'declination' }>;
  const withdrawal: WithdrawalEvidence = {
    ...shared,
    kind: 'withdrawal',
    meaning: 'I have changed my mind.',
    withdraws: { envelope: '01940000-0000-7000-8000-000000000077', kind: 'consent', at: '2026-03-09T15:14:32.000Z' },
  };
  return inputOf(form, withdrawal);
}

describe.skipIf(!hasPoppler)('the document', () => {
  it('of a mark has the witness with name, address and signature', async () => {
    const text = textOf(await signedConsent(await aConsent({ signature: mark })));
    expect(text).toContain('A mark made by hand on the screen before a witness, with a stylus');
    for (const part of ['Witness of the mark', 'Siobhán Brown', '12 Bay Street, Tampa, FL 33602', 'S. Brown'])
      expect(text).toContain(part);
    expect(text).toContain('Margaret Whitfield');
  });

  it('of a representative has both names, what they are to each other, and why', async () => {
    const text = textOf(await signedConsent(await signedBy(representative)));
    for (const part of [
      'Dorothy Freeman',
      'Legal representative of',
      'Margaret Whitfield',
      'Something else: Daughter-in-law, named by the court',
      'An illness makes it hard for the patient to understand or decide',
    ])
      expect(text).toContain(part);
  });

  it('made on the patient’s own device names no tablet and no hand-over', async () => {
    const { form, evidence } = await aConsent();
    const own = await inputOf(form, { ...evidence, where: 'own-device' });
    const text = textOf(await signedConsent({ ...own, deviceName: 'own-device' }));
    expect(text).toMatch(/Device\s+The patient’s own, by the link in their mail\n/);
    expect(text).toMatch(/Invited by\s+Keisha Brown\n/);
    expect(text).toContain('by the clock of the patient’s own device');
    expect(text).not.toMatch(/tablet|own-device|handed over/i);
  });

  it('of a change of mind says what it takes back, and that this stays', async () => {
    const text = textOf(await signedConsent(await takenBack()));
    for (const part of [
      'Taken back, in writing',
      'I have changed my mind.',
      'Signed consent',
      '01940000-0000-7000-8000-000000000077',
      'What was signed stays in the record as it is.',
    ])
      expect(text).toContain(part);
    expect(text).not.toContain('This is a yes to CCM');
  });
});

it.skipIf(!hasQpdf)('is a sound file, whoever signed and however', async () => {
  for (const input of [
    await aConsent({ signature: mark, language: 'es' }),
    await signedBy(representative),
    await takenBack(),
  ])
    expect(checked(await signedConsent(input))).toMatchObject({ status: 0 });
});
