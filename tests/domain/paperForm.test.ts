import { describe, expect, test } from 'vitest';
import {
  asksForNote,
  isInTheWay,
  PAPER_SIGNERS,
  pageOfBox,
  pointsOf,
  signerSeen,
  type PaperPage,
} from '../../src/domain/paperForm.ts';
import { signatureBoxes } from '../../server/documents/paperPlaces.ts';

/** Seven pages, the patient's signature on the sixth. */
function aForm(): PaperPage[] {
  return Array.from({ length: 7 }, (_, at): PaperPage => {
    const page = { page: at + 1, pages: 7, ink: {}, otherForm: false };
    if (at === 5) return { ...page, ink: { patient: 'ink', witness: 'empty' } };
    return at === 6 ? { ...page, ink: { representative: 'empty' } } : page;
  });
}
const change = (page: number, by: Partial<PaperPage>): PaperPage[] =>
  aForm().map((one) => (one.page === page ? { ...one, ...by } : one));
const kinds = (pages: PaperPage[], signer: (typeof PAPER_SIGNERS)[number] = 'patient') =>
  pointsOf(pages, signer).map(({ kind }) => kind);

test('the pages to sign on are those on which the forms are printed with boxes', () => {
  for (const { who, page } of signatureBoxes(7)) expect(pageOfBox(who, 7), who).toBe(page);
});

describe('what is pointed out', () => {
  test('is nothing of a whole form that the patient signed', () => {
    expect(pointsOf(aForm(), 'patient')).toEqual([]);
  });

  test.each([
    ['a missing page', aForm().toSpliced(1, 1), 'patient', ['missing']],
    ['the page to sign on', aForm().toSpliced(5, 1), 'patient', ['no-signature-page']],
    ['an empty box', change(6, { ink: { patient: 'empty' } }), 'patient', ['empty']],
    ['a box that could not be seen', change(6, { ink: {} }), 'patient', ['unchecked']],
    ['a mark without a witness', aForm(), 'mark', ['empty']],
    ['a representative who left the box empty', aForm(), 'representative', ['empty']],
    ['pages of two printings', change(2, { pages: 8 }), 'patient', ['mixed']],
    ['one page twice', [...aForm(), ...aForm().slice(0, 1)], 'patient', ['mixed']],
    ['another version', aForm().map((one) => ({ ...one, otherForm: true })), 'patient', ['other-form']],
    ['pages of two versions', change(2, { otherForm: true }), 'patient', ['mixed', 'other-form']],
  ] as const)('%s', (_what, pages, signer, expected) => {
    expect(kinds([...pages], signer)).toEqual(expected);
  });

  test('stands in the way, or asks for a sentence, or is for the eyes alone', () => {
    const all = ['mixed', 'no-signature-page', 'missing', 'empty', 'other-form', 'unchecked'] as const;
    const points = all.map((kind) => ({ kind, page: 1, box: 'patient' as const }));
    expect(points.filter(isInTheWay).map(({ kind }) => kind)).toEqual(['mixed', 'no-signature-page']);
    expect(points.filter(asksForNote).map(({ kind }) => kind)).toEqual(['missing', 'empty', 'other-form']);
  });
});

test('who seems to have signed follows from where there is ink', () => {
  expect(signerSeen(aForm())).toBe('patient');
  expect(signerSeen(change(6, { ink: { patient: 'ink', witness: 'ink' } }))).toBe('mark');
  const represented = change(6, { ink: { patient: 'empty' } }).map((one) =>
    one.page === 7 ? { ...one, ink: { representative: 'ink' as const } } : one,
  );
  expect(signerSeen(represented)).toBe('representative');
  expect(signerSeen([])).toBe('patient');
});
