import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import { usernameCandidate, usernameStem } from '../../src/domain/username.ts';
import type { PersonName } from '../../src/domain/people.ts';

test.each<[PersonName, string]>([
  [{ first: 'Ana', last: 'Ruiz' }, 'ana.ruiz'],
  [{ first: 'José Luis', last: 'Peña-Ibáñez' }, 'joseluis.penaibanez'],
  [{ first: '', last: 'Suharto' }, 'suharto'],
  [{ first: 'Siobhán', last: 'O’Brien' }, 'siobhan.obrien'],
  [{ first: 'מרים', last: 'בן־דוד' }, 'member'],
  [{ first: 'מרים', last: 'בן־דוד', preferred: 'Miriam' }, 'miriam'],
  [{ first: 'Wolfeschlegelsteinhausen', last: 'Bergerdorffwelchevoralternwaren' }, 'wolfeschlege.bergerdorffwelch'],
  [{ first: 'Ana 1947', last: 'Ruiz03/09' }, 'ana.ruiz'],
])('%o is given the stem %s', (name, stem) => {
  expect(usernameStem(name)).toBe(stem);
});

test.each<[PersonName, string]>([
  [{ first: 'Dick', last: 'Whitfield' }, 'whitfield'],
  [{ first: 'Ana', last: 'Puta' }, 'ana'],
  [{ first: 'Concepción', last: 'Coño' }, 'concepcion'],
  [{ first: 'Dick', last: 'Cock', preferred: 'Richard' }, 'richard'],
  [{ first: 'Dick', last: 'Cock' }, 'member'],
  // Each by itself is a name; together they are not.
  [{ first: 'Fu', last: 'Cker' }, 'cker'],
  [{ first: 'Hijo', last: 'Deputa' }, 'deputa'],
  // Harmless inside of a longer name.
  [{ first: 'Cassandra', last: 'Dickinson' }, 'cassandra.dickinson'],
  [{ first: 'Scarlett', last: 'Putallaz' }, 'scarlett.putallaz'],
  [{ first: 'Consuelo', last: 'Analía' }, 'consuelo.analia'],
])('%o is spared an unfortunate username: %s', (name, stem) => {
  expect(usernameStem(name)).toBe(stem);
});

test('candidates after the first are counted from two', () => {
  expect([0, 1, 2, 9].map((n) => usernameCandidate('ana.ruiz', n))).toEqual([
    'ana.ruiz',
    'ana.ruiz.2',
    'ana.ruiz.3',
    'ana.ruiz.10',
  ]);
});

const part = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.stringMatching(/^[A-Za-z]{0,30}[ -]?(19\d\d-\d\d-\d\d|\d{8}|[٠-٩]{4})?$/),
);
const anyName = fc.record({ first: part, last: part, preferred: fc.option(part, { nil: undefined }) });

test('whatever the name, its stem is short, readable and holds no digit: a birth date has no way into it', () => {
  fc.assert(
    fc.property(anyName, (name) => {
      const stem = usernameStem(name);
      expect(stem).toMatch(/^[a-z]+(\.[a-z]+)?$/);
      expect(stem.length).toBeLessThanOrEqual(29);
    }),
    { numRuns: 1_000 },
  );
});

test('the only digits of a username are those of its counter', () => {
  fc.assert(
    fc.property(anyName, fc.nat({ max: 5_000 }), (name, n) => {
      const digits = usernameCandidate(usernameStem(name), n).replace(/\D/g, '');
      expect(digits).toBe(n === 0 ? '' : String(n + 1));
    }),
  );
});

test('no two candidates of one stem are alike, nor those of two stems', () => {
  const name = fc.array(anyName, { minLength: 2, maxLength: 5 });
  fc.assert(
    fc.property(name, (names) => {
      const stems = [...new Set(names.map(usernameStem))];
      const all = stems.flatMap((stem) => Array.from({ length: 12 }, (_, n) => usernameCandidate(stem, n)));
      expect(new Set(all).size).toBe(all.length);
    }),
  );
});
