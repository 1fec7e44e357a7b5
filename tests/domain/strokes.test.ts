import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import {
  inkLength,
  packStrokes,
  POINTERS,
  sampleCount,
  unpackStrokes,
  type Sample,
  type Stroke,
} from '../../src/domain/strokes.ts';

const aSample = (part: Partial<Sample> = {}): Sample => ({ x: 100, y: 200, t: 0, p: 0, tx: 0, ty: 0, ...part });
const aStroke = (part: Partial<Stroke> = {}): Stroke => ({ pointer: 'pen', at: 0, samples: [aSample()], ...part });

const strokesOf = (number: fc.Arbitrary<number>): fc.Arbitrary<Stroke[]> =>
  fc.array(
    fc.record({
      pointer: fc.constantFrom(...POINTERS),
      at: fc.nat(),
      samples: fc.array(fc.record({ x: number, y: number, t: number, p: number, tx: number, ty: number }), {
        maxLength: 12,
      }),
    }),
    { maxLength: 4 },
  );
const strokes = strokesOf(fc.integer());
const huge = fc.maxSafeInteger();

describe('packing', () => {
  test('every stroke comes back as it was', () => {
    fc.assert(
      fc.property(strokes, (drawn) => {
        expect(unpackStrokes(packStrokes(drawn))).toEqual(drawn);
      }),
      { numRuns: 500 },
    );
  });

  test('numbers of any size come back as they were, or are turned down before anything is kept', () => {
    fc.assert(
      fc.property(strokesOf(huge), (drawn) => {
        let packed: Uint8Array;
        try {
          packed = packStrokes(drawn);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
          return;
        }
        expect(unpackStrokes(packed)).toEqual(drawn);
      }),
    );
  });

  const furthest = 2 ** 49;
  test.each<[string, Stroke[]]>([
    ['nothing', []],
    ['a stroke without samples', [aStroke({ samples: [] })]],
    ['a dot', [aStroke()]],
    [
      'a jump from one end to the other',
      [aStroke({ samples: [furthest, -furthest, furthest].map((x) => aSample({ x })) })],
    ],
    ['the longest time', [aStroke({ at: Number.MAX_SAFE_INTEGER })]],
    [
      'the tilt of a pen laid flat',
      [aStroke({ samples: [aSample({ tx: -90, ty: 90 }), aSample({ tx: 90, ty: -90 })] })],
    ],
    ['all pointers', POINTERS.map((pointer) => aStroke({ pointer }))],
    ['ten thousand strokes', Array.from({ length: 10_000 }, (_, at) => aStroke({ at }))],
  ])('keeps %s', (_what, drawn) => {
    expect(unpackStrokes(packStrokes(drawn))).toEqual(drawn);
  });

  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('%d is no number of a sample', (x) => {
    expect(() => packStrokes([aStroke({ samples: [aSample({ x })] })])).toThrow(RangeError);
  });

  test('a stroke never begins before the first', () => {
    expect(() => packStrokes([aStroke({ at: -1 })])).toThrow(RangeError);
  });
});

