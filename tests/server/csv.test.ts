import { expect, test } from 'vitest';
import { dayInZone } from '../../src/domain/stopping.ts';
import { csv } from '../../server/csv.ts';
import { startOfDay, weekOf } from '../../server/calendar.ts';

test.each([
  ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
  ['+1 813 555 0142', "'+1 813 555 0142"],
  ['-2', "'-2"],
  ['@SUM(A1)', "'@SUM(A1)"],
  [' =1+1', "' =1+1"],
  ['\t=1+1', "'\t=1+1"],
  ['plain', 'plain'],
  ['a, b', '"a, b"'],
  ['line\nbreak', '"line\nbreak"'],
  [null, ''],
  [-2, '-2'],
])('the cell %j is written as %j, which no spreadsheet takes for a formula', (value, written) => {
  expect(csv([[value]])).toBe(`\uFEFF${written}\r\n`);
});

test('a day begins when it does at the practice, also where clocks are put forward', () => {
  expect(startOfDay('2026-03-08', 'America/New_York')).toBe('2026-03-08T05:00:00.000Z');
  expect(startOfDay('2026-03-08', 'America/New_York', 1)).toBe('2026-03-09T04:00:00.000Z');
  expect(startOfDay('2026-11-22', 'Asia/Kathmandu')).toBe('2026-11-21T18:15:00.000Z');
  expect(dayInZone('2026-03-09T03:59:59.000Z', 'America/New_York')).toBe('2026-03-08');
});

test('a week begins on Monday', () => {
  expect(['2026-11-22', '2026-11-23', '2026-11-29'].map(weekOf)).toEqual(['2026-11-16', '2026-11-23', '2026-11-23']);
});
