import { publicPart } from '../contract/envelope.ts';
import { randomBytes } from '../contract/bytes.ts';
import type { PublicJwk } from '../contract/shapes.ts';

/** The tablet's own keys. Neither can be exported; P-256 because WebKit loses X25519 keys (FACTS). */
export type DeviceKeys = {
  /** ECDSA P-256: proofs and evidence. */
  signing: CryptoKeyPair;
  /** HMAC: makes a PIN worth nothing away from this tablet. */
  secret: CryptoKey;
};

const ecdsa = { name: 'ECDSA', hash: 'SHA-256' } as const;

export async function makeDeviceKeys(): Promise<DeviceKeys> {
  const [signing, secret] = await Promise.all([
    crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']),
    crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign']),
  ]);
  return { signing, secret };
}

export async function publicKeyOf(keys: DeviceKeys): Promise<PublicJwk> {
  return publicPart(await crypto.subtle.exportKey('jwk', keys.signing.publicKey));
}

/** Whether the keys survive being stored, and still work then: some browsers read a key back as null. */
export async function keysSurvive(
  keys: DeviceKeys,
  storedAndReadBack: <T>(value: T) => Promise<T | undefined>,
): Promise<boolean> {
  try {
    const back = await storedAndReadBack(keys);
    if (!back) return false;
    const probe = randomBytes(32);
    const signature = await crypto.subtle.sign(ecdsa, back.signing.privateKey, probe);
    const valid = await crypto.subtle.verify(ecdsa, keys.signing.publicKey, signature, probe);
    const [before, after] = await Promise.all([
      crypto.subtle.sign('HMAC', keys.secret, probe),
      crypto.subtle.sign('HMAC', back.secret, probe),
    ]);
    const same = new Uint8Array(before).every((byte, i) => byte === new Uint8Array(after)[i]);
    return valid && same && !back.signing.privateKey.extractable && !back.secret.extractable;
  } catch {
    return false;
  }
}
