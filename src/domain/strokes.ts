/**
 * Signature strokes as a record: every sample of pen or finger, with time, pressure and tilt.
 *
 * Packed as second differences in variable-length integers (LEB128, zigzag), column by column: pen strokes are smooth,
 * so that most values fit one byte. Layout, all numbers varints:
 * version 1 · stroke count · per stroke: pointer kind · start (ms) · sample count · columns x, y, t, p, tx, ty.
 */

export type Sample = {
  /** Hundredths of a CSS pixel from the pad's left and top edge. */
  x: number;
  y: number;
  /** Tenths of a millisecond since the stroke began. */
  t: number;
  /** Pressure in 1/1023; 0 where the device doesn't tell. */
  p: number;
  /** Tilt in degrees, -90 to 90. */
  tx: number;
  ty: number;
};

export const POINTERS = ['mouse', 'touch', 'pen'] as const;
export type Pointer = (typeof POINTERS)[number];

/** `at` is in milliseconds since the signature's first stroke began. */
export type Stroke = { pointer: Pointer; at: number; samples: Sample[] };

const layout = 1;
const columns = ['x', 'y', 't', 'p', 'tx', 'ty'] as const;

export function packStrokes(strokes: readonly Stroke[]): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  putVarint(bytes, layout);
  putVarint(bytes, strokes.length);
  for (const stroke of strokes) {
    putVarint(bytes, POINTERS.indexOf(stroke.pointer));
    putVarint(bytes, stroke.at);
    putVarint(bytes, stroke.samples.length);
    for (const column of columns) {
      let last = 0;
      let lastStep = 0;
      for (const sample of stroke.samples) {
        // Zigzag would take a fraction for another whole number, in silence.
        if (!Number.isSafeInteger(sample[column])) throw new RangeError('strokes: not a whole number');
        const stepNow = sample[column] - last;
        putVarint(bytes, zigzag(stepNow - lastStep));
        last = sample[column];
        lastStep = stepNow;
      }
    }
  }
  return Uint8Array.from(bytes);
}

/** Throws a RangeError on bytes that are not a packed signature. */
export function unpackStrokes(bytes: Uint8Array): Stroke[] {
  const reader = { bytes, at: 0 };
  if (takeVarint(reader) !== layout) throw new RangeError('strokes: unknown layout');
  const count = takeCount(reader);
  const strokes: Stroke[] = [];
  for (let s = 0; s < count; s++) {
    const pointer = POINTERS[takeVarint(reader)];
    if (!pointer) throw new RangeError('strokes: unknown pointer');
    const at = takeVarint(reader);
    const length = takeCount(reader);
    const samples: Sample[] = Array.from({ length }, () => ({ x: 0, y: 0, t: 0, p: 0, tx: 0, ty: 0 }));
    for (const column of columns) {
      let last = 0;
      let lastStep = 0;
      for (const sample of samples) {
        lastStep += unzigzag(takeVarint(reader));
        last += lastStep;
        if (!Number.isSafeInteger(last) || !Number.isSafeInteger(lastStep)) throw tooLong();
        sample[column] = last;
      }
    }
    strokes.push({ pointer, at, samples });
  }
  if (reader.at !== bytes.length) throw new RangeError('strokes: bytes left over');
  return strokes;
}

export function sampleCount(strokes: readonly Stroke[]): number {
  return strokes.reduce((sum, stroke) => sum + stroke.samples.length, 0);
}

/** The length of the drawn line in CSS pixels: a stray dot is near 0, a signature is hundreds. */
export function inkLength(strokes: readonly Stroke[]): number {
  let length = 0;
  for (const { samples } of strokes) {
    for (let i = 1; i < samples.length; i++) {
      const a = samples[i - 1];
      const b = samples[i];
      if (a && b) length += Math.hypot(b.x - a.x, b.y - a.y) / 100;
    }
  }
  return length;
}

function zigzag(value: number): number {
  return value >= 0 ? value * 2 : -value * 2 - 1;
}

function unzigzag(value: number): number {
  return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
}

// Arithmetic instead of bit operators: these cut numbers to 32 bits.
function putVarint(bytes: number[], value: number): void {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError('strokes: not a whole number');
  let rest = value;
  while (rest >= 128) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
}

function takeVarint(reader: { bytes: Uint8Array; at: number }): number {
  let value = 0;
  let weight = 1;
  for (;;) {
    const byte = reader.bytes[reader.at++];
    if (byte === undefined) throw new RangeError('strokes: cut off');
    value += (byte % 128) * weight;
    if (!Number.isSafeInteger(value)) throw tooLong();
    if (byte < 128) return value;
    weight *= 128;
    if (weight > 2 ** 49) throw tooLong();
  }
}

function tooLong(): RangeError {
  return new RangeError('strokes: number too long');
}

/** A count can't exceed the bytes that are left: guards against a few bytes that ask for gigabytes. */
function takeCount(reader: { bytes: Uint8Array; at: number }): number {
  const count = takeVarint(reader);
  if (count > reader.bytes.length - reader.at) throw new RangeError('strokes: cut off');
  return count;
}
