import * as v from 'valibot';
import { STOPPED_BY } from './invitationsApi.ts';
import { PAPER_SIGNERS } from '../domain/paperForm.ts';
import { LONGEST_FULL_NAME } from './people.ts';
import { count, filledLine, id, isoDate, isoTime, languageTag, line, note, sha256Hex } from './shapes.ts';

/**
 * What the practice itself records, where no patient's device sealed an envelope: a form on paper, an answer by word of
 * mouth, a member's wish to stop. Kept whole and never changed; its hash is in the ledger.
 */

const shared = {
  protocol: v.literal(1),
  id,
  practice: id,
  invitation: id,
  patient: id,
  form: v.strictObject({ id: filledLine(40), version: filledLine(40), hash: sha256Hex }),
  /** The names as the text had them. */
  fills: v.strictObject({
    patient: filledLine(LONGEST_FULL_NAME),
    practice: filledLine(200),
    practicePhone: line(40),
    practitioner: filledLine(200),
    programme: filledLine(40),
  }),
  language: languageTag,
  recordedAt: isoTime,
  /** The staff member who recorded it; null where the member did so alone. */
  recordedBy: v.nullable(id),
};

export const paperRecord = v.strictObject({
  ...shared,
  kind: v.literal('paper'),
  /** The day that stands beside the signature. */
  signedOn: isoDate,
  /** Who signed the paper, as staff read it there. */
  signer: v.picklist(PAPER_SIGNERS),
  printedName: filledLine(LONGEST_FULL_NAME),
  /** Every page that staff confirmed, in order, with the hash of the scan it is on. */
  pages: v.pipe(
    v.array(v.strictObject({ page: count, scan: id, sha256: sha256Hex, found: v.picklist(['code', 'hand']) })),
    v.minLength(1),
  ),
  /** Why it was confirmed although something was pointed out; empty where nothing was. */
  note: note(1_000),
});
export type PaperRecord = v.InferOutput<typeof paperRecord>;

/** How staff and patient spoke. */
export const VERBAL_WAYS = ['phone', 'in-person', 'video'] as const;

/** CMS allows consent by word of mouth, documented: who read what, when, and what the patient said. */
export const verbalRecord = v.strictObject({
  ...shared,
  kind: v.literal('verbal'),
  answer: v.picklist(['consent', 'declination']),
  /** Who read the script aloud: a name, since it need not be who records it. */
  readBy: filledLine(200),
  /** When the patient answered. */
  answeredAt: isoTime,
  by: v.picklist(VERBAL_WAYS),
  /** What the patient said, in a few words. */
  said: note(1_000),
  /** Of a declination: the form's code. */
  reason: v.nullable(filledLine(60)),
});
export type VerbalRecord = v.InferOutput<typeof verbalRecord>;

/** A member stops: asked for on `askedAt`, in effect after `effectiveOn`, the last day of that month with the practice. */
export const stopRecord = v.strictObject({
  ...shared,
  kind: v.literal('stop'),
  askedAt: isoTime,
  effectiveOn: isoDate,
  /** Who asked: the member, who acts for them, or the member by word of mouth to staff, who recorded it. */
  by: v.picklist(STOPPED_BY),
  byName: filledLine(LONGEST_FULL_NAME),
  reason: note(1_000),
});
export type StopRecord = v.InferOutput<typeof stopRecord>;

export const practiceRecord = v.variant('kind', [paperRecord, verbalRecord, stopRecord]);
export type PracticeRecord = v.InferOutput<typeof practiceRecord>;
