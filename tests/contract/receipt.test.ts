import { beforeAll, describe, expect, test } from 'vitest';
import { CompactSign, exportJWK, generateKeyPair, importJWK, UnsecuredJWT } from 'jose';
import { toBase64url, utf8 } from '../../src/contract/bytes.ts';
import { canonicalBytes } from '../../src/contract/digest.ts';
import { signReceipt, verifyReceipt, type Receipt } from '../../src/contract/receipt.ts';
import { receiptKeys, type JwkPair } from './builders.ts';

const receipt: Receipt = {
  id: '01957c3a-0000-7000-8000-0000000000aa',
  sha256: 'ab'.repeat(32),
  seq: 41,
  head: 'cd'.repeat(32),
  time: '2026-03-15T14:00:00.000Z',
};
const typ = 'countersign-receipt+jws';

let practice: JwkPair;
let other: JwkPair;
let signed: string;

beforeAll(async () => {
  [practice, other] = await Promise.all([receiptKeys(), receiptKeys()]);
  signed = await signReceipt(receipt, practice.private);
});

type Header = { alg?: string; typ?: string };

async function signedAs(
  header: Header,
  payload: unknown = receipt,
  key: JsonWebKey = practice.private,
): Promise<string> {
  const alg = header.alg ?? 'ES256';
  return new CompactSign(canonicalBytes(payload))
    .setProtectedHeader({ typ, ...header, alg })
    .sign(await importJWK({ ...key, alg }));
}

test('a receipt that the practice signed is read as it was given', async () => {
  expect(await verifyReceipt(signed, practice.public)).toEqual(receipt);
});

describe('invariant 2: what the practice did not sign is no receipt', () => {
  test('signed by another key', async () => {
    expect(await verifyReceipt(signed, other.public)).toBeUndefined();
    expect(await verifyReceipt(await signReceipt(receipt, other.private), practice.public)).toBeUndefined();
  });

  test.each(['JWT', 'countersign-document+jws', '', undefined])('of another type: %s', async (wrong) => {
    expect(await verifyReceipt(await signedAs({ typ: wrong }), practice.public)).toBeUndefined();
  });

  test('with any part of it altered', async () => {
    const [header = '', payload = '', signature = ''] = signed.split('.');
    const altered = toBase64url(canonicalBytes({ ...receipt, seq: 42 }));
    const flipped = signature.startsWith('A') ? `B${signature.slice(1)}` : `A${signature.slice(1)}`;
    const head = toBase64url(utf8(JSON.stringify({ alg: 'ES256', typ, kid: 'x' })));
    for (const jws of [
      `${header}.${altered}.${signature}`,
      `${header}.${payload}.${flipped}`,
      `${head}.${payload}.${signature}`,
      `${header}.${payload}.`,
      `${header}..${signature}`,
      `${header}.${payload}`,
      `${signed}.`,
      signed.slice(0, -1),
    ])
      expect(await verifyReceipt(jws, practice.public), jws).toBeUndefined();
  });

  test('without a signature at all, "alg": "none"', async () => {
    const header = toBase64url(utf8(JSON.stringify({ alg: 'none', typ })));
    const payload = toBase64url(canonicalBytes(receipt));
    expect(await verifyReceipt(`${header}.${payload}.`, practice.public)).toBeUndefined();
    expect(await verifyReceipt(new UnsecuredJWT({ ...receipt }).encode(), practice.public)).toBeUndefined();
  });

  test('signed by a secret that is the public key, "alg": "HS256"', async () => {
    const secret = utf8(JSON.stringify(practice.public));
    const jws = await new CompactSign(canonicalBytes(receipt)).setProtectedHeader({ alg: 'HS256', typ }).sign(secret);
    expect(await verifyReceipt(jws, practice.public)).toBeUndefined();
  });

  test('signed on another curve', async () => {
    const { privateKey, publicKey } = await generateKeyPair('ES384', { extractable: true });
    const jws = await signedAs({ alg: 'ES384' }, receipt, await exportJWK(privateKey));
    expect(await verifyReceipt(jws, practice.public)).toBeUndefined();
    expect(await verifyReceipt(jws, (await exportJWK(publicKey)) as never)).toBeUndefined();
  });

  test.each<[string, unknown]>([
    ['more than a receipt says', { ...receipt, note: 'hello' }],
    ['less than a receipt says', { ...receipt, head: undefined }],
    ['an id that is none', { ...receipt, id: 'x' }],
    ['a hash that is none', { ...receipt, sha256: 'AB'.repeat(32) }],
    ['a place that is none', { ...receipt, seq: -1 }],
    ['a time that is none', { ...receipt, time: 'today' }],
    ['a list', [receipt]],
    ['nothing', null],
  ])('rightly signed, but saying %s', async (_what, payload) => {
    expect(await verifyReceipt(await signedAs({}, payload), practice.public)).toBeUndefined();
  });

  test.each(['', '.', '..', '<!doctype html><title>Wi-Fi</title>', 'null', 'x'.repeat(100_000)])(
    'text that is no receipt: "%.20s"',
    async (text) => {
      expect(await verifyReceipt(text, practice.public)).toBeUndefined();
    },
  );

  test('whatever it is verified by: a key that is none verifies nothing', async () => {
    expect(await verifyReceipt(signed, { ...practice.public, x: 'A'.repeat(43) })).toBeUndefined();
    expect(await verifyReceipt(signed, {} as never)).toBeUndefined();
  });
});
