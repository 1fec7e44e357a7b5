import { randomBytes } from 'node:crypto';
import { publicPart } from '../../src/contract/envelope.ts';
import type { PublicJwk } from '../../src/contract/shapes.ts';
import type { PracticeRow } from '../store/practices.ts';
import { lockBox, openBox } from './box.ts';

/** A practice's own keys: one to receive envelopes (ECDH), one to sign receipts (ECDSA), one for data at rest (AES). */
export type PracticeKeys = {
  receivePrivate: JsonWebKey;
  receivePublic: PublicJwk;
  receiptPrivate: JsonWebKey;
  receiptPublic: PublicJwk;
  dataKey: Buffer;
};

type WrappedKeys = Pick<
  PracticeRow,
  'receive_public' | 'receive_private' | 'receipt_public' | 'receipt_private' | 'data_key'
>;

export async function makePracticeKeys(master: Buffer, practice: string): Promise<WrappedKeys> {
  const receive = await newKeyPair('ECDH', ['deriveBits']);
  const receipt = await newKeyPair('ECDSA', ['sign', 'verify']);
  return {
    receive_public: JSON.stringify(publicPart(receive)),
    receive_private: lockBox(master, Buffer.from(JSON.stringify(receive)), `receive:${practice}`),
    receipt_public: JSON.stringify(publicPart(receipt)),
    receipt_private: lockBox(master, Buffer.from(JSON.stringify(receipt)), `receipt:${practice}`),
    data_key: lockBox(master, randomBytes(32), `data:${practice}`),
  };
}

export function openPracticeKeys(master: Buffer, row: WrappedKeys & { id: string }): PracticeKeys {
  return {
    receivePrivate: JSON.parse(openBox(master, row.receive_private, `receive:${row.id}`).toString()) as JsonWebKey,
    receivePublic: JSON.parse(row.receive_public) as PublicJwk,
    receiptPrivate: JSON.parse(openBox(master, row.receipt_private, `receipt:${row.id}`).toString()) as JsonWebKey,
    receiptPublic: JSON.parse(row.receipt_public) as PublicJwk,
    dataKey: openBox(master, row.data_key, `data:${row.id}`),
  };
}

async function newKeyPair(name: 'ECDH' | 'ECDSA', usages: ('deriveBits' | 'sign' | 'verify')[]): Promise<JsonWebKey> {
  const pair = await crypto.subtle.generateKey({ name, namedCurve: 'P-256' }, true, usages);
  const { kty, crv, x, y, d } = await crypto.subtle.exportKey('jwk', pair.privateKey);
  return { kty, crv, x, y, d };
}
