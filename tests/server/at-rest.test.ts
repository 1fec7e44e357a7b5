import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDocument } from '../../server/documents/keep.ts';
import { ingest } from '../../server/ingest/ingest.ts';
import { makeSignedDocument } from '../../server/jobs/signedDocument.ts';
import { openBox } from '../../server/keys/box.ts';
import {
  aConsent,
  aDeclination,
  anInvited,
  aPractice,
  aTablet,
  drawnStrokes,
  sealed,
  type TestPractice,
  type TestTablet,
} from '../harness/builders.ts';
import { aClock, aSqliteStore, depsFor, type TestDeps, type TestStore } from '../harness/deps.ts';

/** What somebody has who has the database or a backup of it, and not the key. */

const wordsOfThePatient = 'Ich möchte das erst mit meiner Tochter Rosalind besprechen.';

let store: TestStore;
let deps: TestDeps;
let practice: TestPractice;
let tablet: TestTablet;

beforeAll(async () => {
  store = await aSqliteStore();
  deps = depsFor(store, aClock());
  practice = await aPractice(store);
  tablet = await aTablet(practice);
  const signed = aConsent(tablet, await anInvited(practice));
  const declined = aDeclination(tablet, await anInvited(practice), { words: wordsOfThePatient });
  for (const evidence of [signed, declined]) {
    expect(await ingest(deps, tablet.device, await sealed(tablet, evidence))).toMatchObject({ status: 'stored' });
    await makeSignedDocument(deps, practice.id, evidence.id);
  }
});

afterAll(() => store.close());

test('the database file shows neither strokes nor words of a consent, nor a page of its document', () => {
  const disk = bytesOnDisk();
  // The search finds what does lie in clear.
  expect(disk.includes('Palmetto Family Medicine')).toBe(true);
  expect(disk.includes(wordsOfThePatient)).toBe(false);
  expect(disk.includes('Rosalind')).toBe(false);
  expect(disk.includes(drawnStrokes)).toBe(false);
  expect(disk.includes(Buffer.from(drawnStrokes, 'base64url'))).toBe(false);
  expect(disk.includes('"samples"')).toBe(false);
  expect(disk.includes('acknowledgedAt')).toBe(false);
  expect(disk.includes('%PDF')).toBe(false);
});

test('nothing of a kept consent names the patient without the key', async () => {
  const kept = await store.db.selectFrom('envelope').selectAll().execute();
  const documents = await store.db.selectFrom('document').selectAll().execute();
  expect([kept.length, documents.length]).toEqual([2, 2]);
  for (const bytes of [...kept.flatMap((row) => [row.content, row.evidence]), ...documents.map((row) => row.content)])
    expect(Buffer.from(bytes).includes('Whitfield')).toBe(false);
});

test('the keys of the practice lie wrapped', async () => {
  const { receivePrivate, receiptPrivate, dataKey } = await deps.keyring.keysOf(practice.id);
  const disk = bytesOnDisk();
  expect(disk.includes(practice.receiveKey.x)).toBe(true);
  expect(disk.includes(receivePrivate.d ?? '')).toBe(false);
  expect(disk.includes(receiptPrivate.d ?? '')).toBe(false);
  expect(disk.includes(dataKey)).toBe(false);
});

test('with the key all of it opens', async () => {
  const { dataKey } = await deps.keyring.keysOf(practice.id);
  const row = await store.db
    .selectFrom('envelope')
    .selectAll()
    .where('kind', '=', 'declination')
    .executeTakeFirstOrThrow();
  const evidence = openBox(dataKey, row.evidence, `evidence:${practice.id}:${row.id}`).toString();
  expect(JSON.parse(evidence)).toMatchObject({ words: wordsOfThePatient });
  const document = await store.db.selectFrom('document').selectAll().executeTakeFirstOrThrow();
  expect(Buffer.from(openDocument(dataKey, document)).subarray(0, 5).toString()).toBe('%PDF-');
});

test('another key opens no evidence and no document', async () => {
  const stranger = Buffer.alloc(32, 'another key');
  const row = await store.db.selectFrom('envelope').selectAll().executeTakeFirstOrThrow();
  const document = await store.db.selectFrom('document').selectAll().executeTakeFirstOrThrow();
  expect(() => openBox(stranger, row.evidence, `evidence:${practice.id}:${row.id}`)).toThrow();
  expect(() => openDocument(stranger, document)).toThrow();
});

test('evidence that was moved into the row of another envelope does not open there', async () => {
  const row = await store.db.selectFrom('envelope').selectAll().where('kind', '=', 'consent').executeTakeFirstOrThrow();
  const other = aConsent(tablet, await anInvited(practice));
  await ingest(deps, tablet.device, await sealed(tablet, other));
  await store.db.updateTable('envelope').set({ evidence: row.evidence }).where('id', '=', other.id).execute();
  await expect(makeSignedDocument(deps, practice.id, other.id)).rejects.toThrow();
});

function bytesOnDisk(): Buffer {
  return Buffer.concat(readdirSync(store.folder).map((file) => readFileSync(join(store.folder, file))));
}
