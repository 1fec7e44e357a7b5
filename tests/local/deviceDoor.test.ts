// @vitest-environment node
import { calculateJwkThumbprint, compactVerify, decodeJwt, decodeProtectedHeader, importJWK, type JWK } from 'jose';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { createDeviceDoor, type DeviceDoor } from '../../src/local/deviceDoor.ts';
import { makeDeviceKeys, publicKeyOf, type DeviceKeys } from '../../src/local/deviceKeys.ts';

type Reply = Response | Error;
type Sent = { url: string; method: string; init: RequestInit; proof: string };

const origin = 'https://practice.example:8443';
const schema = v.object({ word: v.string() });

let keys: DeviceKeys;
let replies: Reply[];
let sent: Sent[];
let door: DeviceDoor;

beforeAll(async () => {
  keys = await makeDeviceKeys();
});

beforeEach(() => {
  replies = [];
  sent = [];
  door = createDeviceDoor({ keys, origin, fetch: answer });
});

async function answer(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const url = input instanceof Request ? input.url : String(input);
  sent.push({ url, method: init.method ?? 'GET', init, proof: new Headers(init.headers).get('DPoP') ?? '' });
  const reply = replies.shift() ?? new Error('nothing more was to be asked');
  if (reply instanceof Error) throw reply;
  return reply;
}

const ok = (headers: Record<string, string> = {}): Response => Response.json({ word: 'yes' }, { headers });
const problem = (status: number, body: object, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify({ type: 'x', title: 'x', status, ...body }), {
    status,
    headers: { 'Content-Type': 'application/problem+json', ...headers },
  });
const needsNonce = (nonce: string): Response => problem(401, { code: 'use-dpop-nonce' }, { 'DPoP-Nonce': nonce });
const page = (status: number): Response =>
  new Response('<!doctype html><title>Wi-Fi</title>', { status, headers: { 'Content-Type': 'text/html' } });

describe('the proof of a request (RFC 9449)', () => {
  test('names method and address, without the question behind it, and is signed by the key of this tablet', async () => {
    replies = [ok()];
    await door.ask('GET', '/api/device/changes?since=41&app=1', schema);
    const proof = sent[0]?.proof ?? '';
    const { jwk, typ, alg } = decodeProtectedHeader(proof);
    expect({ typ, alg }).toEqual({ typ: 'dpop+jwt', alg: 'ES256' });
    expect(decodeJwt(proof)).toMatchObject({ htm: 'GET', htu: `${origin}/api/device/changes` });
    await expect(compactVerify(proof, await importJWK(jwk as JWK, 'ES256'))).resolves.toBeDefined();
    expect(await calculateJwkThumbprint(jwk as JWK)).toBe(await calculateJwkThumbprint(await publicKeyOf(keys)));
    expect(sent[0]?.url).toBe(`${origin}/api/device/changes?since=41&app=1`);
  });

  test('holds nothing private', async () => {
    replies = [ok()];
    await door.ask('GET', '/x', schema);
    const { jwk } = decodeProtectedHeader(sent[0]?.proof ?? '') as { jwk: JWK };
    expect(Object.keys(jwk).toSorted()).toEqual(['crv', 'kty', 'x', 'y']);
  });

  test('is another each time', async () => {
    replies = [ok(), ok()];
    await door.ask('POST', '/x', schema, {});
    await door.ask('POST', '/x', schema, {});
    const ids = sent.map(({ proof }) => decodeJwt(proof).jti);
    expect(new Set(ids).size).toBe(2);
    expect(decodeJwt(sent[0]?.proof ?? '')).toMatchObject({ htm: 'POST' });
  });
});

