import type { FormVersion, Language } from './form.ts';

/** The patient's way through a form: which screens there are, and what is still missing before a signature counts. */

export type Screen =
  | { kind: 'welcome' }
  | { kind: 'birth-date' }
  | { kind: 'how-it-works' }
  | { kind: 'clause'; clause: string }
  | { kind: 'question'; question: string }
  | { kind: 'sign' }
  | { kind: 'review' };

/** The screens in order: who you are, what it is, each clause by itself, the questions that help, the signature. */
export function screensOf(form: FormVersion): Screen[] {
  return [
    { kind: 'welcome' },
    { kind: 'birth-date' },
    { kind: 'how-it-works' },
    ...form.clauses.map((clause): Screen => ({ kind: 'clause', clause: clause.id })),
    ...form.questions.map((question): Screen => ({ kind: 'question', question: question.id })),
    { kind: 'sign' },
    { kind: 'review' },
  ];
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