describe('unpacking what is not a whole signature', () => {
  test('every cut of a packed signature is noticed', () => {
    const packed = packStrokes([
      aStroke({ samples: [aSample(), aSample({ x: 90_000, t: 42 })] }),
      aStroke({ at: 900 }),
    ]);
    for (let length = 0; length < packed.length; length++)
      expect(() => unpackStrokes(packed.subarray(0, length)), `${length} bytes`).toThrow(RangeError);
  });

  test('anything behind a packed signature is noticed', () => {
    fc.assert(
      fc.property(strokes, fc.uint8Array({ minLength: 1 }), (drawn, more) => {
        expect(() => unpackStrokes(Uint8Array.from([...packStrokes(drawn), ...more]))).toThrow('bytes left over');
      }),
    );
  });

  const garbled = fc
    .tuple(strokes, fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 8 }))
    .map(([drawn, changes]) => {
      const bytes = packStrokes(drawn);
      for (const [place, value] of changes) bytes[place % bytes.length] = value;
      return bytes;
    });

  test.each([
    ['bytes by chance', fc.uint8Array({ maxLength: 400 })],
    [
      'bytes by chance that begin rightly',
      fc.uint8Array({ maxLength: 400 }).map((bytes) => Uint8Array.from([1, ...bytes])),
    ],
    ['a signature with bytes changed', garbled],
  ])('%s either are a signature to the last bit, or a RangeError', (_what, garbage) => {
    fc.assert(
      fc.property(garbage, (bytes) => {
        let read: Stroke[];
        try {
          read = unpackStrokes(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
          return;
        }
        expect(unpackStrokes(packStrokes(read))).toEqual(read);
      }),
      { numRuns: 2_000 },
    );
  });

  test.each<[string, number[], string]>([
    ['another layout', [2, 0], 'unknown layout'],
    ['an unknown pointer', [1, 1, 3, 0, 0], 'unknown pointer'],
    ['thousands of millions of strokes', [1, 0xff, 0xff, 0xff, 0xff, 0x7f], 'cut off'],
    ['thousands of millions of samples', [1, 1, 0, 0, 0xff, 0xff, 0xff, 0xff, 0x7f, 0], 'cut off'],
    ['a number without an end', [1, ...Array.from({ length: 64 }, () => 0xff)], 'number too long'],
    ['a number that is not exact', [1, 1, 0, ...Array.from({ length: 7 }, () => 0xff), 0x7f, 0], 'number too long'],
    [
      'a line that runs beyond all numbers',
      [1, 1, 0, 0, 3, ...[0, 1, 2].flatMap(() => biggest()), ...blank(15)],
      'number too long',
    ],
  ])('turns down %s', (_what, bytes, why) => {
    expect(() => unpackStrokes(Uint8Array.from(bytes))).toThrow(why);
  });

  /** The varint of the largest even safe integer, which stands for half of it. */
  function biggest(): number[] {
    return [0xfe, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f];
  }
  function blank(length: number): number[] {
    return Array.from({ length }, () => 0);
  }
});

describe('what is told about strokes', () => {
  test('samples are counted over all strokes', () => {
    expect(sampleCount([])).toBe(0);
    expect(sampleCount([aStroke(), aStroke({ samples: [aSample(), aSample()] })])).toBe(3);
  });

  test('ink is as long as the line in CSS pixels; a dot and the way between two strokes are none', () => {
    const line = aStroke({
      samples: [aSample({ x: 0, y: 0 }), aSample({ x: 3_000, y: 4_000 }), aSample({ x: 3_000, y: 0 })],
    });
    expect(inkLength([line])).toBe(90);
    expect(inkLength([aStroke(), aStroke({ samples: [aSample({ x: 90_000 })] })])).toBe(0);
    expect(inkLength([])).toBe(0);
  });
});

/** Three seconds of a Pencil at 240 Hz: loops that run along the line, pressed and tilted as a hand does, a little unsteady. */
function aRealisticSignature(): Stroke[] {
  const samples = Array.from({ length: 720 }, (_, i): Sample => {
    const s = i / 240;
    const unsteady = (salt: number): number => Math.sin(i * 12.9898 + salt * 78.233) * 3;
    return {
      x: Math.round(4_000 + 18_000 * s + 2_600 * Math.sin(9 * s) + unsteady(1)),
      y: Math.round(16_000 + 4_200 * Math.sin(13 * s + 1) + 900 * Math.sin(31 * s) + unsteady(2)),
      t: Math.round(s * 10_000),
      p: Math.round(420 + 210 * Math.sin(7 * s) + unsteady(3)),
      tx: Math.round(32 + 6 * Math.sin(2 * s)),
      ty: Math.round(-18 + 5 * Math.sin(3 * s)),
    };
  });
  return [0, 1, 2].map((n) => ({ pointer: 'pen', at: n * 1_000, samples: samples.slice(n * 240, (n + 1) * 240) }));
}

test('three seconds of a Pencil, 720 samples at 240 Hz, fit into 6 KB', () => {
  const packed = packStrokes(aRealisticSignature());
  console.log(`720 samples packed: ${packed.length} bytes, as JSON: ${JSON.stringify(aRealisticSignature()).length}`);
  expect(packed.length).toBeLessThanOrEqual(6 * 1024);
  expect(sampleCount(unpackStrokes(packed))).toBe(720);
});
