import * as v from 'valibot';
import type { FormVersion } from '../domain/form.ts';
import { languageTag } from './shapes.ts';

/** The shape of a form version, wherever it comes from. */

const some = v.pipe(v.string(), v.minLength(1));
const inLanguages = <S extends v.GenericSchema>(schema: S) => v.record(languageTag, schema);

const clauseText = v.strictObject({ title: some, summary: some, body: v.array(some), acknowledge: some });
const questionText = v.strictObject({
  question: some,
  answers: v.array(v.strictObject({ id: some, text: some, right: v.optional(v.boolean()) })),
  explain: some,
});

export const formSchema: v.GenericSchema<unknown, FormVersion> = v.strictObject({
  id: some,
  version: some,
  programme: some,
  languages: v.pipe(v.array(languageTag), v.minLength(1)),
  title: inLanguages(some),
  clauses: v.array(
    v.strictObject({
      id: some,
      kind: v.picklist(['disclosure', 'clause']),
      covers: v.array(some),
      text: inLanguages(clauseText),
    }),
  ),
  questions: v.array(v.strictObject({ id: some, clause: some, text: inLanguages(questionText) })),
  meaning: inLanguages(some),
  representativeMeaning: inLanguages(some),
  declineMeaning: inLanguages(some),
  representativeDeclineMeaning: inLanguages(some),
  declineReasons: v.array(v.strictObject({ id: some, text: inLanguages(some) })),
  summary: inLanguages(v.array(some)),
});
