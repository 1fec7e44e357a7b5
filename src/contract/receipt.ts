import { CompactSign, compactVerify, importJWK } from 'jose';
import * as v from 'valibot';
import { fromUtf8 } from './bytes.ts';
import { canonicalBytes } from './digest.ts';
import { count, id, isoTime, sha256Hex, type PublicJwk } from './shapes.ts';

/** The practice's word that an envelope is durably stored: a compact JWS (RFC 7515), ES256. */
export const receiptSchema = v.strictObject({
  id,
  sha256: sha256Hex,
  /** Place in the practice's ledger, and its head after the append. */
  seq: count,
  head: sha256Hex,
  time: isoTime,
});
export type Receipt = v.InferOutput<typeof receiptSchema>;

const type = 'countersign-receipt+jws';

export async function signReceipt(receipt: Receipt, privateKey: JsonWebKey): Promise<string> {
  const key = await importJWK({ ...privateKey, alg: 'ES256' });
  return new CompactSign(canonicalBytes(receipt)).setProtectedHeader({ alg: 'ES256', typ: type }).sign(key);
}

/** The receipt in a JWS, or undefined when the practice's pinned key did not sign exactly this. Never throws. */
export async function verifyReceipt(jws: string, receiptKey: PublicJwk): Promise<Receipt | undefined> {
  try {
    const key = await importJWK({ ...receiptKey, alg: 'ES256' });
    const { payload, protectedHeader } = await compactVerify(jws, key, { algorithms: ['ES256'] });
    if (protectedHeader.typ !== type) return undefined;
    return v.parse(receiptSchema, JSON.parse(fromUtf8(payload)));
  } catch {
    return undefined;
  }
}
