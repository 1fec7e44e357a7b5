// @vitest-environment node
import 'fake-indexeddb/auto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { clear, createStore } from 'idb-keyval';
import * as v from 'valibot';
import { pairRequest } from '../../src/contract/deviceApi.ts';
import { keysSurvive, makeDeviceKeys, publicKeyOf, type DeviceKeys } from '../../src/local/deviceKeys.ts';
import { pairedDevice, storedAndReadBack } from '../../src/local/identity.ts';
import { pairTablet, type PairResult } from '../../src/local/pair.ts';
import { receiptKeys, receiveKeys, type JwkPair } from '../contract/builders.ts';
import { device, START } from './tablet.ts';

const practice = { id: '01957c3a-0000-7000-8000-000000000001', name: 'Bayside Family Practice', phone: '+18135550100' };
const secret = 'A'.repeat(22);
const time = new Date(START).toISOString();

let receive: JwkPair;
let receipts: JwkPair;
let asked: v.InferOutput<typeof pairRequest>[];

beforeAll(async () => {
  [receive, receipts] = await Promise.all([receiveKeys(), receiptKeys()]);
});

beforeEach(async () => {
  asked = [];
  await clear(createStore('countersign-identity', 'identity'));
});

type Step = () => Response;
const refusing =
  (status: number, code: string): Step =>
  () =>
    new Response(JSON.stringify({ type: 'x', title: 'x', status, code }), { status });
const codeTaken: Step = () => Response.json({ secret, practiceName: practice.name });
const keyTaken: Step = () =>
  Response.json({ device, practice, receiveKey: receive.public, receiptKey: receipts.public, time }, { status: 201 });

function pair(code = 'ABCD-2345', onCode = codeTaken, onKey = keyTaken): Promise<PairResult> {
  return pairTablet({
    code,
    name: 'Front desk iPad',
    app: '1.0.0',
    origin: 'https://practice.example',
    async fetch(_url, init) {
      const request = v.parse(pairRequest, JSON.parse(init?.body as string));
      asked.push(request);
      return request.step === 'code' ? onCode() : onKey();
    },
  });
}

describe('pairing', () => {
  test('spends the code, sends the public key only, and pins the keys of the practice', async () => {
    const result = await pair(' abcd 2345 ');
    expect(result).toMatchObject({ ok: true });
    const kept = await pairedDevice();
    expect(kept).toMatchObject({
      device,
      name: 'Front desk iPad',
      practice,
      receiveKey: receive.public,
      receiptKey: receipts.public,
      pairedAt: time,
    });
    expect(asked).toEqual([
      { step: 'code', code: 'ABCD2345' },
      {
        step: 'key',
        secret,
        publicKey: await publicKeyOf(kept?.keys as DeviceKeys),
        name: 'Front desk iPad',
        app: '1.0.0',
      },
    ]);
  });

  test('keeps keys that work and can not be taken out', async () => {
    await pair();
    const keys = (await pairedDevice())?.keys;
    expect(keys && (await keysSurvive(keys, storedAndReadBack))).toBe(true);
    await expect(crypto.subtle.exportKey('jwk', keys?.signing.privateKey as CryptoKey)).rejects.toThrow(/./);
    await expect(crypto.subtle.exportKey('raw', keys?.secret as CryptoKey)).rejects.toThrow(/./);
  });

  test('asks nobody about a code that can not be one', async () => {
    expect(await pair('hello')).toEqual({ ok: false, problem: 'code-unreadable' });
    expect(asked).toEqual([]);
  });

  test.each<[string, Step, Step, PairResult]>([
    [
      'the code is wrong',
      refusing(404, 'pairing-code-wrong'),
      keyTaken,
      { ok: false, problem: 'refused', code: 'pairing-code-wrong' },
    ],
    [
      'there were too many codes',
      refusing(429, 'too-many-tries'),
      keyTaken,
      { ok: false, problem: 'refused', code: 'too-many-tries' },
    ],
    ['a log-in page answers', () => new Response('<!doctype html>'), keyTaken, { ok: false, problem: 'no-answer' }],
    [
      'the secret was spent already',
      codeTaken,
      refusing(404, 'pairing-code-wrong'),
      { ok: false, problem: 'refused', code: 'pairing-code-wrong' },
    ],
    ['the network goes in between', codeTaken, () => Response.error(), { ok: false, problem: 'no-answer' }],
    [
      'the practice sends more of a key than its public part',
      codeTaken,
      () =>
        Response.json(
          { device, practice, receiveKey: receive.private, receiptKey: receipts.public, time },
          { status: 201 },
        ),
      { ok: false, problem: 'no-answer' },
    ],
  ])('leaves the tablet unpaired when %s', async (_what, onCode, onKey, told) => {
    expect(await pair(undefined, onCode, onKey)).toEqual(told);
    expect(await pairedDevice()).toBeUndefined();
  });
});

describe('the self-test of the keys', () => {
  let keys: DeviceKeys;

  beforeAll(async () => {
    keys = await makeDeviceKeys();
  });

  test('passes where the storage gives back what it was given', async () => {
    expect(await keysSurvive(keys, storedAndReadBack)).toBe(true);
  });

  test.each<[string, () => Promise<unknown>]>([
    ['nothing', async () => undefined],
    ['null for a key, as WebKit does for some', async () => ({ ...keys, secret: null })],
    ['null for a part of a key pair', async () => ({ ...keys, signing: { ...keys.signing, privateKey: null } })],
    ['keys of somebody else', () => makeDeviceKeys()],
    ['another secret', async () => ({ ...keys, secret: (await makeDeviceKeys()).secret })],
    ['a failure', () => Promise.reject(new DOMException('', 'DataCloneError'))],
  ])('fails where the storage gives back %s', async (_what, back) => {
    expect(await keysSurvive(keys, back as typeof storedAndReadBack)).toBe(false);
  });

  test('fails for keys that can be taken out, though they work', async () => {
    const signing = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
    expect(await keysSurvive({ ...keys, signing }, storedAndReadBack)).toBe(false);
  });
});
