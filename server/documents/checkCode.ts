/**
 * A code short enough to read out on the phone, that tells two documents apart: the first 40 bits of the evidence's
 * hash in Crockford's base 32, without the letters that are taken for digits. `evidenceHash` is hex.
 */
export function checkCode(evidenceHash: string): string {
  let rest = BigInt(`0x${evidenceHash.slice(0, 10)}`);
  let code = '';
  for (let i = 0; i < 8; i++) {
    code = (ALPHABET[Number(rest % 32n)] ?? '') + code;
    rest /= 32n;
  }
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
