import { beforeAll, describe, expect, test } from 'vitest';
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import * as v from 'valibot';
import { fromBase64url, toBase64url, utf8 } from '../../src/contract/bytes.ts';
import { canonicalBytes, digestOf } from '../../src/contract/digest.ts';
import { envelopeHash, envelopeSchema, open, publicPart, seal, type Envelope } from '../../src/contract/envelope.ts';
import { evidenceSchema } from '../../src/contract/evidence.ts';
import type { PublicJwk } from '../../src/contract/shapes.ts';
import { aConsent, receiveKeys, type JwkPair } from './builders.ts';

const evidence = {
  id: '01957c3a-0000-7000-8000-0000000000aa',
  device: '01957c3a-0000-7000-8000-0000000000bb',
  invitation: '01957c3a-0000-7000-8000-0000000000cc',
  form: { hash: 'cd'.repeat(32) },
};
const sealedAt = '2026-03-15T14:00:00.000Z';

let practice: JwkPair;
let device: CryptoKeyPair;
let deviceKey: PublicJwk;
let envelope: Envelope;

beforeAll(async () => {
  practice = await receiveKeys();
  device = await newDevice();
  deviceKey = publicPart(await crypto.subtle.exportKey('jwk', device.publicKey));
  envelope = await seal({ evidence, deviceKey: device.privateKey, practiceKey: practice.public, sealedAt });
});

async function newDevice(): Promise<CryptoKeyPair> {
  return await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
}

describe('a sealed envelope', () => {
  test('opens for the practice, with the evidence that was sealed and its hash', async () => {
    expect(await open(envelope, practice.private, deviceKey)).toEqual({
      ok: true,
      evidence,
      evidenceHash: await digestOf(evidence),
      signature: expect.stringMatching(/^[A-Za-z0-9_-]{86}$/) as string,
    });
  });

  test('has the shape that the server takes, and names only what binds it', () => {
    expect(v.parse(envelopeSchema, envelope)).toEqual(envelope);
    expect(Object.keys(envelope).toSorted()).toEqual(
      ['device', 'enc', 'formHash', 'id', 'invitation', 'sealed', 'sealedAt'].toSorted(),
    );
  });

  test('brings a whole consent over the wire and back', async () => {
    const whole = aConsent();
    const sealed = await seal({
      evidence: whole,
      deviceKey: device.privateKey,
      practiceKey: practice.public,
      sealedAt,
    });
    const opened = await open(JSON.parse(JSON.stringify(sealed)) as Envelope, practice.private, deviceKey);
    expect(opened.ok && v.parse(evidenceSchema, opened.evidence)).toEqual(whole);
  });

  test('is another each time, even of the same evidence', async () => {
    const again = await seal({ evidence, deviceKey: device.privateKey, practiceKey: practice.public, sealedAt });
    expect(again.enc).not.toBe(envelope.enc);
    expect(again.sealed).not.toBe(envelope.sealed);
    expect(await envelopeHash(again)).not.toBe(await envelopeHash(envelope));
  });
});

describe('invariant 5: nobody else opens it', () => {
  test('another practice does not', async () => {
    const other = await receiveKeys();
    expect(await open(envelope, other.private, deviceKey)).toEqual({ ok: false, problem: 'cannot-open' });
  });

  test('what is pinned on the tablet, the public key, does not', async () => {
    expect(await open(envelope, practice.public as JsonWebKey, deviceKey)).toEqual({
      ok: false,
      problem: 'cannot-open',
    });
  });

  test('and the practice takes it from no other device than the one that signed', async () => {
    const other = publicPart(await crypto.subtle.exportKey('jwk', (await newDevice()).publicKey));
    expect(await open(envelope, practice.private, other)).toEqual({ ok: false, problem: 'bad-signature' });
  });
});

