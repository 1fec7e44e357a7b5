/** A form on paper as it comes back: which page is signed by whom, and what has to be pointed out before it counts. */

export const PAPER_SIGNERS = ['patient', 'representative', 'mark'] as const;
export type PaperSigner = (typeof PAPER_SIGNERS)[number];

/** Whether there is ink in a box to sign in, as far as could be seen. */
export const SIGNATURE_SIGHTS = ['ink', 'empty', 'unknown'] as const;
export type SignatureSight = (typeof SIGNATURE_SIGHTS)[number];

export type SignatureBox = 'patient' | 'witness' | 'representative';

/** The boxes that a signer leaves ink in: a mark counts only with its witness. */
function boxesOf(signer: PaperSigner): SignatureBox[] {
  if (signer === 'mark') return ['patient', 'witness'];
  return [signer];
}

/** The page that a box is on: patients have the last but one, and representatives the last. */
export function pageOfBox(box: SignatureBox, pages: number): number {
  return box === 'representative' ? pages : pages - 1;
}

export type PaperPage = {
  page: number;
  pages: number;
  ink: Partial<Record<SignatureBox, SignatureSight | undefined>>;
  otherForm: boolean;
};

export type PaperPoint =
  | { kind: 'missing'; page: number }
  | { kind: 'empty'; box: SignatureBox; page: number }
  | { kind: 'unchecked'; box: SignatureBox; page: number }
  | { kind: 'other-form' }
  | { kind: 'no-signature-page'; page: number }
  | { kind: 'mixed' };

/** What to point out of the pages that somebody wants to confirm as one form, signed by `signer`. */
export function pointsOf(pages: readonly PaperPage[], signer: PaperSigner): PaperPoint[] {
  const [first] = pages;
  if (!first) return [];
  const points: PaperPoint[] = [];
  const mixed = pages.some((one) => one.pages !== first.pages || one.otherForm !== first.otherForm);
  const twice = new Set(pages.map((one) => one.page)).size !== pages.length;
  if (mixed || twice) points.push({ kind: 'mixed' });
  if (pages.some((one) => one.otherForm)) points.push({ kind: 'other-form' });
  const boxes = boxesOf(signer).map((box) => ({ box, page: pageOfBox(box, first.pages) }));
  for (let page = 1; page <= first.pages; page++) {
    if (pages.some((one) => one.page === page)) continue;
    const signed = boxes.some((box) => box.page === page);
    points.push({ kind: signed ? 'no-signature-page' : 'missing', page });
  }
  for (const { box, page } of boxes) {
    const seen = pages.find((one) => one.page === page);
    if (!seen) continue;
    const sight = seen.ink[box] ?? 'unknown';
    if (sight === 'empty') points.push({ kind: 'empty', box, page });
    if (sight === 'unknown') points.push({ kind: 'unchecked', box, page });
  }
  return points;
}

/** With these a form can't be confirmed at all. */
export function isInTheWay({ kind }: PaperPoint): boolean {
  return kind === 'mixed' || kind === 'no-signature-page';
}

/** With these it takes a sentence that says why it counts. */
export function asksForNote({ kind }: PaperPoint): boolean {
  return kind === 'missing' || kind === 'empty' || kind === 'other-form';
}

/** Who seems to have signed, by where there is ink: a start, which staff correct by what they see. */
export function signerSeen(pages: readonly PaperPage[]): PaperSigner {
  const ink = (box: SignatureBox): boolean => pages.some((one) => one.ink[box] === 'ink');
  if (ink('representative') && !ink('patient')) return 'representative';
  return ink('patient') && ink('witness') ? 'mark' : 'patient';
}
