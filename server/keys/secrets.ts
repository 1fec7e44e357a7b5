import { createHash, randomBytes } from 'node:crypto';

/** Secrets that are given out once and kept only as a hash: session tokens, pairing secrets. */

/** 256 bits, or as many bytes as asked, in base64url. */
export function newSecret(bytes = 32): string {
  return randomBytes(bytes).toString('base64url');
}

export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Letters and digits that are hard to confuse (Crockford), without bias: 256 is a multiple of 32. */
export function newCode(length: number): string {
  return Array.from(randomBytes(length), (byte) => alphabet[byte % 32]).join('');
}

/** Decimal digits without bias. */
export function newPin(): string {
  for (;;) {
    const number = randomBytes(4).readUInt32BE();
    if (number < 4_294_000_000) return String(number % 1_000_000).padStart(6, '0');
  }
}
