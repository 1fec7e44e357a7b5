import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import * as v from 'valibot';
import { canonicalBytes, sha256 } from './digest.ts';
import { fromBase64url, fromUtf8, toBase64url, utf8, type Bytes } from './bytes.ts';
import { base64url, id, isoTime, publicJwk, sha256Hex, type PublicJwk } from './shapes.ts';

/**
 * The sealed envelope: evidence in canonical JSON, signed by the device (ES256), sealed to the practice with HPKE
 * (RFC 9180: DHKEM P-256, HKDF-SHA-256, AES-256-GCM). The outside names only what binds the inside.
 */
export const envelopeSchema = v.strictObject({
  id,
  device: id,
  invitation: id,
  formHash: sha256Hex,
  sealedAt: isoTime,
  enc: v.pipe(base64url, v.maxLength(200)),
  sealed: v.pipe(base64url, v.maxLength(1_400_000)),
});
export type Envelope = v.InferOutput<typeof envelopeSchema>;

const signedSchema = v.strictObject({ evidence: v.string(), signature: base64url });

const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });
const purpose = utf8('countersign envelope 1');
const ecdsa = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** What identifies an envelope wherever it goes: the hash of all its fields. */
export function envelopeHash(envelope: Envelope): Promise<string> {
  return sha256(canonicalBytes(envelope));
}

function boundTo(envelope: Pick<Envelope, 'id' | 'device' | 'invitation' | 'formHash'>): Bytes {
  const { id: envelopeId, device, invitation, formHash } = envelope;
  return canonicalBytes({ id: envelopeId, device, invitation, formHash });
}

export type SealInput = {
  evidence: { id: string; device: string; invitation: string; form: { hash: string } };
  /** The device's private ECDSA P-256 key. */
  deviceKey: CryptoKey;
  /** The practice's receive key, as pinned at pairing. */
  practiceKey: PublicJwk;
  sealedAt: string;
};

export async function seal({ evidence, deviceKey, practiceKey, sealedAt }: SealInput): Promise<Envelope> {
  const content = canonicalBytes(evidence);
  const signature = new Uint8Array(await crypto.subtle.sign(ecdsa, deviceKey, content));
  const inner = canonicalBytes({ evidence: toBase64url(content), signature: toBase64url(signature) });
  const outside = {
    id: evidence.id,
    device: evidence.device,
    invitation: evidence.invitation,
    formHash: evidence.form.hash,
  };
  const sender = await suite.createSenderContext({
    recipientPublicKey: await suite.kem.importKey('jwk', practiceKey, true),
    info: purpose,
  });
  const sealed = new Uint8Array(await sender.seal(inner, boundTo(outside)));
  return { ...outside, sealedAt, enc: toBase64url(new Uint8Array(sender.enc)), sealed: toBase64url(sealed) };
}

export type Opened =
  | { ok: true; evidence: unknown; evidenceHash: string; signature: string }
  | { ok: false; problem: 'cannot-open' | 'bad-signature' };

/** Opens an envelope with the practice's private key (a JWK) and checks the device's signature over its evidence. */
export async function open(envelope: Envelope, practicePrivateKey: JsonWebKey, deviceKey: PublicJwk): Promise<Opened> {
  const inner = await unseal(envelope, practicePrivateKey);
  if (!inner) return { ok: false, problem: 'cannot-open' };
  const { content, evidence, signature } = inner;
  const key = await importVerifyKey(deviceKey);
  const valid = await crypto.subtle.verify(ecdsa, key, signature, content);
  if (!valid) return { ok: false, problem: 'bad-signature' };
  return { ok: true, evidence, evidenceHash: await sha256(content), signature: toBase64url(signature) };
}

type Inner = { content: Bytes; evidence: unknown; signature: Bytes };

/** Undefined where it is sealed to another key, was changed, or holds something else than signed evidence. */
async function unseal(envelope: Envelope, privateKey: JsonWebKey): Promise<Inner | undefined> {
  try {
    const recipient = await suite.createRecipientContext({
      recipientKey: await suite.kem.importKey('jwk', privateKey, false),
      enc: fromBase64url(envelope.enc),
      info: purpose,
    });
    const plain = await recipient.open(fromBase64url(envelope.sealed), boundTo(envelope));
    const signed = v.parse(signedSchema, JSON.parse(fromUtf8(new Uint8Array(plain))));
    const content = fromBase64url(signed.evidence);
    return {
      content,
      evidence: JSON.parse(fromUtf8(content)) as unknown,
      signature: fromBase64url(signed.signature),
    };
  } catch {
    return undefined;
  }
}

export function importVerifyKey(key: PublicJwk): Promise<CryptoKey> {
  return crypto.subtle.importKey('jwk', key as JsonWebKey, { name: 'ECDSA', namedCurve: 'P-256' }, true, ['verify']);
}

/** Takes only the public members of a key: what is sent or pinned never carries more. */
export function publicPart(key: JsonWebKey): PublicJwk {
  return v.parse(publicJwk, { kty: key.kty, crv: key.crv, x: key.x, y: key.y });
}
