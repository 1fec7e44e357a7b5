import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { toBase64url, utf8 } from '../../src/contract/bytes.ts';
import { canonicalBytes, formHash } from '../../src/contract/digest.ts';
import type { Envelope } from '../../src/contract/envelope.ts';
import { newId } from '../../src/contract/newId.ts';
import { PROBLEMS, type ProblemCode } from '../../src/contract/problems.ts';
import { packStrokes } from '../../src/domain/strokes.ts';
import { currentForm } from '../../server/forms/currentForm.ts';
import { ingest } from '../../server/ingest/ingest.ts';
import { createKeyring } from '../../server/keys/keyring.ts';
import { keepForm } from '../../server/store/practices.ts';
import {
  aConsent,
  aDeclination,
  anInvited,
  aPractice,
  aTablet,
  at,
  master,
  sealed,
  type Invited,
  type TestPractice,
  type TestTablet,
} from '../harness/builders.ts';
import { aClock, aSqliteStore, depsFor, errorsIn, type TestDeps, type TestStore } from '../harness/deps.ts';
import { allRows } from '../harness/rows.ts';

/** Envelopes that don't hold: each is refused with a code that parks it in sight, and none leaves a trace. */

let store: TestStore;
let deps: TestDeps;
let practice: TestPractice;
let tablet: TestTablet;
let margaret: Invited;

beforeEach(async () => {
  store = await aSqliteStore();
  deps = depsFor(store, aClock());
  practice = await aPractice(store);
  tablet = await aTablet(practice);
  margaret = await anInvited(practice);
});

afterEach(() => store.close());

const refusals: [what: string, code: ProblemCode, make: () => Promise<unknown>][] = [
  [
    'sealed to the key of another practice',
    'envelope-cannot-open',
    async () => sealed(tablet, aConsent(tablet, margaret), { practiceKey: (await aPractice(store)).receiveKey }),
  ],
  [
    'signed by the key of another tablet',
    'envelope-bad-signature',
    async () => sealed(tablet, aConsent(tablet, margaret), { deviceKey: (await aTablet(practice)).keys.privateKey }),
  ],
  [
    'another tablet’s, handed in by this one',
    'envelope-bad-signature',
    async () => {
      const other = await aTablet(practice, 'Room 2');
      return sealed(other, aConsent(other, margaret));
    },
  ],
  [
    'whose outside was moved to another invitation',
    'envelope-cannot-open',
    async () => ({ ...(await sealed(tablet, aConsent(tablet, margaret))), invitation: newId() }),
  ],
  [
    'whose outside was moved to another form',
    'envelope-cannot-open',
    async () => ({ ...(await sealed(tablet, aConsent(tablet, margaret))), formHash: 'a'.repeat(64) }),
  ],
  [
    'with a changed letter inside',
    'envelope-cannot-open',
    async () => {
      const envelope = await sealed(tablet, aConsent(tablet, margaret));
      const changed = envelope.sealed.startsWith('A') ? 'B' : 'A';
      return { ...envelope, sealed: changed + envelope.sealed.slice(1) };
    },
  ],
  ['whose inside is no evidence at all', 'envelope-cannot-open', () => inside('not JSON')],
  ['whose inside is not even text of the right kind', 'envelope-cannot-open', () => inside('!', (raw) => raw)],
  [
    'with a field that no evidence has',
    'envelope-bad-evidence',
    () => sealed(tablet, { ...aConsent(tablet, margaret), extra: 1 } as never),
  ],
  [
    'that names another practice',
    'envelope-bad-evidence',
    () => sealed(tablet, aConsent(tablet, margaret, { practice: newId() })),
  ],
  [
    'that names another tablet',
    'envelope-bad-evidence',
    () => sealed(tablet, aConsent(tablet, margaret, { device: newId() })),
  ],
  [
    'with strokes that are garbage',
    'envelope-bad-evidence',
    () => sealed(tablet, withSignature({ strokes: toBase64url(utf8('garbage')) })),
  ],
  ['with fewer samples than it says', 'envelope-bad-evidence', () => sealed(tablet, withSignature({ samples: 91 }))],
  [
    'with a signature that nobody drew',
    'envelope-bad-evidence',
    () => sealed(tablet, withSignature({ strokes: toBase64url(packStrokes([])), samples: 0 })),
  ],
  [
    'that declines for a reason the form does not have',
    'envelope-bad-evidence',
    () => sealed(tablet, aDeclination(tablet, margaret, { reason: 'no-such-reason' })),
  ],
  [
    'with a clause that was not acknowledged',
    'envelope-clauses-missing',
    () => {
      const { acknowledgements } = aConsent(tablet, margaret);
      return sealed(tablet, aConsent(tablet, margaret, { acknowledgements: acknowledgements.slice(1) }));
    },
  ],
  [
    'for an invitation that nobody made',
    'envelope-invitation-unknown',
    () => sealed(tablet, aConsent(tablet, { ...margaret, id: newId() })),
  ],
  [
    'for the invitation of another patient',
    'envelope-invitation-unknown',
    async () => sealed(tablet, aConsent(tablet, { ...margaret, id: (await anInvited(practice)).id })),
  ],
  [
    'for an invitation of another practice',
    'envelope-invitation-unknown',
    async () => sealed(tablet, aConsent(tablet, await anInvited(await aPractice(store)))),
  ],
];

