import { exportJWK, SignJWT } from 'jose';
import { createApp } from '../../server/app.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../src/contract/newId.ts';
import { anAppEach, doorOf, freshNonce, origin, problemOf, proofOf } from '../harness/app.ts';
import {
  aConsent,
  anInvited,
  aPractice,
  aTablet,
  at,
  newDeviceKeys,
  sealed,
  type TestTablet,
} from '../harness/builders.ts';
import { changesAnswer, envelopesAnswer } from '../../src/contract/deviceApi.ts';
import { revokeDevice } from '../../server/store/devices.ts';
import { allRows } from '../harness/rows.ts';

/** Every request of a tablet is signed anew by its key, for this address, this method and this moment (RFC 9449). */

const MINUTE = 60_000;
const path = '/api/device/changes?since=0';
const app = anAppEach();
let tablet: TestTablet;

beforeEach(async () => {
  tablet = await aTablet(await aPractice(app().store));
});

test('a tablet that has no nonce yet is given one, and passes with it', async () => {
  const first = await bring(await proofOf(tablet));
  expect(await problemOf(first)).toMatchObject({ status: 401, code: 'use-dpop-nonce' });
  const nonce = first.headers.get('DPoP-Nonce') ?? '';
  expect((await bring(await proofOf(tablet, { nonce }))).status).toBe(200);
});

test('the program of the tablet gets through by itself', async () => {
  expect(await doorOf(app(), tablet).ask('GET', path, changesAnswer)).toMatchObject({ kind: 'ok' });
});

test('every answer brings a nonce, a refusal too', async () => {
  for (const proof of [undefined, 'nonsense', await proofOf(tablet), await proofOf({ keys: await newDeviceKeys() })])
    expect((await bring(proof)).headers.get('DPoP-Nonce')).toMatch(/^[\w-]{43}$/);
});

test('a nonce is good for five minutes at least and ten at most, by the clock of the server alone', async () => {
  const nonce = await freshNonce(app());
  app().clock.pass(5 * MINUTE);
  expect((await bring(await proofOf(tablet, { nonce }))).status).toBe(200);
  app().clock.pass(5 * MINUTE);
  expect(await problemOf(await bring(await proofOf(tablet, { nonce })))).toMatchObject({ code: 'use-dpop-nonce' });
});

test('a nonce of another server, or of this one before it was started anew, is refused', async () => {
  const nonce = await freshNonce(app());
  const restarted = createApp(app().deps);
  const request = new Request(origin + path, { headers: { DPoP: await proofOf(tablet, { nonce }) } });
  expect(await problemOf(await restarted.fetch(request))).toMatchObject({ code: 'use-dpop-nonce' });
});

describe('a proof that was used once', () => {
  test('is refused from then on', async () => {
    const proof = await proofOf(tablet, { nonce: await freshNonce(app()) });
    expect((await bring(proof)).status).toBe(200);
    expect(await problemOf(await bring(proof))).toMatchObject({ status: 401, code: 'proof-invalid' });
    app().clock.pass(5 * MINUTE);
    expect(await problemOf(await bring(proof))).toMatchObject({ code: 'proof-invalid' });
  });

  test('is refused also when it comes twice at the same moment', async () => {
    const proof = await proofOf(tablet, { nonce: await freshNonce(app()) });
    const statuses = await Promise.all([bring(proof), bring(proof), bring(proof)]);
    expect(statuses.map((response) => String(response.status)).toSorted()).toEqual(['200', '401', '401']);
  });
});

