import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayInZone, hasEnded, stopTakesEffectOn } from '../../src/domain/stopping.ts';

const tampa = 'America/New_York';

describe('a stop takes effect on the last day of the month in which it was asked for, at the practice', () => {
  test.each([
    ['2026-11-27T15:00:00.000Z', tampa, '2026-11-30'],
    ['2026-12-31T23:00:00.000Z', tampa, '2026-12-31'],
    ['2026-02-01T12:00:00.000Z', tampa, '2026-02-28'],
    ['2028-02-10T12:00:00.000Z', tampa, '2028-02-29'],
    ['2100-02-10T12:00:00.000Z', tampa, '2100-02-28'],
    // In UTC it is the next month already, in Tampa it is still the evening before.
    ['2026-12-01T04:59:59.000Z', tampa, '2026-11-30'],
    ['2026-12-01T05:00:00.000Z', tampa, '2026-12-31'],
    // Summer time: four hours behind, not five.
    ['2026-07-01T03:59:59.000Z', tampa, '2026-06-30'],
    ['2026-07-01T04:00:00.000Z', tampa, '2026-07-31'],
    // The night in which the clocks go back lies in November on both sides.
    ['2026-11-01T05:30:00.000Z', tampa, '2026-11-30'],
    ['2026-11-01T06:30:00.000Z', tampa, '2026-11-30'],
    // Far east of the date line it is tomorrow, far west it is today.
    ['2026-11-30T10:00:00.000Z', 'Pacific/Kiritimati', '2026-12-31'],
    ['2026-12-01T10:00:00.000Z', 'Pacific/Pago_Pago', '2026-11-30'],
    ['2026-01-01T04:00:00.000Z', tampa, '2025-12-31'],
    // A zone that nobody knows is not guessed at.
    ['2026-12-01T04:00:00.000Z', 'Tampa, probably', '2026-12-31'],
  ])('%s in %s: %s', (asked, zone, last) => {
    expect(stopTakesEffectOn(asked, zone)).toBe(last);
  });

  test('whenever and wherever: the same month, never before the request, and the next day is the first', () => {
    const when = fc.date({ min: new Date('2020-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    const zone = fc.constantFrom(tampa, 'UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Kathmandu');
    fc.assert(
      fc.property(when, zone, (moment, where) => {
        const asked = moment.toISOString();
        const last = stopTakesEffectOn(asked, where);
        expect(last.slice(0, 7)).toBe(dayInZone(asked, where).slice(0, 7));
        expect(last >= dayInZone(asked, where)).toBe(true);
        const next = new Date(`${last}T00:00:00Z`);
        next.setUTCDate(next.getUTCDate() + 1);
        expect(next.getUTCDate()).toBe(1);
      }),
    );
  });
});

test.each([
  ['2026-12-01T04:59:59.000Z', false],
  ['2026-12-01T05:00:00.000Z', true],
  ['2026-11-27T15:00:00.000Z', false],
])('at %s what ended on November 30 in Tampa is over: %s', (now, ended) => {
  expect(hasEnded('2026-11-30', tampa, now)).toBe(ended);
});
