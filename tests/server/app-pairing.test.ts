import { calculateJwkThumbprint } from 'jose';
import { beforeEach, describe, expect, test } from 'vitest';
import { pairCodeAnswer, pairKeyAnswer } from '../../src/contract/deviceApi.ts';
import { publicPart } from '../../src/contract/envelope.ts';
import type { PublicJwk } from '../../src/contract/shapes.ts';
import { PAIRING_LASTS } from '../../server/store/pairings.ts';
import {
  anAppEach,
  aPracticeWithLogin,
  ask,
  doorOf,
  freshNonce,
  logIn,
  origin,
  problemOf,
  proofOf,
} from '../harness/app.ts';
import { newDeviceKeys, type TestPractice } from '../harness/builders.ts';

/** From the code on the console to a tablet that the practice knows by its key. */

const app = anAppEach();
let practice: TestPractice;
let cookie: string;
let keys: CryptoKeyPair;
let publicKey: PublicJwk;

beforeEach(async () => {
  practice = await aPracticeWithLogin(app());
  cookie = await logIn(app());
  keys = await newDeviceKeys();
  publicKey = publicPart(await crypto.subtle.exportKey('jwk', keys.publicKey));
});

test('a code and a key make a tablet known, and give it the keys of the practice to pin', async () => {
  const { code, expiresAt } = await newCode();
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  expect(Date.parse(expiresAt) - app().clock.now().getTime()).toBe(PAIRING_LASTS);
  const secret = await spend(code);
  expect(secret).toMatchObject({ kind: 'ok', value: { practiceName: practice.name } });

  const paired = await bring(secretIn(secret));

  expect(paired).toMatchObject({
    kind: 'ok',
    value: {
      practice: { id: practice.id, name: practice.name, phone: practice.phone },
      receiveKey: practice.receiveKey,
      receiptKey: practice.receiptKey,
    },
  });
  const row = await app().store.db.selectFrom('device').selectAll().executeTakeFirstOrThrow();
  expect(row).toMatchObject({
    practice_id: practice.id,
    name: 'Front desk iPad',
    thumbprint: await calculateJwkThumbprint(publicKey),
    paired_by: practice.staff.id,
    locked: 0,
    revoked_at: null,
  });
  const list = (await (await ask(app(), 'GET', '/api/staff/devices', { cookie })).json()) as { devices: unknown[] };
  expect(list.devices).toMatchObject([{ id: row.id, name: 'Front desk iPad', online: true, waiting: 0 }]);
});

test('a code may be typed as people type: small, spaced, and with letters that look like digits', async () => {
  await app()
    .store.db.insertInto('pairing')
    .values({
      id: 'p',
      practice_id: practice.id,
      code_hash: await hashOf('10AB2C3D'),
      secret_hash: null,
      created_by: practice.staff.id,
      expires_at: '2100-01-01T00:00:00.000Z',
      used_at: null,
    })
    .execute();
  expect(await spend(' loab-2c 3d ')).toMatchObject({ kind: 'ok' });
});

describe('a code', () => {
  test('is spent by its first use', async () => {
    const { code } = await newCode();
    expect(await spend(code)).toMatchObject({ kind: 'ok' });
    expect(await spend(code)).toMatchObject({ kind: 'refused', status: 404, code: 'pairing-code-wrong' });
  });

  test('is worth nothing after ten minutes', async () => {
    const { code } = await newCode();
    app().clock.pass(PAIRING_LASTS);
    expect(await spend(code)).toMatchObject({ kind: 'refused', code: 'pairing-code-wrong' });
  });

  test('can be guessed ten times from one address, and then not even the right one counts', async () => {
    const { code } = await newCode();
    for (let i = 0; i < 10; i++) expect(await spend('AAAAAAAA')).toMatchObject({ code: 'pairing-code-wrong' });
    expect(await spend(code)).toMatchObject({ kind: 'refused', status: 429, code: 'too-many-tries' });
  });
});

describe('a secret', () => {
  test('is spent by its first use', async () => {
    const secret = secretIn(await spend((await newCode()).code));
    expect(await bring(secret)).toMatchObject({ kind: 'ok' });
    expect(await bring(secret)).toMatchObject({ kind: 'refused', status: 404, code: 'pairing-code-wrong' });
    expect(await devices()).toHaveLength(1);
  });

  test('is worth nothing when its code would have expired', async () => {
    const secret = secretIn(await spend((await newCode()).code));
    app().clock.pass(PAIRING_LASTS);
    expect(await bring(secret)).toMatchObject({ kind: 'refused', code: 'pairing-code-wrong' });
  });

  test('made up is worth nothing', async () => {
    expect(await bring('A'.repeat(22))).toMatchObject({ kind: 'refused', code: 'pairing-code-wrong' });
    expect(await devices()).toEqual([]);
  });

  test('can not be used for a key that the tablet does not hold, and is not spent by trying', async () => {
    const secret = secretIn(await spend((await newCode()).code));
    const stolen = publicPart(await crypto.subtle.exportKey('jwk', (await newDeviceKeys()).publicKey));
    expect(await bring(secret, stolen)).toMatchObject({ kind: 'refused', status: 401, code: 'proof-invalid' });
    expect(await devices()).toEqual([]);
    expect(await bring(secret)).toMatchObject({ kind: 'ok' });
  });

  test('needs a proof', async () => {
    const secret = secretIn(await spend((await newCode()).code));
    const body = { step: 'key', secret, publicKey, name: 'iPad', app: 'tests' };
    expect(await problemOf(await ask(app(), 'POST', '/api/device/pair', { body }))).toMatchObject({
      code: 'proof-invalid',
    });
    const url = `${origin}/api/device/pair`;
    const proof = await proofOf({ keys }, { method: 'POST', url, nonce: await freshNonce(app()) });
    expect((await ask(app(), 'POST', '/api/device/pair', { body, headers: { DPoP: proof } })).status).toBe(201);
  });

  test('is refused with a key that carries its private part', async () => {
    const secret = secretIn(await spend((await newCode()).code));
    const body = { step: 'key', secret, publicKey: { ...publicKey, d: publicKey.x }, name: 'iPad', app: 'tests' };
    expect((await ask(app(), 'POST', '/api/device/pair', { body })).status).toBe(400);
  });
});

async function newCode(): Promise<{ code: string; expiresAt: string }> {
  return (await ask(app(), 'POST', '/api/staff/pairings', { cookie })).json() as Promise<{
    code: string;
    expiresAt: string;
  }>;
}

function spend(code: string) {
  return doorOf(app(), { keys }).ask('POST', '/api/device/pair', pairCodeAnswer, { step: 'code', code });
}

function secretIn(answer: Awaited<ReturnType<typeof spend>>): string {
  if (answer.kind !== 'ok') throw new Error('the code was not taken');
  return answer.value.secret;
}

function bring(secret: string, key = publicKey) {
  const body = { step: 'key', secret, publicKey: key, name: 'Front desk iPad', app: 'tests' };
  return doorOf(app(), { keys }).ask('POST', '/api/device/pair', pairKeyAnswer, body);
}

function devices() {
  return app().store.db.selectFrom('device').select('id').execute();
}

async function hashOf(text: string): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from(text))).toString('hex');
}