describe('the nonce of the server', () => {
  const nonces = (): unknown[] => sent.map(({ proof }) => decodeJwt(proof).nonce);

  test('is learnt from the first refusal, and the same request goes again with it', async () => {
    replies = [needsNonce('n1'), ok()];
    const answered = await door.ask('POST', '/x', schema, { hello: 'there' });
    expect(answered).toEqual({ kind: 'ok', value: { word: 'yes' } });
    expect(nonces()).toEqual([undefined, 'n1']);
    expect(sent.map(({ init }) => init.body)).toEqual(['{"hello":"there"}', '{"hello":"there"}']);
  });

  test('is kept for the next request, and follows the newest answer', async () => {
    replies = [needsNonce('n1'), ok({ 'DPoP-Nonce': 'n2' }), ok(), ok()];
    for (let i = 0; i < 3; i++) await door.ask('GET', '/x', schema);
    expect(nonces()).toEqual([undefined, 'n1', 'n2', 'n2']);
  });

  test('that has run out is changed for a new one', async () => {
    replies = [ok({ 'DPoP-Nonce': 'old' }), needsNonce('new'), ok()];
    await door.ask('GET', '/x', schema);
    expect(await door.ask('GET', '/x', schema)).toMatchObject({ kind: 'ok' });
    expect(nonces()).toEqual([undefined, 'old', 'new']);
  });

  test('is asked for once only: a server that never has enough is told as it answers', async () => {
    replies = [needsNonce('n1'), needsNonce('n2')];
    expect(await door.ask('GET', '/x', schema)).toEqual({ kind: 'refused', status: 401, code: 'use-dpop-nonce' });
    expect(sent).toHaveLength(2);
  });

  test('is no reason to ask again after another refusal', async () => {
    replies = [problem(401, { code: 'device-unknown' }, { 'DPoP-Nonce': 'n1' })];
    expect(await door.ask('GET', '/x', schema)).toEqual({ kind: 'refused', status: 401, code: 'device-unknown' });
    expect(sent).toHaveLength(1);
  });
});

test('a request takes nothing from a cache, no cookie with it, and no way to another address', async () => {
  replies = [ok(), ok()];
  await door.ask('GET', '/x', schema);
  await door.ask('POST', '/x', schema, {});
  for (const { init } of sent)
    expect(init).toMatchObject({ credentials: 'omit', cache: 'no-store', redirect: 'error' });
  const types = sent.map(({ init }) => new Headers(init.headers).get('Content-Type'));
  expect(types).toEqual([null, 'application/json']);
  expect(sent[0]?.init.signal).toBeInstanceOf(AbortSignal);
});

describe('an answer', () => {
  test.each<[string, () => Reply, object]>([
    ['200 of the right shape', () => ok(), { kind: 'ok', value: { word: 'yes' } }],
    ['200 with a log-in page', () => page(200), { kind: 'no-answer' }],
    ['200 with JSON of another shape', () => Response.json({ ok: true }), { kind: 'no-answer' }],
    ['200 with nothing', () => new Response(null), { kind: 'no-answer' }],
    ['204', () => new Response(null, { status: 204 }), { kind: 'no-answer' }],
    ['no network', () => new TypeError('Failed to fetch'), { kind: 'no-answer' }],
    ['a page that says 500', () => page(500), { kind: 'no-answer' }],
    ['a page that says 403', () => page(403), { kind: 'no-answer' }],
    [
      'JSON of somebody else that says 403',
      () => Response.json({ message: 'no' }, { status: 403 }),
      { kind: 'no-answer' },
    ],
    ['a page that says 413', () => page(413), { kind: 'refused', status: 413, code: 'too-large' }],
    [
      'a problem',
      () => problem(403, { code: 'device-revoked' }),
      { kind: 'refused', status: 403, code: 'device-revoked' },
    ],
    [
      'a problem that says when to come back',
      () => problem(429, { code: 'too-many-tries', retryAfter: 30 }),
      { kind: 'refused', status: 429, code: 'too-many-tries', retryAfter: 30 },
    ],
  ])('%s is told as what it is', async (_what, reply, told) => {
    replies = [reply()];
    expect(await door.ask('GET', '/x', schema)).toEqual(told);
  });

  test('that breaks off in the middle is none', async () => {
    const broken = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"word":'));
        controller.error(new TypeError('terminated'));
      },
    });
    replies = [new Response(broken, { headers: { 'Content-Type': 'application/json' } })];
    expect(await door.ask('GET', '/x', schema)).toEqual({ kind: 'no-answer' });
  });
});

describe('a stream', () => {
  const events = (): Response =>
    new Response('event: change\n\n', { headers: { 'Content-Type': 'text/event-stream' } });

  test('is handed on as it is, after the nonce is found', async () => {
    replies = [needsNonce('n1'), events()];
    const response = await door.stream('/api/device/events', new AbortController().signal);
    expect(await response?.text()).toBe('event: change\n\n');
  });

  test.each<[string, () => Reply]>([
    ['a page', () => page(200)],
    ['a refusal', () => problem(403, { code: 'device-revoked' })],
    ['no network', () => new TypeError('Failed to fetch')],
  ])('is none where there is %s', async (_what, reply) => {
    replies = [reply()];
    expect(await door.stream('/api/device/events', new AbortController().signal)).toBeUndefined();
  });
});
