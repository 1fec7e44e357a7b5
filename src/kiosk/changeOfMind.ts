import type { Draft } from '../consent/draft.ts';
import type { PatientAnswer } from '../consent/session.ts';
import { newId } from '../contract/newId.ts';
import type { Language } from '../domain/form.ts';
import type { HandOff } from './handOff.ts';
import { sealAnswer } from './sealAnswer.ts';
import type { Tablet } from './tablet.ts';

/**
 * Takes an answer back by one more sealed record, and answers its id. What was signed is not touched: it cannot even be
 * read here any more (invariant 5).
 */
export type ChangeOfMind = { patient: string; seal: (meaning: string, language: Language) => Promise<string> };

/** `at` is when the answer was given. Of the draft only what says who answered is kept: no ink, no ticks. */
export function changeOfMind(
  tablet: Tablet,
  handOff: HandOff,
  draft: Draft,
  answer: Exclude<PatientAnswer, { kind: 'withdrawal' }>,
  at: string,
): ChangeOfMind {
  const byRepresentative = answer.kind === 'consent' ? draft.way === 'representative' : answer.byRepresentative;
  const withdraws = { envelope: draft.envelope, kind: answer.kind, at };
  const nothing = { drawn: null, typed: '' };
  const who: Draft = {
    ...draft,
    ...nothing,
    // One id, however often it is tried: two tries never make two records.
    envelope: newId(),
    shown: {},
    acknowledgements: [],
    answers: [],
    chosen: {},
    flipped: {},
    declining: { reason: '', words: '', forPatient: null },
    mark: null,
    witness: { ...draft.witness, ...nothing, name: '', address: '' },
    representative: { ...draft.representative, ...nothing },
  };
  return {
    patient: handOff.fills.patient,
    async seal(meaning, language) {
      await sealAnswer(
        tablet,
        handOff,
        { ...who, language },
        { kind: 'withdrawal', byRepresentative, meaning, withdraws },
      );
      return who.envelope;
    },
  };
}