describe('a single bit that changed', () => {
  const bound = ['id', 'device', 'invitation', 'formHash'] as const;

  test.each(bound)('in any place of its %s is noticed, by opening and by its hash', async (field) => {
    const known = await envelopeHash(envelope);
    for (const changed of everyBitFlipped(utf8(envelope[field]))) {
      const text = String.fromCharCode(...changed);
      const tampered = { ...envelope, [field]: text };
      expect(await open(tampered, practice.private, deviceKey), text).toEqual({ ok: false, problem: 'cannot-open' });
      expect(await envelopeHash(tampered)).not.toBe(known);
    }
  });

  test.each(['enc', 'sealed'] as const)(
    'in any place of the bytes of %s keeps it shut',
    async (field) => {
      // So small that every bit of it can be tried.
      const small = await seal({
        evidence: { id: '1', device: '2', invitation: '3', form: { hash: '4' } },
        deviceKey: device.privateKey,
        practiceKey: practice.public,
        sealedAt,
      });
      expect(await open(small, practice.private, deviceKey)).toMatchObject({ ok: true });
      for (const changed of everyBitFlipped(fromBase64url(small[field]))) {
        const opened = await open({ ...small, [field]: toBase64url(changed) }, practice.private, deviceKey);
        expect(opened).toEqual({ ok: false, problem: 'cannot-open' });
      }
    },
    120_000,
  );

  test('in when it was sealed does not keep it shut, but makes it another envelope', async () => {
    const tampered = { ...envelope, sealedAt: '2026-03-15T14:00:00.001Z' };
    expect(await envelopeHash(tampered)).not.toBe(await envelopeHash(envelope));
  });

  function* everyBitFlipped(bytes: Uint8Array): Generator<Uint8Array> {
    for (let at = 0; at < bytes.length; at++)
      for (let bit = 0; bit < 8; bit++) yield bytes.map((byte, i) => (i === at ? byte ^ (1 << bit) : byte));
  }
});

describe('something sealed to the practice that is not signed evidence', () => {
  const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });

  async function sealedAround(inner: Uint8Array<ArrayBuffer>): Promise<Envelope> {
    const { id, device: from, invitation, form } = evidence;
    const outside = { id, device: from, invitation, formHash: form.hash };
    const sender = await suite.createSenderContext({
      recipientPublicKey: await suite.kem.importKey('jwk', practice.public, true),
      info: utf8('countersign envelope 1'),
    });
    const sealed = new Uint8Array(await sender.seal(inner, canonicalBytes(outside)));
    return { ...outside, sealedAt, enc: toBase64url(new Uint8Array(sender.enc)), sealed: toBase64url(sealed) };
  }

  async function signed(content: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
    const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, device.privateKey, content);
    return canonicalBytes({ evidence: toBase64url(content), signature: toBase64url(new Uint8Array(signature)) });
  }

  test.each<[string, () => Promise<Uint8Array<ArrayBuffer>>]>([
    ['no JSON', async () => utf8('hello')],
    ['no text', async () => Uint8Array.from([0xff, 0xfe])],
    ['nothing', async () => new Uint8Array()],
    ['JSON of another shape', async () => canonicalBytes({ evidence: 1 })],
    ['evidence that is not base64url', async () => canonicalBytes({ evidence: '!', signature: 'AAAA' })],
    ['a signature that is cut off', async () => canonicalBytes({ evidence: 'e30', signature: 'A' })],
    ['signed bytes that are no JSON', async () => signed(utf8('hello'))],
  ])('is answered, never thrown: %s', async (_what, inner) => {
    const opened = await open(await sealedAround(await inner()), practice.private, deviceKey);
    expect(opened).toEqual({ ok: false, problem: 'cannot-open' });
  });

  test.each(['', 'AAAA', 'A'.repeat(86)])('a signature that does not hold ("%s") is told as one', async (signature) => {
    const inner = canonicalBytes({ evidence: toBase64url(canonicalBytes(evidence)), signature });
    expect(await open(await sealedAround(inner), practice.private, deviceKey)).toEqual({
      ok: false,
      problem: 'bad-signature',
    });
  });
});
