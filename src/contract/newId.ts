import { randomBytes, toHex } from './bytes.ts';

let last = { now: -1, count: 0 };

/**
 * A UUID of version 7 (RFC 9562): sorts by time, made anywhere without asking. Those of one millisecond keep the order
 * they were made in, 2,048 and more of them, by the counter of section 6.2, method 1. `now` is in milliseconds.
 */
export function newId(now: number = Date.now()): string {
  const bytes = randomBytes(16);
  let rest = now;
  for (let i = 5; i >= 0; i--) {
    bytes[i] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  // A first count below half of the range leaves room for those that follow.
  const fresh = (((bytes[6] ?? 0) & 0x07) << 8) | (bytes[7] ?? 0);
  last = { now, count: now === last.now ? (last.count + 1) % 0x1000 : fresh };
  bytes[6] = 0x70 | (last.count >> 8);
  bytes[7] = last.count & 0xff;
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = toHex(bytes);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
