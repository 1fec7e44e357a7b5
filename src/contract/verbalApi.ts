import * as v from 'valibot';
import { formSchema } from './form.ts';
import { VERBAL_WAYS, verbalRecord } from './practiceRecord.ts';
import { count, filledLine, id, isoTime, languageTag, note, sha256Hex } from './shapes.ts';

/** Consent by word of mouth: what staff read aloud, and what they write down of the answer. */

export const scriptAnswer = v.object({
  form: formSchema,
  formHash: sha256Hex,
  fills: verbalRecord.entries.fills,
});
export type ScriptAnswer = v.InferOutput<typeof scriptAnswer>;

export const verbalRequest = v.strictObject({
  /** Made by whoever sends it, so that the same answer twice is one. */
  id,
  /** Of the invitation. */
  version: count,
  /** The form that was read. */
  form: sha256Hex,
  language: languageTag,
  answer: v.picklist(['consent', 'declination']),
  readBy: filledLine(200),
  by: v.picklist(VERBAL_WAYS),
  answeredAt: isoTime,
  said: note(1_000),
  /** Of a declination: the form's code. */
  reason: v.nullable(filledLine(60)),
});
export type VerbalRequest = v.InferOutput<typeof verbalRequest>;
