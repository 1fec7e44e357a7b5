/** The tablet's database on the real IndexedDB of Chromium. */
import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { newId } from '../../src/contract/newId.ts';
import { openTabletDatabase, type OutboxEntry, type TabletDatabase } from '../../src/local/database.ts';
import { webLock } from '../../src/local/drain.ts';
import { getMeta } from '../../src/local/meta.ts';
import { commitSigned, waitingNow, type Commit } from '../../src/local/outbox.ts';

const box = { iv: new Uint8Array(12), bytes: new Uint8Array([1, 2, 3]) };
const now = '2026-03-15T14:00:00.000Z';

// On a developer's address it tells of every failure on the console; those here are wanted.
Dexie.debug = false;

let name: string;
let database: TabletDatabase;

beforeEach(() => {
  name = `tablet-${newId()}`;
  database = openTabletDatabase(name);
});

afterEach(() => {
  vi.restoreAllMocks();
  database.close();
});

function aCommit(counter: number): Commit {
  const envelope = {
    id: newId(),
    device: newId(),
    invitation: newId(),
    formHash: 'ab'.repeat(32),
    sealedAt: now,
    enc: 'AAAA',
    sealed: 'A'.repeat(12_000),
  };
  return { envelope, kind: 'consent', state: 'signed', counter, now };
}

async function presented({ envelope }: Commit): Promise<void> {
  await database.invitations.add({ id: envelope.invitation, state: 'presented', seq: 1, changedAt: now, box });
  await database.drafts.add({ invitation: envelope.invitation, key: box, box, changedAt: now });
}

describe('invariant 1: what is signed', () => {
  test('is written with strict durability: a power cut after the answer does not take it', async () => {
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const commit = aCommit(1);
    await presented(commit);
    transaction.mockClear();
    await commitSigned(database, commit);

    const writing = transaction.mock.results
      .map((result) => result.value as IDBTransaction)
      .filter(({ mode }) => mode === 'readwrite');
    // What the browser took, not only what it was told.
    expect(writing.map(({ durability, objectStoreNames }) => ({ durability, stores: [...objectStoreNames] }))).toEqual([
      { durability: 'strict', stores: ['drafts', 'invitations', 'meta', 'outbox'] },
    ]);
  });

  test('like everything else that is written on this tablet', async () => {
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await database.drafts.put({ invitation: newId(), key: box, box, changedAt: now });
    await database.meta.put({ key: 'counter', value: 1 });
    const writing = transaction.mock.results
      .map((result) => result.value as IDBTransaction)
      .filter(({ mode }) => mode === 'readwrite');
    expect(writing.map(({ durability }) => durability)).toEqual(['strict', 'strict']);
  });

  test('is there after the app was closed and opened again', async () => {
    const commit = aCommit(1);
    await presented(commit);
    await commitSigned(database, commit);
    database.close();
    database = openTabletDatabase(name);
    expect(await database.outbox.toArray()).toMatchObject([{ id: commit.envelope.id, envelope: commit.envelope }]);
    expect(await database.drafts.count()).toBe(0);
    expect((await database.invitations.toArray())[0]?.state).toBe('signed');
    expect(await getMeta(database, 'counter')).toBe(1);
  });

  test('is all there or not at all when a write fails', async () => {
    const commit = aCommit(1);
    await presented(commit);
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    await expect(commitSigned(database, commit)).rejects.toThrow(/./);
    full.mockRestore();
    expect(await database.outbox.count()).toBe(0);
    expect(await database.drafts.count()).toBe(1);
    expect((await database.invitations.toArray())[0]?.state).toBe('presented');
  });

  test('is all there or not at all when the connection is lost in the middle', async () => {
    const commit = aCommit(1);
    await presented(commit);
    database.drafts.hook('deleting', () => database.close());
    await commitSigned(database, commit).catch(() => undefined);
    database = openTabletDatabase(name);
    const after = [
      await database.outbox.count(),
      1 - (await database.drafts.count()),
      Number((await database.invitations.toArray())[0]?.state === 'signed'),
      (await getMeta(database, 'counter')) ?? 0,
    ];
    expect(new Set(after).size, after.join()).toBe(1);
  });
});

describe('opening what another version of the app has left', () => {
  const anEntry = (createdAt: string): OutboxEntry => {
    const { envelope } = aCommit(1);
    const { id, invitation } = envelope;
    return { id, invitation, kind: 'consent', envelope, sha256: 'cd'.repeat(32), state: 'queued', createdAt };
  };

  test('an older one keeps every row, and has the new tables', async () => {
    const entry = anEntry(now);
    const older = new Dexie(name);
    older.version(0.5).stores({ outbox: 'id', meta: 'key' });
    await older.table('outbox').add(entry);
    await older.table('meta').add({ key: 'counter', value: 7 });
    older.close();

    expect(await database.outbox.toArray()).toEqual([entry]);
    expect(await waitingNow(database)).toEqual({ count: 1, oldest: now, parked: 0 });
    expect(await getMeta(database, 'counter')).toBe(7);
    expect(await database.drafts.count()).toBe(0);
  });

  test('a newer one opens, keeps every row, and can be written: an update may be taken back', async () => {
    const [first, second] = [anEntry(now), anEntry('2026-03-15T14:00:01.000Z')];
    const newer = new Dexie(name);
    newer.version(9).stores({
      invitations: 'id, state, household',
      drafts: 'invitation',
      outbox: 'id, state, createdAt, invitation, priority',
      delivered: 'id, invitation, deliveredAt',
      forms: 'hash',
      staff: 'id',
      wraps: 'staff',
      meta: 'key',
      papers: 'id',
    });
    await newer.table('outbox').add({ ...first, priority: 1 });
    await newer.table('papers').add({ id: 'p1' });
    newer.close();

    expect(await waitingNow(database)).toEqual({ count: 1, oldest: now, parked: 0 });
    await database.outbox.add(second);
    database.close();

    await newer.open();
    expect(await newer.table('outbox').count()).toBe(2);
    expect(await newer.table('papers').toArray()).toEqual([{ id: 'p1' }]);
    newer.close();
  });

  test('a tab with the new version is not held up by one with the old', async () => {
    await database.outbox.add(anEntry(now));
    const newer = new Dexie(name);
    newer.version(9).stores({ outbox: 'id, state, createdAt, invitation, priority' });
    expect(await newer.table('outbox').count()).toBe(1);
    newer.close();
  });
});

test('of two drains at once, in whatever tabs, one runs', async () => {
  let go = (): void => undefined;
  const working = new Promise<void>((done) => (go = done));
  const first = webLock(async () => {
    await working;
    return 'done';
  });
  const second = await webLock(async () => 'also done');
  go();
  expect([await first, second]).toEqual(['done', undefined]);
  expect(await webLock(async () => 'later')).toBe('later');
});
