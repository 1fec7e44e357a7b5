/** The tablet's keys in the real storage of the browser. */
import { expect, test } from 'vitest';
import { randomBytes } from '../../src/contract/bytes.ts';
import { keysSurvive, makeDeviceKeys, publicKeyOf, type DeviceKeys } from '../../src/local/deviceKeys.ts';
import { keepIdentity, pairedDevice, storedAndReadBack, type Identity } from '../../src/local/identity.ts';
import { everythingStored } from './storage.ts';

const publicKey = { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'A'.repeat(43) } as const;

const anIdentity = (keys: DeviceKeys): Identity => ({
  device: '01957c3a-0000-7000-8000-0000000000dd',
  name: 'Front desk iPad',
  practice: { id: '01957c3a-0000-7000-8000-000000000001', name: 'Bayside', phone: '+18135550100' },
  receiveKey: publicKey,
  receiptKey: publicKey,
  keys,
  pairedAt: '2026-03-15T14:00:00.000Z',
});

test('keys survive being stored, and work then', async () => {
  expect(await keysSurvive(await makeDeviceKeys(), storedAndReadBack)).toBe(true);
});

test('the self-test leaves nothing behind', async () => {
  await storedAndReadBack({ hello: 'there' });
  const kept = (await everythingStored()).map(({ value }) => value);
  expect(kept).not.toContainEqual({ hello: 'there' });
});

test('the identity is there after a restart, its keys signing the same and not to be taken out', async () => {
  const keys = await makeDeviceKeys();
  await keepIdentity(anIdentity(keys));
  const back = await pairedDevice();
  expect({ ...back, keys: undefined }).toEqual({ ...anIdentity(keys), keys: undefined });
  const kept = back?.keys as DeviceKeys;
  expect(await publicKeyOf(kept)).toEqual(await publicKeyOf(keys));

  const probe = randomBytes(32);
  const ecdsa = { name: 'ECDSA', hash: 'SHA-256' };
  const signature = await crypto.subtle.sign(ecdsa, kept.signing.privateKey, probe);
  expect(await crypto.subtle.verify(ecdsa, keys.signing.publicKey, signature, probe)).toBe(true);
  for (const key of [kept.signing.privateKey, kept.secret]) {
    expect(key.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('jwk', key)).rejects.toThrow(/./);
  }
});
