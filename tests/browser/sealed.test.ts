/** Invariant 5: after signing, the tablet can not read the consent. Tried with all that lies on it. */
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { beforeAll, describe, expect, test } from 'vitest';
import currentForm from '../../server/forms/ccm-2026-1.json' with { type: 'json' };
import { fromBase64url, randomBytes, toBase64url, type Bytes } from '../../src/contract/bytes.ts';
import type { DeviceInvitation } from '../../src/contract/deviceApi.ts';
import { formHash } from '../../src/contract/digest.ts';
import { open, type Envelope } from '../../src/contract/envelope.ts';
import { newId } from '../../src/contract/newId.ts';
import type { PublicJwk } from '../../src/contract/shapes.ts';
import type { Draft } from '../../src/consent/draft.ts';
import { withStroke } from '../../src/consent/drawing.ts';
import type { FormVersion } from '../../src/domain/form.ts';
import { beginHandOff } from '../../src/kiosk/handOff.ts';
import { sealAnswer } from '../../src/kiosk/sealAnswer.ts';
import { openTablet } from '../../src/kiosk/tablet.ts';
import { importBoxKey, openBytes, type Box } from '../../src/local/box.ts';
import { makeDeviceKeys, publicKeyOf } from '../../src/local/deviceKeys.ts';
import { boxInvitation } from '../../src/local/invitations.ts';
import { keepIdentity, type Identity } from '../../src/local/identity.ts';
import { unlockVault, type Vault } from '../../src/local/vault.ts';
import { receiptKeys, receiveKeys, type JwkPair } from '../contract/builders.ts';
import { everythingStored, leavesOf } from './storage.ts';

const form = currentForm as FormVersion;
const now = '2026-03-15T14:00:00.000Z';
/** What only the consent holds: if it is found, the consent was read. */
const SECRETS = ['"acknowledgements"', '"signature"', 'Margaret Whitfield signs', 'I am the patient'];

let practice: JwkPair;
let deviceKey: PublicJwk;
let vault: Vault;
let vaultKey: Bytes;
let envelope: Envelope;
let strokes: string;
let databaseName: string;

/** One patient signs by drawing; staff have unlocked before, so that the wrap of the vault lies here too. */
beforeAll(async () => {
  practice = await receiveKeys();
  vaultKey = randomBytes(32);
  const identity = await paired();
  deviceKey = await publicKeyOf(identity.keys);
  const tablet = openTablet(identity);
  vault = await unlocked(identity);
  const hash = await formHash(form);
  const invitation = anInvitation(hash);
  await tablet.database.forms.put({ hash, form });
  await tablet.database.invitations.put(await boxInvitation(vault, invitation, now));
  const begun = await beginHandOff(tablet, vault, newId(), invitation);
  if (!begun.ok) throw new Error(begun.problem);
  const draft = signed(begun.handOff.draft);
  strokes = draft.drawn?.strokes ?? '';
  await begun.handOff.save(draft);
  await sealAnswer(tablet, begun.handOff, draft, { kind: 'consent' });
  const [entry] = await tablet.database.outbox.toArray();
  if (!entry) throw new Error('nothing was kept');
  envelope = entry.envelope;
  databaseName = tablet.database.name;
  tablet.database.close();
});

async function paired(): Promise<Identity> {
  const identity: Identity = {
    device: newId(),
    name: 'Front desk iPad',
    practice: { id: newId(), name: 'Bayside Family Practice', phone: '+18135550100' },
    receiveKey: practice.public,
    receiptKey: (await receiptKeys()).public,
    keys: await makeDeviceKeys(),
    pairedAt: now,
  };
  await keepIdentity(identity);
  return identity;
}

async function unlocked(identity: Identity): Promise<Vault> {
  const { database } = openTablet(identity);
  const result = await unlockVault(
    {
      askServer: async () => ({ kind: 'key', raw: vaultKey }),
      wrapOf: (staff) => database.wraps.get(staff),
      keepWrap: async (wrap) => void (await database.wraps.put(wrap)),
      pinVersionOf: async () => 1,
      deviceSecret: identity.keys.secret,
      countTry: async () => 1,
      giveBackTry: async () => undefined,
      forgetTries: async () => undefined,
      triesSoFar: async () => 0,
      mostTries: 10,
    },
    newId(),
    '493817',
  );
  database.close();
  if (!result.ok) throw new Error(result.problem);
  return result.vault;
}

function anInvitation(hash: string): DeviceInvitation {
  return {
    id: newId(),
    patient: newId(),
    household: newId(),
    seq: 1,
    state: 'waiting',
    method: 'tablet',
    name: { first: 'Margaret', last: 'Whitfield' },
    birthDate: '1947-03-09',
    language: 'en',
    recordNumber: null,
    practitionerName: 'Dr. Ana Ruiz',
    formHash: hash,
    createdAt: now,
    addedBy: 'Luis Ortega',
  };
}

function signed(draft: Draft): Draft {
  const samples = Array.from({ length: 40 }, (_, i) => ({ x: i * 100, y: i * i, t: i * 42, p: 500, tx: 0, ty: 0 }));
  const space = { width: 600, height: 200 };
  return {
    ...draft,
    recognised: now,
    acknowledgements: form.clauses.map(({ id }) => ({ clause: id, language: 'en', shownAt: now, acknowledgedAt: now })),
    typed: 'Margaret Whitfield signs',
    drawn: withStroke(null, { pointer: 'pen', startedAt: 0, samples }, { space, coalesced: true, firstAt: 0 }),
  };
}