describe('a proof is refused that is made', () => {
  test.each([
    ['for another method', { method: 'POST' }],
    ['for another door', { url: `${origin}/api/device/events` }],
    ['for another server', { url: 'https://evil.example/api/device/changes' }],
    ['for another port', { url: 'http://localhost:8788/api/device/changes' }],
    ['with the query in its address', { url: `${origin}/api/device/changes?since=0` }],
  ])('%s', async (_what, wishes) => {
    const proof = await proofOf(tablet, { nonce: await freshNonce(app()), ...wishes });
    expect(await problemOf(await bring(proof))).toMatchObject({ status: 401, code: 'proof-invalid' });
  });

  test('by a key that no tablet has', async () => {
    const proof = await proofOf({ keys: await newDeviceKeys() }, { nonce: await freshNonce(app()) });
    expect(await problemOf(await bring(proof))).toMatchObject({ status: 401, code: 'device-unknown' });
  });

  test.each<[string, (right: Made) => Made]>([
    ['with the key of this tablet in it, but signed by another', (right) => ({ ...right, signWith: right.other })],
    ['as another kind of token', (right) => ({ ...right, header: { ...right.header, typ: 'JWT' } })],
    ['without an id of its own', (right) => ({ ...right, payload: { ...right.payload, jti: undefined } })],
    ['with an id too short to be one', (right) => ({ ...right, payload: { ...right.payload, jti: '1' } })],
    ['without a key', (right) => ({ ...right, header: { ...right.header, jwk: undefined } })],
  ])('%s', async (_what, change) => {
    expect((await bring(await made((as) => as))).status).toBe(200);
    expect(await problemOf(await bring(await made(change)))).toMatchObject({ status: 401, code: 'proof-invalid' });
  });

  test.each(['', 'nonsense', 'a.b.c', 'e30.e30.'])('of nothing, such as "%s"', async (proof) => {
    expect(await problemOf(await bring(proof))).toMatchObject({ status: 401, code: 'proof-invalid' });
  });

  test('with no signature at all', async () => {
    const [, payload] = (await proofOf(tablet, { nonce: await freshNonce(app()) })).split('.');
    const header = { typ: 'dpop+jwt', alg: 'none', jwk: await exportJWK(tablet.keys.publicKey) };
    const unsigned = `${Buffer.from(JSON.stringify(header)).toString('base64url')}.${payload}.`;
    expect(await problemOf(await bring(unsigned))).toMatchObject({ code: 'proof-invalid' });
  });
});

test('behind a proxy a proof is made for the address that the tablet knows', async () => {
  const proxied = createApp({ ...app().deps, publicOrigin: 'https://consent.practice.example' });
  const at8787 = async (proof: string) => proxied.fetch(new Request(origin + path, { headers: { DPoP: proof } }));
  const nonce = (await at8787('')).headers.get('DPoP-Nonce') ?? '';
  const url = 'https://consent.practice.example/api/device/changes';
  expect((await at8787(await proofOf(tablet, { nonce, url }))).status).toBe(200);
  expect((await at8787(await proofOf(tablet, { nonce }))).status).toBe(401);
});

describe('a tablet that was revoked', () => {
  beforeEach(() => revokeDevice(tablet.practice.scope, tablet.device.id, at));

  test('sees and unlocks nothing any more', async () => {
    const unlock = { staff: tablet.practice.staff.id, pin: '000000' };
    for (const [method, door, body] of [
      ['GET', path, undefined],
      ['GET', '/api/device/events', undefined],
      ['POST', '/api/device/unlock', unlock],
    ] as const)
      expect(await doorOf(app(), tablet).ask(method, door, changesAnswer, body)).toMatchObject({
        kind: 'refused',
        status: 403,
        code: 'device-revoked',
      });
  });

  test('still hands in what was signed on it, which is kept and put before staff', async () => {
    const envelope = await sealed(tablet, aConsent(tablet, await anInvited(tablet.practice)));
    const answer = await doorOf(app(), tablet).ask('POST', '/api/device/envelopes', envelopesAnswer, {
      envelopes: [envelope],
      waiting: 1,
      oldest: at,
      app: 'tests',
    });
    expect(answer).toMatchObject({ kind: 'ok', value: { results: [{ id: envelope.id, status: 'stored' }] } });
    const { envelope_conflict: conflicts } = await allRows(app().store);
    expect(conflicts).toMatchObject([{ kind: 'device-revoked' }]);
  });
});

function bring(proof: string | undefined): Promise<Response> {
  return app().fetch(new Request(origin + path, { headers: proof === undefined ? {} : { DPoP: proof } }));
}

type Made = {
  header: Record<string, unknown>;
  payload: Record<string, unknown>;
  signWith: CryptoKey;
  other: CryptoKey;
};

/** A right proof made by hand, and then changed. */
async function made(change: (right: Made) => Made): Promise<string> {
  const { header, payload, signWith } = change({
    header: { typ: 'dpop+jwt', alg: 'ES256', jwk: await exportJWK(tablet.keys.publicKey) },
    payload: { htm: 'GET', htu: `${origin}/api/device/changes`, nonce: await freshNonce(app()), jti: newId() },
    signWith: tablet.keys.privateKey,
    other: (await newDeviceKeys()).privateKey,
  });
  return new SignJWT(payload)
    .setProtectedHeader({ alg: 'ES256', ...header })
    .setIssuedAt()
    .sign(signWith);
}