/** Beside what tells staff of a refusal, nothing may change. */
async function allButWhatTells(): Promise<unknown> {
  const { refused: _, event: __, invitation, practice: own, ...others } = await allRows(store);
  const still = (rows: Record<string, unknown>[] = []) => rows.map(({ change_seq: ___, ...row }) => row);
  return { ...others, invitation: still(invitation), practice: still(own) };
}

describe('refused, with no trace but that staff are told, is an envelope', () => {
  test.each(refusals)('%s', async (_what, code, make) => {
    const envelope = await make();
    const before = await allButWhatTells();
    expect(await ingest(deps, tablet.device, envelope)).toEqual({
      id: (envelope as Envelope).id,
      status: 'refused',
      http: PROBLEMS[code],
      code,
    });
    expect(await allButWhatTells()).toEqual(before);
    expect((await allRows(store)).refused).toMatchObject([{ code }]);
    expect(errorsIn(deps)).toEqual([]);
  });
});

describe('invariant 6: the text shown, the text signed and the text stored are one', () => {
  test('an envelope over a form that the practice never had is refused', async () => {
    const form = { ...currentForm, version: 'of-my-own' };
    const hash = await formHash(form);
    const evidence = aConsent(tablet, margaret, { form: { id: form.id, version: form.version, hash } });
    expect(await ingest(deps, tablet.device, await sealed(tablet, evidence))).toMatchObject({
      code: 'envelope-form-unknown',
    });
  });

  test('a form that another practice has is no form of this one', async () => {
    const form = { ...currentForm, version: 'of-another-practice' };
    const hash = await formHash(form);
    await keepForm((await aPractice(store)).scope, form, hash, at);
    const evidence = aConsent(tablet, margaret, { form: { id: form.id, version: form.version, hash } });
    expect(await ingest(deps, tablet.device, await sealed(tablet, evidence))).toMatchObject({
      code: 'envelope-form-unknown',
    });
  });

  test('evidence that calls a form by another version than its hash is refused', async () => {
    const evidence = aConsent(tablet, margaret);
    const form = { ...evidence.form, version: '1999-1' };
    expect(await ingest(deps, tablet.device, await sealed(tablet, aConsent(tablet, margaret, { form })))).toMatchObject(
      { code: 'envelope-bad-evidence' },
    );
  });
});

test.each([
  ['a text', 'hello', ''],
  ['nothing', null, ''],
  ['an envelope without an id', { id: 7 }, ''],
  ['an envelope of which only the id came', { id: 'half-an-envelope' }, 'half-an-envelope'],
])('%s is answered as unreadable, by its id where it has one', async (_what, raw, id) => {
  expect(await ingest(deps, tablet.device, raw)).toEqual({
    id,
    status: 'refused',
    http: 400,
    code: 'unreadable-request',
  });
});

test('an envelope that fails midway leaves nothing behind, is called a failure of the server, and comes in later', async () => {
  const envelope = await sealed(tablet, aConsent(tablet, margaret));
  const before = await allRows(store);
  const keys = await deps.keyring.keysOf(practice.id);
  // The receipt is signed after the ledger was written to.
  const broken = { ...deps, keyring: { keysOf: async () => ({ ...keys, receiptPrivate: {} }) } };
  expect(await ingest(broken, tablet.device, envelope)).toEqual({
    id: envelope.id,
    status: 'refused',
    http: 500,
    code: 'server-failed',
  });
  expect(await allRows(store)).toEqual(before);
  expect(errorsIn(deps)).toHaveLength(1);
  expect(await ingest(deps, tablet.device, envelope)).toMatchObject({ status: 'stored' });
  expect(await store.db.selectFrom('ledger').select('seq').execute()).toEqual([{ seq: 1 }]);
});

test('with another master key no envelope opens, and none is kept', async () => {
  const stranger = { ...deps, keyring: createKeyring(store, Buffer.alloc(32, 'another key')) };
  const before = await allRows(store);
  const result = await ingest(stranger, tablet.device, await sealed(tablet, aConsent(tablet, margaret)));
  expect(result).toMatchObject({ status: 'refused', http: 500 });
  expect(await allRows(store)).toEqual(before);
  await expect(stranger.keyring.keysOf(practice.id)).rejects.toThrow();
  await expect(createKeyring(store, master).keysOf(practice.id)).resolves.toBeDefined();
});

function withSignature(differing: { strokes?: string; samples?: number }) {
  const evidence = aConsent(tablet, margaret);
  return { ...evidence, signature: { ...evidence.signature, ...differing } } as typeof evidence;
}

/** An envelope made by hand, signed rightly over whatever is asked for. */
async function inside(content: string, encode = (raw: string) => toBase64url(utf8(raw))): Promise<Envelope> {
  const { id, device, invitation, form } = aConsent(tablet, margaret);
  const outside = { id, device, invitation, formHash: form.hash };
  const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, tablet.keys.privateKey, utf8(content));
  const inner = canonicalBytes({ evidence: encode(content), signature: toBase64url(new Uint8Array(signature)) });
  const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });
  const sender = await suite.createSenderContext({
    recipientPublicKey: await suite.kem.importKey('jwk', practice.receiveKey, true),
    info: utf8('countersign envelope 1'),
  });
  const bytes = new Uint8Array(await sender.seal(inner, canonicalBytes(outside)));
  return { ...outside, sealedAt: at, enc: toBase64url(new Uint8Array(sender.enc)), sealed: toBase64url(bytes) };
}
