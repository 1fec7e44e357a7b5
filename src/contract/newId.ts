import { randomBytes, toHex } from './bytes.ts';

/** A UUID of version 7 (RFC 9562): sorts by time, made anywhere without asking. `now` is in milliseconds. */
export function newId(now: number = Date.now()): string {
  const bytes = randomBytes(16);
  let rest = now;
  for (let i = 5; i >= 0; i--) {
    bytes[i] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = toHex(bytes);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
