import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import * as v from 'valibot';
import { newId } from '../../src/contract/newId.ts';
import { id } from '../../src/contract/shapes.ts';

const time = fc.integer({ min: 0, max: 2 ** 48 - 1 });

test('an id is a UUID of version 7 with the time in front (RFC 9562)', () => {
  expect(newId(0x0195_7c3a_1234)).toMatch(/^01957c3a-1234-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  fc.assert(
    fc.property(time, (now) => {
      const made = newId(now);
      expect(v.is(id, made)).toBe(true);
      expect(Number.parseInt(made.replace(/-/g, '').slice(0, 12), 16)).toBe(now);
    }),
  );
});

test('ids sort by the time they were made at', () => {
  fc.assert(
    fc.property(time, time, (a, b) => {
      fc.pre(a !== b);
      expect(newId(a) < newId(b)).toBe(a < b);
    }),
  );
});

test('many of one millisecond are all different', () => {
  const made = new Set(Array.from({ length: 10_000 }, () => newId(1_742_000_000_000)));
  expect(made.size).toBe(10_000);
});

test('those of one millisecond sort in the order they were made in', () => {
  fc.assert(
    fc.property(time, fc.integer({ min: 2, max: 2_000 }), (now, count) => {
      const made = Array.from({ length: count }, () => newId(now));
      expect(made.toSorted()).toEqual(made);
    }),
    { numRuns: 20 },
  );
});

test('without a time it takes the present one', () => {
  const before = Date.now();
  const now = Number.parseInt(newId().replace(/-/g, '').slice(0, 12), 16);
  expect(now).toBeGreaterThanOrEqual(before);
  expect(now).toBeLessThanOrEqual(Date.now());
});
