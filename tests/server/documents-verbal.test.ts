import { describe, expect, it } from 'vitest';
import { canonicalBytes, digestOf } from '../../src/contract/digest.ts';
import { newId } from '../../src/contract/newId.ts';
import type { VerbalRecord } from '../../src/contract/practiceRecord.ts';
import { filled } from '../../src/domain/form.ts';
import { checkCode } from '../../server/documents/checkCode.ts';
import { recordDocument, type RecordDocumentInput } from '../../server/documents/recordDocument.ts';
import { currentForm } from '../../server/forms/currentForm.ts';
import { hashOfForm } from '../harness/builders.ts';
import {
  attachmentsOf,
  checked,
  hasPoppler,
  hasQpdf,
  metadataOf,
  pagesOf,
  textOf,
  tight,
} from './documents.readers.ts';

/** An answer by word of mouth, as it is kept. */

async function aVerbal(wishes: Partial<VerbalRecord> & { patient?: string } = {}): Promise<RecordDocumentInput> {
  const { patient = 'Margaret Whitfield', ...more } = wishes;
  const record: VerbalRecord = {
    protocol: 1,
    kind: 'verbal',
    id: newId(),
    practice: newId(),
    invitation: newId(),
    patient: newId(),
    form: { id: currentForm.id, version: currentForm.version, hash: hashOfForm },
    fills: {
      patient,
      practice: 'Palmetto Family Medicine',
      practicePhone: '(813) 555-0100',
      practitioner: 'Dr. Ana Ruiz',
      programme: 'CCM',
    },
    language: 'en',
    recordedAt: '2026-03-09T15:20:00.000Z',
    recordedBy: newId(),
    answer: 'consent',
    readBy: 'Luis Ortega',
    answeredAt: '2026-03-09T15:14:32.000Z',
    by: 'phone',
    said: 'Yes, please sign me up.',
    reason: null,
    ...more,
  };
  return {
    form: currentForm,
    record,
    recordHash: await digestOf(record),
    practice: { name: 'Palmetto Family Medicine', phone: '+18135550100', zone: 'America/New_York' },
    recordedByName: 'Keisha Brown',
    ledgerSeq: 1_842,
    madeAt: '2026-03-09T15:20:02.000Z',
  };
}

const no = { answer: 'declination', reason: 'cost', said: '' } as const;

describe.skipIf(!hasPoppler)('the record of a verbal answer', () => {
  it('says on its first page that nothing was signed', async () => {
    const [yes] = pagesOf(await recordDocument(await aVerbal()));
    expect(yes).toContain('VERBAL: nothing was signed');
    expect(yes).toContain('Verbal consent, documented');
    expect(yes).toMatch(/Said yes\n\s*March 9, 2026 at 11:14 AM Eastern Daylight Time\n/);
    expect(yes).not.toContain('Signed');
  });

  it.each(['en', 'es'])('in %s has all that was read aloud, and nothing about screens', async (language) => {
    const input = await aVerbal({ language });
    const bytes = await recordDocument(input);
    const text = tight(pagesOf(bytes).join(''));
    for (const clause of currentForm.clauses) {
      const said = clause.text[language];
      const isRead = clause.kind === 'clause';
      expect(text.includes(tight(filled(said?.summary ?? '', input.record.fills)))).toBe(isRead);
      expect(text.includes(tight(said?.title ?? ''))).toBe(isRead);
    }
    expect(text).not.toContain('{');
  });

  it('has who read it, how they spoke, what the patient said, who wrote it down, and when', async () => {
    const input = await aVerbal();
    const text = textOf(await recordDocument(input));
    for (const part of ['Luis Ortega', 'By phone', 'Yes, please sign me up.', input.recordHash, hashOfForm])
      expect(text).toContain(part);
    expect(text).toMatch(/Written down by\s+Keisha Brown\n/);
    expect(text).toMatch(/Written down\s+March 9, 2026 at 11:20:00 AM EDT/);
    expect(text).toMatch(/Ledger entry\s+No\. 1,842\n/);
    for (const page of pagesOf(await recordDocument(input)))
      expect(page).toContain(`Check code ${checkCode(input.recordHash)}`);
  });

  it('of a no has the reason, and no summary of a yes', async () => {
    const text = textOf(await recordDocument(await aVerbal(no)));
    expect(text).toContain('Declined by word of mouth, documented');
    expect(text).toMatch(/Reason\n\s*I am worried about the cost\n/);
    expect(text).toMatch(/What the patient said\n\s*Not known\n/);
    expect(text).not.toContain('This is a yes');
  });

  it('is in Spanish where that was read', async () => {
    const text = textOf(await recordDocument(await aVerbal({ language: 'es', patient: 'José Peña' })));
    expect(text).toContain('VERBAL: no se firmó nada');
    expect(text).toContain('Dijo que sí');
    expect(text).not.toMatch(/Signed|Page|Said yes|Evidence/);
  });

  it('says at its top when it contradicts itself', async () => {
    const input = await aVerbal();
    const first = async (change: object) => pagesOf(await recordDocument({ ...input, ...change }))[0];
    expect(await first({ recordHash: '0'.repeat(64) })).toContain('does not have the hash it was kept with');
    expect(await first({ form: { ...currentForm, version: 'x' } })).toContain(
      'does not have the hash that was recorded',
    );
    expect(await first({})).not.toContain('Please check');
  });

  it('is archival, and has the record in it, byte by byte', async () => {
    const input = await aVerbal();
    const bytes = await recordDocument(input);
    expect(metadataOf(bytes)).toContain('<pdfaid:part>3</pdfaid:part>');
    const { 'record.json': record } = attachmentsOf(bytes);
    expect(record?.equals(Buffer.from(canonicalBytes(input.record)))).toBe(true);
  });
});

it
  .skipIf(!hasQpdf)
  .each([
    {},
    no,
    { patient: 'שרה כהן' },
    { patient: 'W'.repeat(322), language: 'es' },
    { said: '王 😀\n\n'.repeat(90) },
  ])('is a sound file, whatever was said: %o', async (wishes) => {
  expect(checked(await recordDocument(await aVerbal(wishes)))).toMatchObject({ status: 0 });
});