describe('invariant 5: after signing, with all that lies on the tablet', () => {
  test('the practice reads the consent', async () => {
    const opened = await open(envelope, practice.private, deviceKey);
    expect(opened).toMatchObject({ ok: true, evidence: { kind: 'consent', signature: { how: 'drawn', strokes } } });
  });

  test('no key that is stored opens it', async () => {
    const keys = (await everythingStored()).flatMap(({ value }) => [...leavesOf(value)].filter(isKey));
    // The key pair and the secret of the device.
    expect(keys.length).toBeGreaterThanOrEqual(3);
    for (const key of [...keys, vault.key]) expect(await opensWith(key), key.algorithm.name).toBe(false);
  });

  test('no text and no bytes that are stored, nor the key of the vault, are a key that opens it', async () => {
    const stored = await everythingStored();
    const candidates = [vaultKey, ...stored.flatMap(({ value }) => [...leavesOf(value)].flatMap(asKeyBytes))];
    // At least the public keys that were pinned, and the salt and boxes.
    expect(candidates.length).toBeGreaterThan(5);
    for (const raw of candidates) {
      expect(await opensWith(await importBoxKey(raw))).toBe(false);
      const asPrivate = { ...practice.public, d: toBase64url(raw) };
      expect(await open(envelope, asPrivate, deviceKey)).toMatchObject({ ok: false });
    }
  });

  test('the pinned key of the practice does not open it, nor does anything that is a whole key', async () => {
    for (const jwk of [practice.public, deviceKey])
      expect(await open(envelope, jwk as JsonWebKey, deviceKey)).toMatchObject({ ok: false });
  });

  test('nothing of it lies here to be read, neither in the clear nor in any box of the vault', async () => {
    const stored = await everythingStored();
    const texts = [stored.map(({ value }) => inWords(value)).join('\n')];
    for (const { value } of stored) for (const box of boxesIn(value)) texts.push(await readWithVault(box));
    expect(texts.join('\n')).toContain('Whitfield');
    for (const secret of [...SECRETS, strokes]) expect(texts.join('\n')).not.toContain(secret);
    expect(stored.filter(({ where }) => where === `${databaseName}/drafts`)).toEqual([]);
  });
});

const isKey = (value: unknown): value is CryptoKey => value instanceof CryptoKey;

/** Tries a key in every way that it lets itself be used. */
async function opensWith(key: CryptoKey): Promise<boolean> {
  const sealed = fromBase64url(envelope.sealed);
  const tries: (() => Promise<unknown>)[] = [
    () => crypto.subtle.decrypt({ name: 'AES-GCM', iv: new Uint8Array(12) }, key, sealed),
    () => crypto.subtle.decrypt({ name: 'AES-GCM', iv: sealed.slice(0, 12) }, key, sealed.slice(12)),
    async () => open(envelope, await crypto.subtle.exportKey('jwk', key), deviceKey).then(okOrThrow),
    async () => {
      const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });
      const enc = fromBase64url(envelope.enc);
      await (await suite.createRecipientContext({ recipientKey: key, enc })).open(sealed);
    },
  ];
  const results = await Promise.allSettled(tries.map((attempt) => attempt()));
  return results.some(({ status }) => status === 'fulfilled');
}

function okOrThrow(opened: { ok: boolean }): void {
  if (!opened.ok) throw new Error('shut');
}

/** What could be 32 bytes of a key: bytes, hex or base64url. */
function asKeyBytes(value: unknown): Bytes[] {
  if (value instanceof Uint8Array) return value.length >= 32 ? [value.slice(0, 32)] : [];
  if (typeof value !== 'string') return [];
  if (/^[0-9a-f]{64}$/.test(value))
    return [Uint8Array.from(value.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))];
  return /^[A-Za-z0-9_-]{43,}$/.test(value) ? [fromBase64url(value.slice(0, 43))] : [];
}

function inWords(value: unknown): string {
  const leaves = [...leavesOf(value)].map((leaf) =>
    leaf instanceof Uint8Array ? new TextDecoder('latin1').decode(leaf) : String(leaf),
  );
  return `${JSON.stringify(value)}\n${leaves.join('\n')}`;
}

function* boxesIn(value: unknown): Generator<Box> {
  if (typeof value !== 'object' || value === null) return;
  if ('iv' in value && 'bytes' in value) yield value as Box;
  for (const inner of Object.values(value)) yield* boxesIn(inner);
}

/** What the vault's key reads in a box, under whatever label it lies: GCM is a counter, and tells without its tag. */
async function readWithVault(box: Box): Promise<string> {
  const counter = new Uint8Array(16);
  counter.set(box.iv);
  counter[15] = 2;
  const key = await crypto.subtle.importKey('raw', vaultKey, 'AES-CTR', false, ['decrypt']);
  const plain = await crypto.subtle.decrypt({ name: 'AES-CTR', counter, length: 32 }, key, box.bytes);
  expect(await openBytes(vault.key, box, 'some other place')).toBeUndefined();
  return new TextDecoder('utf-8').decode(plain);
}
