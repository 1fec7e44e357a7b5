import type { FormVersion, Language } from './form.ts';

/** The patient's way through a form: which screens there are, and what is still missing before a signature counts. */

export type Screen =
  | { kind: 'welcome' }
  | { kind: 'birth-date' }
  | { kind: 'language' }
  | { kind: 'how-it-works' }
  | { kind: 'clause'; clause: string }
  | { kind: 'question'; question: string }
  | { kind: 'way' }
  | { kind: 'representative' }
  | { kind: 'why-not-self' }
  | { kind: 'sign' }
  | { kind: 'witness' }
  | { kind: 'witness-sign' }
  | { kind: 'review' };

/** How a consent is signed; each carries the same evidence (WCAG 2.5.1: drawing can't be the only way). */
export const WAYS = ['draw', 'type', 'mark', 'representative'] as const;
export type Way = (typeof WAYS)[number];

/** What a legal representative is to the patient, and why the patient does not answer. */
export const RELATIONSHIPS = ['power-of-attorney', 'guardian', 'spouse', 'child', 'parent', 'other'] as const;
export type Relationship = (typeof RELATIONSHIPS)[number];
export const WHY_NOT_SELF = ['cannot-decide', 'cannot-write', 'other'] as const;
export type WhyNotSelf = (typeof WHY_NOT_SELF)[number];

/** The screens in order: who you are, what it is, each clause by itself, the questions that help, the signature. */
export function screensOf(form: FormVersion, way: Way): Screen[] {
  return [
    { kind: 'welcome' },
    { kind: 'birth-date' },
    ...(form.languages.length > 1 ? [{ kind: 'language' } as const] : []),
    { kind: 'how-it-works' },
    ...form.clauses.map((clause): Screen => ({ kind: 'clause', clause: clause.id })),
    ...form.questions.map((question): Screen => ({ kind: 'question', question: question.id })),
    { kind: 'way' },
    ...signingScreens(way),
    { kind: 'review' },
  ];
}

/** A mark needs somebody who saw it; who signs for a patient says first who they are and why. */
function signingScreens(way: Way): Screen[] {
  if (way === 'mark') return [{ kind: 'sign' }, { kind: 'witness' }, { kind: 'witness-sign' }];
  if (way === 'representative') return [{ kind: 'representative' }, { kind: 'why-not-self' }, { kind: 'sign' }];
  return [{ kind: 'sign' }];
}

/** What was on screen when a clause was acknowledged. Times are ISO 8601 by the device's clock. */
export type Acknowledgement = { clause: string; language: Language; shownAt: string; acknowledgedAt: string };

export type UnderstandingAnswer = { question: string; answer: string; right: boolean; at: string };

/** The clauses that are not acknowledged yet, in the form's order. */
export function missingAcknowledgements(form: FormVersion, given: readonly Acknowledgement[]): string[] {
  const done = new Set(given.map((one) => one.clause));
  return form.clauses.map((clause) => clause.id).filter((id) => !done.has(id));
}

/** The ids of the questions whose first answer was not right: shown to the Health Assistant, never a hindrance. */
export function misses(answers: readonly UnderstandingAnswer[]): string[] {
  const first = new Map<string, boolean>();
  for (const one of answers) if (!first.has(one.question)) first.set(one.question, one.right);
  return [...first].filter(([, right]) => !right).map(([question]) => question);
}
