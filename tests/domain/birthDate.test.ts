import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { daysInMonth, readBirthDate } from '../../src/domain/birthDate.ts';

const today = '2026-03-15';

test.each([
  '1947-03-09',
  '1947-3-9',
  '1947-03-9',
  '3/9/1947',
  '03/09/1947',
  '3-9-1947',
  '3.9.1947',
  '03 09 1947',
  '3/9-1947',
  '03091947',
  '  03/09/1947  ',
  '\t1947-03-09\n',
  '\u00a01947-03-09\u00a0',
])('the ninth of March 1947 may be typed as "%s"', (typed) => {
  expect(readBirthDate(typed, today)).toEqual({ ok: true, date: '1947-03-09' });
});

test.each([
  ['12/31/1941', '1941-12-31'],
  ['02/29/1944', '1944-02-29'],
  ['02/29/2000', '2000-02-29'],
  ['1901-01-01', '1901-01-01'],
  [today, today],
])('"%s" is the day %s', (typed, date) => {
  expect(readBirthDate(typed, today)).toEqual({ ok: true, date });
});

test.each([
  ['', 'empty'],
  ['   ', 'empty'],
  ['//', 'unreadable'],
  ['3/9/', 'unreadable'],
  ['3/9/47', 'unreadable'],
  ['March 9, 1947', 'unreadable'],
  ['1947', 'unreadable'],
  ['3/9/19471', 'unreadable'],
  ['03/09/1947 or so', 'unreadable'],
  ['٣/٩/١٩٤٧', 'unreadable'],
  ['-3/9/1947', 'unreadable'],
  ['02/29/1945', 'impossible'],
  ['02/29/1900', 'impossible'],
  ['02/30/1944', 'impossible'],
  ['04/31/1947', 'impossible'],
  ['13/01/1947', 'impossible'],
  ['31/12/1947', 'impossible'],
  ['00/10/1947', 'impossible'],
  ['01/00/1947', 'impossible'],
  ['01/32/1947', 'impossible'],
  ['1947-00-00', 'impossible'],
  ['03/16/2026', 'future'],
  ['01/01/9999', 'future'],
  ['03/09/0047', 'too-long-ago'],
  ['02/29/0096', 'too-long-ago'],
  ['12/31/1900', 'too-long-ago'],
] as const)('"%s" is turned down as %s', (typed, problem) => {
  expect(readBirthDate(typed, today)).toEqual({ ok: false, problem });
});

describe('any day of the last 125 years', () => {
  const day = fc
    .date({ min: new Date('1901-01-01T00:00:00Z'), max: new Date('2026-03-15T00:00:00Z'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));

  test('reads back as itself, however it is typed', () => {
    fc.assert(
      fc.property(day, fc.constantFrom('/', '-', '.', ' '), fc.boolean(), (date, between, short) => {
        const [year = '', month = '', dayOfMonth = ''] = date.split('-');
        const part = (text: string): string => (short ? String(Number(text)) : text);
        const right = { ok: true, date };
        expect(readBirthDate(date, today)).toEqual(right);
        expect(readBirthDate([part(month), part(dayOfMonth), year].join(between), today)).toEqual(right);
        expect(readBirthDate(`${month}${dayOfMonth}${year}`, today)).toEqual(right);
      }),
    );
  });
});

test('whatever is typed, the answer is a day of the calendar up to today, or a problem', () => {
  const typed = fc.oneof(
    fc.string(),
    fc.stringMatching(/^[\d /.-]{0,14}$/),
    fc.stringMatching(/^\d{1,4}[/-]\d\d[/-]\d{2,4}$/),
  );
  fc.assert(
    fc.property(typed, (text) => {
      const read = readBirthDate(text, today);
      if (!read.ok) return;
      expect(read.date).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(new Date(`${read.date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(read.date);
      expect(read.date <= today).toBe(true);
    }),
  );
});

test('the months have their days, in leap years and others', () => {
  const days = (year: number): number[] => Array.from({ length: 12 }, (_, i) => daysInMonth(year, i + 1));
  expect(days(2023)).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
  expect([1900, 1904, 2000, 2024, 2100].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 29, 29, 28]);
});
