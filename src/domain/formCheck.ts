import type { FormVersion, Language } from './form.ts';
import { paragraphsOf, placeholdersIn, placesOf, textAt, type Place } from './formTexts.ts';
import { lostElements, type LegalElement } from './legalElements.ts';

/** What is wrong with a new version of a form, made from `base`. What `stops` has to be put right before it is used. */

export const PLACEHOLDERS = ['patient', 'practice', 'practicePhone', 'practitioner', 'programme'] as const;

/** Characters of a text: with names in it, what is signed must still fit into the evidence. */
const LONGEST: Partial<Record<Place, number>> = { meaning: 1_400, representativeMeaning: 1_400 };
const LONGEST_TEXT = 4_000;
const LONGEST_LINE = 300;

/** Who agrees to what with whom stands in the words above the signature. */
const NAMED_IN_MEANING = ['patient', 'practice', 'practitioner'];

type At = { place: Place; language: Language };
export type FormProblem =
  | ({ kind: 'text-missing'; stops: true } & At)
  | ({ kind: 'too-long'; stops: true; most: number } & At)
  | ({ kind: 'unknown-placeholder'; stops: true; name: string } & At)
  | ({ kind: 'placeholder-missing'; stops: boolean; name: string } & At)
  | ({ kind: 'paragraphs-differ'; stops: true; has: number; other: Language; otherHas: number } & At)
  | { kind: 'right-answer'; stops: true; question: string }
  | {
      kind: 'element-lost';
      stops: true;
      element: LegalElement;
      language?: Language;
      clauses: string[];
      words: readonly (readonly string[])[];
    }
  /** Clauses, questions, answers, reasons or languages are others than the base's: no editor makes this. */
  | { kind: 'other-parts'; stops: true };

export function checkForm(form: FormVersion, base: FormVersion): FormProblem[] {
  if (skeleton(form) !== skeleton(base)) return [{ kind: 'other-parts', stops: true }];
  return [
    ...form.languages.flatMap((language) =>
      placesOf(form).flatMap((place) => checkText(form, base, { place, language })),
    ),
    ...form.questions.filter(({ text }) => !oneRightAnswer(text)).map(({ id }) => rightAnswer(id)),
    ...lostElements(form).map((lost): FormProblem => ({ kind: 'element-lost', stops: true, ...lost })),
  ];
}

function checkText(form: FormVersion, base: FormVersion, at: At): FormProblem[] {
  const { place, language } = at;
  const text = textAt(form, language, place);
  if (text.trim() === '') return [{ kind: 'text-missing', stops: true, ...at }];
  const most = longest(place);
  const used = placeholdersIn(text);
  const inMeaning = place === 'meaning' || place === 'representativeMeaning';
  return [
    ...(text.length > most ? [{ kind: 'too-long', stops: true, most, ...at } as const] : []),
    ...used
      .filter((name) => !PLACEHOLDERS.some((known) => known === name))
      .map((name) => ({ kind: 'unknown-placeholder', stops: true, name, ...at }) as const),
    ...strayBrace(text).map((name) => ({ kind: 'unknown-placeholder', stops: true, name, ...at }) as const),
    ...placeholdersIn(textAt(base, language, place))
      .filter((name) => !used.includes(name))
      .map((name) => {
        const stops = inMeaning && NAMED_IN_MEANING.includes(name);
        return { kind: 'placeholder-missing', stops, name, ...at } as const;
      }),
    ...paragraphsDiffer(form, at, text),
  ];
}

/** A patient flips one paragraph to the other language in place: each needs its counterpart. */
function paragraphsDiffer(form: FormVersion, at: At, text: string): FormProblem[] {
  const [other = at.language] = form.languages;
  if (!at.place.endsWith(' body') || other === at.language) return [];
  const has = paragraphsOf(text).length;
  const otherHas = paragraphsOf(textAt(form, other, at.place)).length;
  return has === otherHas ? [] : [{ kind: 'paragraphs-differ', stops: true, has, other, otherHas, ...at }];
}

function longest(place: Place): number {
  if (place.startsWith('reason ') || place.endsWith(' title') || place === 'title') return LONGEST_LINE;
  return LONGEST[place] ?? LONGEST_TEXT;
}

function strayBrace(text: string): string[] {
  return /[{}]/.exec(text.replace(/\{[^{}]*\}/g, ''))?.slice(0, 1) ?? [];
}

function oneRightAnswer(text: FormVersion['questions'][number]['text']): boolean {
  const right = Object.values(text).map(({ answers }) =>
    answers.filter((one) => one.right === true).map(({ id }) => id),
  );
  return right.every((ids) => ids.length === 1 && ids[0] === right[0]?.[0]);
}

function rightAnswer(question: string): FormProblem {
  return { kind: 'right-answer', stops: true, question };
}

/** All of a form but its texts, its version and which answers are right. */
function skeleton(form: FormVersion): string {
  const languages = form.languages.toSorted();
  const has = (texts: Record<Language, unknown>): string[] => Object.keys(texts).toSorted();
  return JSON.stringify({
    id: form.id,
    programme: form.programme,
    languages,
    title: has(form.title),
    clauses: form.clauses.map(({ id, kind, covers, text }) => ({ id, kind, covers, text: has(text) })),
    questions: form.questions.map(({ id, clause, text }) => ({
      id,
      clause,
      answers: languages.map((language) => text[language]?.answers.map((answer) => answer.id)),
    })),
    meanings: [form.meaning, form.representativeMeaning, form.declineMeaning, form.representativeDeclineMeaning].map(
      has,
    ),
    reasons: form.declineReasons.map(({ id, text }) => ({ id, text: has(text) })),
    summary: languages.map((language) => form.summary[language]?.length),
  });
}
