import { expect, test } from 'vitest';
import currentForm from '../../server/forms/ccm-2026-1.json' with { type: 'json' };
import {
  misses,
  missingAcknowledgements,
  screensOf,
  type Acknowledgement,
  type UnderstandingAnswer,
} from '../../src/domain/consent.ts';
import type { FormVersion } from '../../src/domain/form.ts';

const form = currentForm as FormVersion;
const at = '2026-03-15T14:00:00.000Z';
const ticked = (clause: string): Acknowledgement => ({ clause, language: 'en', shownAt: at, acknowledgedAt: at });
const answered = (question: string, right: boolean): UnderstandingAnswer => ({ question, answer: 'a', right, at });

test('the birth date comes before anything of the form, and signing after all of it', () => {
  const kinds = screensOf(form, 'draw').map((screen) => screen.kind);
  expect(kinds.slice(0, 4)).toEqual(['welcome', 'birth-date', 'language', 'how-it-works']);
  expect(kinds.slice(4, -3)).toEqual([...form.clauses.map(() => 'clause'), ...form.questions.map(() => 'question')]);
  expect(kinds.slice(-3)).toEqual(['way', 'sign', 'review']);
});

test('a form in one language asks for none', () => {
  const kinds = screensOf({ ...form, languages: ['es'] }, 'draw').map((screen) => screen.kind);
  expect(kinds.slice(0, 3)).toEqual(['welcome', 'birth-date', 'how-it-works']);
});

test.each([
  ['type', ['sign']],
  ['mark', ['sign', 'witness', 'witness-sign']],
  ['representative', ['representative', 'why-not-self', 'sign']],
] as const)('who signs by %s has the screens for it, and no other', (way, screens) => {
  const kinds = screensOf(form, way).map((screen) => screen.kind);
  expect(kinds.slice(kinds.indexOf('way') + 1, -1)).toEqual(screens);
});

test('each clause and each question has a screen of its own, in the order of the form', () => {
  const screens = screensOf(form, 'mark');
  expect(screens.flatMap((screen) => (screen.kind === 'clause' ? [screen.clause] : []))).toEqual(
    form.clauses.map((clause) => clause.id),
  );
  expect(screens.flatMap((screen) => (screen.kind === 'question' ? [screen.question] : []))).toEqual(
    form.questions.map((question) => question.id),
  );
});

test('what is not ticked is missing, in the order of the form, whatever else was ticked and how often', () => {
  const ids = form.clauses.map((clause) => clause.id);
  const [first = '', second = ''] = ids;
  expect(missingAcknowledgements(form, [])).toEqual(ids);
  expect(missingAcknowledgements(form, [ticked(second), ticked(second), ticked('of another form')])).toEqual([
    first,
    ...ids.slice(2),
  ]);
  expect(missingAcknowledgements(form, ids.toReversed().map(ticked))).toEqual([]);
});

test('the first answer to a question is what counts: a later right one does not take a miss back', () => {
  expect(misses([])).toEqual([]);
  expect(misses([answered('cost', true), answered('cost', false)])).toEqual([]);
  expect(misses([answered('cost', false), answered('stop', true), answered('cost', true)])).toEqual(['cost']);
  expect(misses([answered('stop', false), answered('cost', false)])).toEqual(['stop', 'cost']);
});
