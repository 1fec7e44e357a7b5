import * as v from 'valibot';
import type { FormVersion } from '../domain/form.ts';
import { formSchema } from './form.ts';
import { count, filledLine, isoTime, languageTag, sha256Hex, words } from './shapes.ts';

/** The administrator's doors to the versions of the form. */

const formVersionRow = v.object({
  hash: sha256Hex,
  id: v.string(),
  version: v.string(),
  keptAt: isoTime,
  /** When it was last made the form of new invitations, and by whom; null for the one that the practice began with. */
  since: v.nullable(isoTime),
  by: v.nullable(v.string()),
  /** Answers given on it; invitations that wait with it; and those of them whose patients have seen nothing of it yet. */
  answers: count,
  waiting: count,
  untouched: count,
  current: v.boolean(),
});
export type FormVersionRow = v.InferOutput<typeof formVersionRow>;

const draftHead = v.object({ base: sha256Hex, revision: count, changedAt: isoTime, changedBy: v.string() });

export const formsAnswer = v.object({
  versions: v.array(formVersionRow),
  /** A form that came with the program and is new to the practice. */
  offered: v.nullable(v.object({ hash: sha256Hex, version: v.string() })),
  draft: v.nullable(draftHead),
});
export type FormsAnswer = v.InferOutput<typeof formsAnswer>;

export const oneFormAnswer = v.object({ hash: sha256Hex, form: formSchema });

/** A text that is being written may be empty for a while. */
const text = words(20_000);
const inLanguages = <S extends v.GenericSchema>(schema: S) => v.record(languageTag, schema);
const few = <S extends v.GenericSchema>(schema: S) => v.pipe(v.array(schema), v.maxLength(100));
const name = filledLine(60);
const wholeText = inLanguages(text);

const draftForm: v.GenericSchema<unknown, FormVersion> = v.strictObject({
  id: filledLine(40),
  version: words(200),
  programme: filledLine(40),
  languages: v.pipe(few(languageTag), v.minLength(1)),
  title: wholeText,
  clauses: few(
    v.strictObject({
      id: name,
      kind: v.picklist(['disclosure', 'clause']),
      covers: few(name),
      text: inLanguages(v.strictObject({ title: text, summary: text, body: few(text), acknowledge: text })),
    }),
  ),
  questions: few(
    v.strictObject({
      id: name,
      clause: name,
      text: inLanguages(
        v.strictObject({
          question: text,
          answers: few(v.strictObject({ id: name, text, right: v.optional(v.boolean()) })),
          explain: text,
        }),
      ),
    }),
  ),
  meaning: wholeText,
  representativeMeaning: wholeText,
  declineMeaning: wholeText,
  representativeDeclineMeaning: wholeText,
  declineReasons: few(v.strictObject({ id: name, text: wholeText })),
  summary: inLanguages(few(text)),
});

export const formDraftAnswer = v.object({ ...draftHead.entries, form: draftForm });
export type FormDraftAnswer = v.InferOutput<typeof formDraftAnswer>;

export const beginDraftRequest = v.strictObject({ base: sha256Hex });
/** Each names the revision that it was made on. */
export const changeDraftRequest = v.strictObject({ revision: count, form: draftForm });
export const dropDraftRequest = v.strictObject({ revision: count });

/** What becomes of invitations whose patients have seen nothing of the form yet. */
export const WAITING_CHOICES = ['move', 'leave'] as const;
export type WaitingChoice = (typeof WAITING_CHOICES)[number];
const waiting = v.picklist(WAITING_CHOICES);
export const useDraftRequest = v.strictObject({ revision: count, waiting });
export const useFormRequest = v.strictObject({ waiting });

export const LONGEST_VERSION = 40;
export const versionName = filledLine(LONGEST_VERSION);
