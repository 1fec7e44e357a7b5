import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { folded, fullName, greetingName, type PersonName } from '../../src/domain/people.ts';

const aName = (name: Partial<PersonName>): PersonName => ({ first: 'Ana', last: 'Ruiz', ...name });

describe('a name as it is printed', () => {
  test.each<[string, PersonName, string]>([
    ['both names', aName({}), 'Ana Ruiz'],
    ['a suffix', aName({ suffix: 'Jr.' }), 'Ana Ruiz Jr.'],
    ['one name only', aName({ first: '', last: 'Suharto' }), 'Suharto'],
    ['blanks around', aName({ first: ' Ana ', last: ' Ruiz ', suffix: ' ' }), 'Ana Ruiz'],
    ['what they are called left out', aName({ preferred: 'Nita' }), 'Ana Ruiz'],
    ['Hebrew', aName({ first: 'מרים', last: 'בן־דוד' }), 'מרים בן־דוד'],
    ['several parts', aName({ first: 'María del Carmen', last: 'Ibáñez de Peña' }), 'María del Carmen Ibáñez de Peña'],
  ])('has %s', (_what, name, printed) => {
    expect(fullName(name)).toBe(printed);
  });

  test('is never shortened, however long', () => {
    const long = { first: 'Wolfeschlegel'.repeat(20), last: 'Steinhausenbergerdorff'.repeat(20) };
    expect(fullName(long)).toBe(`${long.first} ${long.last}`);
  });
});

test.each<[PersonName, string]>([
  [aName({}), 'Ana'],
  [aName({ preferred: 'Nita' }), 'Nita'],
  [aName({ preferred: '  ' }), 'Ana'],
  [aName({ first: ' ', last: 'Suharto' }), 'Suharto'],
  [aName({ first: 'מרים' }), 'מרים'],
])('%o is greeted as %s', (name, greeting) => {
  expect(greetingName(name)).toBe(greeting);
});

describe('searching for a name', () => {
  test.each([
    ['Peña', 'pena'],
    ['Jürgen Müller', 'jurgen muller'],
    ['Søren Ærø', 'soren aero'],
    ['Łukasz Đurić', 'lukasz duric'],
    ['Þóra Guðrún', 'thora gudrun'],
    ['Weiß', 'weiss'],
    ['WEIẞ', 'weiss'],
    ['Œuvre', 'oeuvre'],
    ['İbrahim', 'ibrahim'],
    ['O’Brien', "o'brien"],
    ['O‘Brien', "o'brien"],
    ['O´Brien', "o'brien"],
    ['O`Brien', "o'brien"],
    ['  María \t del\u00a0Carmen ', 'maria del carmen'],
    ['Ｗｉｄｅ', 'wide'],
    ['מִרְיָם', 'מרים'],
    ['Nguyễn', 'nguyen'],
  ])('"%s" is found as "%s"', (name, found) => {
    expect(folded(name)).toBe(found);
  });

  test('folding twice is folding once, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(folded(folded(text))).toBe(folded(text));
      }),
      { numRuns: 1_000 },
    );
  });

  test('how an accent is encoded makes no difference', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(folded(text.normalize('NFD'))).toBe(folded(text.normalize('NFC')));
      }),
    );
  });

  test('a part of a name is found in the whole of it', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-zÀ-ÖØ-öø-ÿ]{1,12}$/), fc.string(), (part, rest) => {
        expect(folded(`${part} ${rest}`)).toContain(folded(part));
      }),
    );
  });
});
