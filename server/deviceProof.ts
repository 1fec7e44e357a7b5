import { createHmac, randomBytes } from 'node:crypto';
import { calculateJwkThumbprint, decodeProtectedHeader, EmbeddedJWK, jwtVerify, type JWK } from 'jose';
import type { PublicJwk } from '../src/contract/shapes.ts';

/** Proofs of possession in the DPoP format (RFC 9449): who holds the device's key signs each request anew. */

/** Milliseconds. A nonce is good for one to two of these; a proof is remembered for as long. */
const NONCE_LASTS = 5 * 60_000;

export type ProofResult =
  | { ok: true; key: PublicJwk; thumbprint: string }
  | { ok: false; problem: 'use-dpop-nonce' | 'proof-invalid' };

export type ProofChecker = {
  nonce(): string;
  check(proof: string | undefined, method: string, url: string): Promise<ProofResult>;
};

export function createProofChecker(now: () => Date): ProofChecker {
  const secret = randomBytes(32);
  const seen = new Map<string, number>();

  const nonceAt = (time: number): string =>
    createHmac('sha256', secret)
      .update(String(Math.floor(time / NONCE_LASTS)))
      .digest('base64url');

  function replayed(key: string, time: number): boolean {
    for (const [old, until] of seen) {
      if (until > time) break;
      seen.delete(old);
    }
    if (seen.has(key)) return true;
    seen.set(key, time + 2 * NONCE_LASTS);
    return false;
  }

  return {
    nonce: () => nonceAt(now().getTime()),
    async check(proof, method, url) {
      const time = now().getTime();
      const read = proof === undefined ? undefined : await readProof(proof);
      if (!read || read.htm !== method || read.htu !== url || typeof read.jti !== 'string' || read.jti.length < 16) {
        return { ok: false, problem: 'proof-invalid' };
      }
      // The nonce says how fresh the proof is, whatever the tablet's clock says.
      if (read.nonce !== nonceAt(time) && read.nonce !== nonceAt(time - NONCE_LASTS))
        return { ok: false, problem: 'use-dpop-nonce' };
      if (replayed(`${read.thumbprint}.${read.jti}`, time)) return { ok: false, problem: 'proof-invalid' };
      return { ok: true, key: read.key, thumbprint: read.thumbprint };
    },
  };
}

async function readProof(proof: string) {
  try {
    const { payload } = await jwtVerify(proof, EmbeddedJWK, {
      typ: 'dpop+jwt',
      algorithms: ['ES256'],
      clockTolerance: Number.MAX_SAFE_INTEGER,
    });
    const { x, y, crv } = decodeProtectedHeader(proof).jwk as JWK;
    if (crv !== 'P-256' || typeof x !== 'string' || typeof y !== 'string') return undefined;
    const key: PublicJwk = { kty: 'EC', crv: 'P-256', x, y };
    return {
      ...payload,
      htm: payload['htm'],
      htu: payload['htu'],
      nonce: payload['nonce'],
      key,
      thumbprint: await calculateJwkThumbprint(key),
    };
  } catch {
    return undefined;
  }
}
