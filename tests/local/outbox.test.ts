// @vitest-environment node
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { envelopeHash, envelopeSchema } from '../../src/contract/envelope.ts';
import type { TabletDatabase } from '../../src/local/database.ts';
import { getMeta, setMeta } from '../../src/local/meta.ts';
import { commitSigned, NotCommitted, rescueFile, waitingNow, type Commit } from '../../src/local/outbox.ts';
import * as v from 'valibot';
import { aDatabase, anEntry, anEnvelope, device, START } from './tablet.ts';

const box = { iv: new Uint8Array(12), bytes: new Uint8Array(4) };
const now = new Date(START).toISOString();
const INVITATION = '01957c3a-0000-7000-8000-0000000000aa';

let database: TabletDatabase;
let commit: Commit;

/** A patient is before the last button: the invitation is presented, the draft is kept, six were sealed before. */
beforeEach(async () => {
  database = aDatabase();
  commit = { envelope: anEnvelope({ invitation: INVITATION }), kind: 'consent', state: 'signed', counter: 7, now };
  await database.invitations.add({ id: INVITATION, state: 'presented', seq: 1, changedAt: 'before', box });
  await database.drafts.add({ invitation: INVITATION, key: box, box, changedAt: 'before' });
  await setMeta(database, 'counter', 6);
});

/** Everything that a commit may touch. */
async function everything(): Promise<unknown> {
  const { outbox, drafts, invitations, delivered, meta } = database;
  const [entries, begun, people, done, values] = await Promise.all(
    [outbox, drafts, invitations, delivered, meta].map((table) => table.toArray()),
  );
  return { entries, begun, people, done, values };
}

describe('invariant 1: the moment of safety', () => {
  test('writes the envelope, closes the draft, moves the invitation and counts, all at once', async () => {
    await commitSigned(database, commit);
    expect(await everything()).toEqual({
      entries: [
        {
          id: commit.envelope.id,
          invitation: INVITATION,
          kind: 'consent',
          envelope: commit.envelope,
          sha256: await envelopeHash(commit.envelope),
          state: 'queued',
          createdAt: now,
        },
      ],
      begun: [],
      people: [{ id: INVITATION, state: 'signed', seq: 1, changedAt: now, box }],
      done: [],
      values: [{ key: 'counter', value: 7 }],
    });
  });

  test.each([
    ['the envelope', 'outbox', 'creating'],
    ['the draft', 'drafts', 'deleting'],
    ['the invitation', 'invitations', 'updating'],
    ['the counter', 'meta', 'updating'],
  ] as const)('when writing %s fails, nothing of it happened, and it says so', async (_what, table, moment) => {
    const before = await everything();
    const full = (): never => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
    database[table].hook(moment as 'deleting', full);
    await expect(commitSigned(database, commit)).rejects.toThrow('no room');
    expect(await everything()).toEqual(before);

    database[table].hook(moment as 'deleting').unsubscribe(full);
    await commitSigned(database, commit);
    expect(await database.outbox.count()).toBe(1);
  });

  test.each([
    ['the envelope', 'outbox', 'creating'],
    ['the draft', 'drafts', 'deleting'],
    ['the invitation', 'invitations', 'updating'],
    ['the counter', 'meta', 'updating'],
  ] as const)(
    'a connection lost while writing %s is told, and leaves all of it or nothing',
    async (_what, table, moment) => {
      const before = await everything();
      const lost = (): void => database.close();
      database[table].hook(moment as 'deleting', lost);
      await expect(commitSigned(database, commit)).rejects.toThrow(/./);
      database[table].hook(moment as 'deleting').unsubscribe(lost);
      await database.open();

      const kept = await database.outbox.get(commit.envelope.id);
      if (kept) expect(await database.drafts.count()).toBe(0);
      if (kept) expect((await database.invitations.get(INVITATION))?.state).toBe('signed');
      if (kept) expect(await getMeta(database, 'counter')).toBe(7);
      else expect(await everything()).toEqual(before);
    },
  );

  test('an envelope that reads back differently is not safe', async () => {
    database.outbox.hook('reading', (entry) => ({
      ...entry,
      envelope: { ...entry.envelope, sealed: `${entry.envelope.sealed}A` },
    }));
    await expect(commitSigned(database, commit)).rejects.toThrow(NotCommitted);
  });

  test('an envelope that is not there when it is read back is not safe', async () => {
    vi.spyOn(database.outbox, 'get').mockResolvedValue(undefined);
    await expect(commitSigned(database, commit)).rejects.toThrow(NotCommitted);
  });

  test('the same envelope is not written twice', async () => {
    await commitSigned(database, commit);
    const before = await everything();
    await expect(commitSigned(database, { ...commit, counter: 8 })).rejects.toThrow(/./);
    expect(await everything()).toEqual(before);
  });

  test.each([6, 8, 0])(
    'a counter that is not the next one (%i) is turned down: the count has no gap',
    async (counter) => {
      const before = await everything();
      await expect(commitSigned(database, { ...commit, counter })).rejects.toThrow('sealed meanwhile');
      expect(await everything()).toEqual(before);
    },
  );

  test('of two envelopes sealed at once with the same count, one is kept', async () => {
    const other = { ...commit, envelope: anEnvelope() };
    const both = await Promise.allSettled([commitSigned(database, commit), commitSigned(database, other)]);
    expect(both.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await database.outbox.count()).toBe(1);
    expect(await getMeta(database, 'counter')).toBe(7);
  });

  test('the first envelope of a tablet has the count 1, and needs no invitation in the cache', async () => {
    const fresh = aDatabase();
    await commitSigned(fresh, { ...commit, counter: 1, state: 'declined', kind: 'declination' });
    expect(await getMeta(fresh, 'counter')).toBe(1);
    expect((await fresh.outbox.toArray())[0]?.kind).toBe('declination');
  });
});

describe('what waits', () => {
  test('is counted with its age, parked ones too', async () => {
    expect(await waitingNow(database)).toEqual({ count: 0, oldest: null, parked: 0 });
    await database.outbox.add(await anEntry({ createdAt: '2026-03-15T14:00:02.000Z' }));
    await database.outbox.add(await anEntry({ createdAt: '2026-03-15T14:00:01.000Z', state: 'parked', code: 'x' }));
    expect(await waitingNow(database)).toEqual({ count: 2, oldest: '2026-03-15T14:00:01.000Z', parked: 1 });
  });
});

describe('the rescue file', () => {
  test('holds every sealed envelope, parked ones too, the oldest first, and nothing else', async () => {
    const later = await anEntry({ createdAt: '2026-03-15T14:00:02.000Z' });
    const sooner = await anEntry({ createdAt: '2026-03-15T14:00:01.000Z', state: 'parked', code: 'envelope-conflict' });
    await database.outbox.bulkAdd([later, sooner]);
    const file = await rescueFile(database, device, now);
    expect(file.type).toBe('application/json');
    const content = JSON.parse(await file.text()) as { envelopes: unknown[] };
    expect(content).toEqual({
      countersign: 'rescue',
      version: 1,
      device,
      savedAt: now,
      envelopes: [sooner.envelope, later.envelope],
    });
    for (const one of content.envelopes) expect(v.is(envelopeSchema, one)).toBe(true);
  });

  test('of an empty outbox says that there is nothing in it', async () => {
    expect(JSON.parse(await (await rescueFile(database, device, now)).text())).toMatchObject({ envelopes: [] });
  });
});
