import { expect, test } from 'vitest';
import {
  filled,
  filledClause,
  startingLanguage,
  textIn,
  type Clause,
  type Fills,
  type FormVersion,
} from '../../src/domain/form.ts';

const fills: Fills = {
  patient: 'Ana {practice} $& Ruiz',
  practice: 'Bayside',
  practicePhone: '(813) 555-0100',
  practitioner: 'Dr. Lee',
  programme: 'CCM',
};

test('each placeholder is filled wherever it stands, and what is filled in is not read again', () => {
  expect(filled('{practitioner} of {practice}: {patient}, {practice}', fills)).toBe(
    'Dr. Lee of Bayside: Ana {practice} $& Ruiz, Bayside',
  );
});

test.each(['{doctor}', '{}', '{ practice }', '{toString}', '{constructor}', '{__proto__}', '{{', '}'])(
  'an unknown placeholder such as %s stays as it is, in sight',
  (text) => {
    expect(filled(text, fills)).toBe(text);
  },
);

test('every text of a clause is filled, in the language that was asked for', () => {
  const clause: Clause = {
    id: 'cost',
    kind: 'clause',
    covers: [],
    text: {
      en: {
        title: '{programme}',
        summary: 'S {practice}',
        body: ['B {practice}', 'plain'],
        acknowledge: 'I {patient}',
      },
      es: { title: 'T', summary: 'S', body: [], acknowledge: 'Yo' },
    },
  };
  expect(filledClause(clause, 'en', { ...fills, patient: 'Ana' })).toEqual({
    title: 'CCM',
    summary: 'S Bayside',
    body: ['B Bayside', 'plain'],
    acknowledge: 'I Ana',
  });
  expect(filledClause(clause, 'es', fills).acknowledge).toBe('Yo');
});

test('a language that a form does not have falls back to its first; a text without any is a fault', () => {
  expect(textIn({ en: 'yes', es: 'sí' }, 'es')).toBe('sí');
  expect(textIn({ en: 'yes', es: 'sí' }, 'he')).toBe('yes');
  expect(() => textIn({}, 'en')).toThrow('without any language');
});

test.each([
  ['es', 'es'],
  ['he', 'en'],
  ['', 'en'],
])('a patient who wants "%s" starts in "%s"', (wanted, start) => {
  expect(startingLanguage({ languages: ['en', 'es'] } as FormVersion, wanted)).toBe(start);
});
