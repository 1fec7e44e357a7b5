import * as v from 'valibot';
import { RELATIONSHIPS, WHY_NOT_SELF } from '../domain/consent.ts';
import { POINTERS } from '../domain/strokes.ts';
import { LONGEST_FULL_NAME } from './people.ts';
import { base64url, count, filledLine, id, isoTime, languageTag, line, sha256Hex, words } from './shapes.ts';

/** What is signed: everything that shows who agreed to what, when, in which words. */

/** Characters of what people type beside their names. */
export const LONGEST_ADDRESS = 300;
export const LONGEST_RELATIONSHIP = 120;
export const LONGEST_REASON = 300;

const fills = v.strictObject({
  patient: filledLine(LONGEST_FULL_NAME),
  practice: filledLine(200),
  practicePhone: line(40),
  practitioner: filledLine(200),
  programme: filledLine(40),
});

const acknowledgement = v.strictObject({
  clause: filledLine(60),
  language: languageTag,
  shownAt: isoTime,
  acknowledgedAt: isoTime,
});

const understandingAnswer = v.strictObject({
  question: filledLine(60),
  answer: filledLine(60),
  right: v.boolean(),
  at: isoTime,
});

const drawing = {
  /** Packed by `packStrokes`. */
  strokes: v.pipe(base64url, v.minLength(1), v.maxLength(700_000)),
  samples: count,
  /** CSS pixels of the pad that was drawn on. */
  width: v.pipe(v.number(), v.minValue(1)),
  height: v.pipe(v.number(), v.minValue(1)),
  /** Whether the browser gave every sample between two frames, or only one a frame. */
  coalesced: v.boolean(),
  pointers: v.array(v.picklist(POINTERS)),
};
const drawn = v.strictObject({ how: v.literal('drawn'), ...drawing });
const typed = v.strictObject({ how: v.literal('typed'), text: filledLine(LONGEST_FULL_NAME) });

/** Who saw a mark being made. A mark without such a person counts for nothing. */
const witness = v.strictObject({
  name: filledLine(LONGEST_FULL_NAME),
  address: filledLine(LONGEST_ADDRESS),
  signature: v.variant('how', [drawn, typed]),
});
const mark = v.strictObject({ how: v.literal('mark'), ...drawing, witness });

export const signatureSchema = v.variant('how', [drawn, typed, mark]);
export type Signature = v.InferOutput<typeof signatureSchema>;
export type Drawing = v.InferOutput<typeof drawn> | v.InferOutput<typeof mark>;

const patientSigner = v.strictObject({ capacity: v.literal('patient'), printedName: filledLine(LONGEST_FULL_NAME) });
/** Somebody who may decide for the patient, with what they said of it. `printedName` is theirs, not the patient's. */
const representativeSigner = v.strictObject({
  capacity: v.literal('representative'),
  printedName: filledLine(LONGEST_FULL_NAME),
  relationship: v.picklist(RELATIONSHIPS),
  relationshipWords: line(LONGEST_RELATIONSHIP),
  whyNotSelf: v.picklist(WHY_NOT_SELF),
  whyNotSelfWords: line(LONGEST_REASON),
  /** The caregiver whom the practice recorded as the legal representative; absent for anybody else. */
  recorded: v.optional(id),
});
const signer = v.variant('capacity', [patientSigner, representativeSigner]);
export type RepresentativeSigner = v.InferOutput<typeof representativeSigner>;

const shared = {
  protocol: v.literal(1),
  id,
  practice: id,
  invitation: id,
  patient: id,
  form: v.strictObject({ id: filledLine(40), version: filledLine(40), hash: sha256Hex }),
  fills,
  /** The language on screen at the end; each clause keeps its own. */
  language: languageTag,
  acknowledgements: v.array(acknowledgement),
  answers: v.array(understandingAnswer),
  /** How the person was recognised before anything was shown. */
  identity: v.strictObject({ by: v.literal('birth-date'), at: isoTime, tries: count }),
  times: v.strictObject({
    handedOff: isoTime,
    began: isoTime,
    signed: isoTime,
    zone: filledLine(60),
    /** Server clock minus device clock in milliseconds when they last met; null when they never did. */
    clockOffset: v.nullable(v.number()),
  }),
  device: id,
  /** Who handed the tablet over; on a device of one's own, who sent the link. */
  staff: id,
  /** Signed on a device of one's own, by a link in a mail; absent on the practice's tablets. */
  where: v.optional(v.literal('own-device')),
  app: filledLine(80),
  /** Counts the sealed envelopes of this device: a gap shows that one is missing. */
  counter: count,
  agent: line(400),
};

export const consentEvidence = v.strictObject({
  ...shared,
  kind: v.literal('consent'),
  signer,
  meaning: filledLine(2_000),
  signature: signatureSchema,
});

export const declinationEvidence = v.strictObject({
  ...shared,
  kind: v.literal('declination'),
  signer,
  meaning: filledLine(2_000),
  reason: filledLine(60),
  words: words(2_000),
});

/**
 * A change of mind after an answer was sealed, before the tablet is handed back. The answer stays as it is: this is one
 * more record beside it.
 */
export const withdrawalEvidence = v.strictObject({
  ...shared,
  kind: v.literal('withdrawal'),
  signer,
  meaning: filledLine(2_000),
  withdraws: v.strictObject({ envelope: id, kind: v.picklist(['consent', 'declination']), at: isoTime }),
});

export const evidenceSchema = v.variant('kind', [consentEvidence, declinationEvidence, withdrawalEvidence]);
export type ConsentEvidence = v.InferOutput<typeof consentEvidence>;
export type DeclinationEvidence = v.InferOutput<typeof declinationEvidence>;
export type WithdrawalEvidence = v.InferOutput<typeof withdrawalEvidence>;
export type Evidence = v.InferOutput<typeof evidenceSchema>;
