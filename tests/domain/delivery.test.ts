import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { deliver, waitAfter, type Attempt, type Delivery, type DeliveryStep } from '../../src/domain/delivery.ts';

const queued: Delivery = { state: 'queued' };
const parked: Delivery = { state: 'parked', code: 'envelope-conflict' };
const delivered: Delivery = { state: 'delivered' };
const refused = (status: number): Attempt => ({ kind: 'refused', status, code: `code-${status}` });
const parkedBy = (status: number): Delivery => ({ state: 'parked', code: `code-${status}` });

const passing = [408, 425, 429, 500, 501, 502, 503, 504, 507, 511, 599];
const final = [400, 402, 403, 404, 405, 406, 407, 409, 410, 411, 412, 413, 414, 415, 422, 423, 426, 428, 431, 451];

type Row = [now: Delivery, attempt: Attempt, after: Delivery, next: DeliveryStep['next']];

const rows: Row[] = [
  [queued, { kind: 'verified-receipt' }, delivered, 'done'],
  [queued, { kind: 'no-answer' }, queued, 'try-again'],
  [queued, { kind: 'staff-retry' }, queued, 'try-again'],
  [queued, refused(401), queued, 'ask-staff'],
  ...passing.map((status): Row => [queued, refused(status), queued, 'try-again']),
  ...final.map((status): Row => [queued, refused(status), parkedBy(status), 'in-sight']),
  [parked, { kind: 'verified-receipt' }, delivered, 'done'],
  [parked, { kind: 'no-answer' }, parked, 'in-sight'],
  [parked, { kind: 'staff-retry' }, queued, 'try-again'],
  [parked, refused(401), parked, 'ask-staff'],
  ...passing.map((status): Row => [parked, refused(status), parked, 'try-again']),
  ...final.map((status): Row => [parked, refused(status), parkedBy(status), 'in-sight']),
  [delivered, { kind: 'verified-receipt' }, delivered, 'done'],
  [delivered, { kind: 'no-answer' }, delivered, 'done'],
  [delivered, { kind: 'staff-retry' }, delivered, 'done'],
  ...[401, ...passing, ...final].map((status): Row => [delivered, refused(status), delivered, 'done']),
];

const said = (attempt: Attempt): string => (attempt.kind === 'refused' ? `a refusal ${attempt.status}` : attempt.kind);

test.each(
  rows.map(([now, attempt, after, next]) => ({ name: `${now.state} + ${said(attempt)}`, now, attempt, after, next })),
)('an entry goes on as the table says: $name -> $after.state, $next', ({ now, attempt, after, next }) => {
  expect(deliver(now, attempt)).toEqual({ delivery: after, next });
});

test('invariant 2: nothing but a verified receipt makes an entry delivered, whatever comes and however often', () => {
  const attempt: fc.Arbitrary<Attempt> = fc.oneof(
    fc.record({ kind: fc.constant('refused' as const), status: fc.integer(), code: fc.string() }),
    fc.constant<Attempt>({ kind: 'no-answer' }),
    fc.constant<Attempt>({ kind: 'staff-retry' }),
  );
  fc.assert(
    fc.property(fc.array(attempt, { maxLength: 50 }), (attempts) => {
      const end = attempts.reduce<Delivery>((now, one) => deliver(now, one).delivery, queued);
      expect(end.state).not.toBe('delivered');
      expect(deliver(end, { kind: 'verified-receipt' }).delivery).toEqual(delivered);
    }),
  );
});

describe('the wait after failures', () => {
  test('doubles from two seconds to a minute', () => {
    const longest = [0, 1, 2, 3, 4, 5, 6, 100].map((failures) => waitAfter(failures, 1));
    expect(longest).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000]);
  });

  test('is never shorter than half of it, never longer than a minute, and a whole number of milliseconds', () => {
    const chance = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.nat(), chance, (failures, luck) => {
        const wait = waitAfter(failures, luck);
        expect(Number.isInteger(wait)).toBe(true);
        expect(wait).toBeGreaterThanOrEqual(waitAfter(failures, 1) / 2);
        expect(wait).toBeLessThanOrEqual(60_000);
      }),
    );
  });

  test('spreads by chance, so that the tablets of one office do not come back in step', () => {
    expect(new Set([0, 0.25, 0.5, 0.75, 1].map((chance) => waitAfter(3, chance))).size).toBe(5);
  });
});
