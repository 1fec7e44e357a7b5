import { expect, test } from 'vitest';
import { found, searchText, searchWords } from '../../src/domain/search.ts';

const margaret = searchText({
  name: { first: 'Margarét', last: 'O’Whitfield', preferred: 'Peg' },
  birthDate: '1947-03-09',
  recordNumber: 'MRN 123-4567',
  phone: '+18135550142',
});

test.each([
  'margaret',
  'O’WHITFIELD',
  'peg',
  '1947-03-09',
  '3/9/1947',
  '03/09/1947',
  '03-09-1947',
  '3-9-1947',
  '3.9.1947',
  '03 09 1947',
  '03091947',
  'mrn 123-4567',
  '123-4567',
  '1234567',
  '(813) 555-0142',
  '813.555.0142',
  '+1 813 555 0142',
  '555 0142',
  '',
])('«%s» finds her', (typed) => {
  expect(found(margaret, searchWords(typed))).toBe(true);
});

test.each(['margaret ruiz', '1947-03-10', '03101947', '123-4568', '813 555 0143', '9999999'])(
  '«%s» does not',
  (typed) => {
    expect(found(margaret, searchWords(typed))).toBe(false);
  },
);
