// @vitest-environment node
import 'fake-indexeddb/auto';
import { liveQuery } from 'dexie';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { EnvelopesRequest } from '../../src/contract/deviceApi.ts';
import type { Envelope } from '../../src/contract/envelope.ts';
import type { OutboxEntry, TabletDatabase } from '../../src/local/database.ts';
import { drain, type Lock, type Send } from '../../src/local/drain.ts';
import { retryParked, waitingNow } from '../../src/local/outbox.ts';
import {
  aDatabase,
  aDrain,
  anEntry,
  anEnvelope,
  aPractice,
  entriesIn,
  START,
  whereabouts,
  type TestPractice,
} from './tablet.ts';

let practice: TestPractice;
let database: TabletDatabase;
let requests: string[][];

beforeAll(async () => {
  practice = await aPractice();
});

beforeEach(() => {
  database = aDatabase();
  requests = [];
});

const idsOf = (request: EnvelopesRequest): string[] => request.envelopes.map((one) => (one as Envelope).id);

/** Notes what is sent, and lets the practice answer where `refusal` gives none. */
function answering(refusal: (ids: string[]) => Awaited<ReturnType<Send>> | undefined = () => undefined): Send {
  return async (request) => {
    const ids = idsOf(request);
    requests.push(ids);
    return refusal(ids) ?? (await practice.answer(request));
  };
}

describe('many entries', () => {
  test('go in requests of at most fifty, the oldest first, all in one drain', async () => {
    const entries = await entriesIn(database, 120);
    const result = await drain(aDrain(database, practice, { send: answering() }));
    expect(requests.map((ids) => ids.length)).toEqual([50, 50, 20]);
    expect(requests.flat()).toEqual(entries.map((entry) => entry.id));
    expect(result).toEqual({ kind: 'drained', delivered: 120, waiting: 0 });
  });

  test('that are large go in smaller requests', async () => {
    const sealed = 'A'.repeat(1_200_000);
    for (const second of [0, 1, 2])
      await database.outbox.add(
        await anEntry({ envelope: anEnvelope({ sealed }), createdAt: new Date(START + second).toISOString() }),
      );
    await drain(aDrain(database, practice, { send: answering() }));
    expect(requests.map((ids) => ids.length)).toEqual([2, 1]);
    expect(await database.outbox.count()).toBe(0);
  });

  test('pictures of paper forms let every signature go first, and then go one by one', async () => {
    const pictures = [await anEntry({ kind: 'scan' }), await anEntry({ kind: 'scan' })];
    for (const picture of pictures) await database.outbox.add(picture);
    const later = await anEntry({ createdAt: new Date(START + 60_000).toISOString() });
    await database.outbox.add(later);
    const result = await drain(aDrain(database, practice, { send: answering() }));
    expect(requests[0]?.[0]).toBe(later.id);
    expect(requests.map((ids) => ids.length)).toEqual([1, 1, 1]);
    expect(result).toEqual({ kind: 'drained', delivered: 3, waiting: 0 });
  });

  test('that are too large together go one by one', async () => {
    const entries = await entriesIn(database, 7);
    const tooLarge = (ids: string[]) =>
      ids.length > 1 ? ({ kind: 'refused', status: 413, code: 'too-large' } as const) : undefined;
    const result = await drain(aDrain(database, practice, { send: answering(tooLarge) }));
    expect(requests.map((ids) => ids.length)).toEqual([7, 1, 1, 1, 1, 1, 1, 1]);
    expect(result).toEqual({ kind: 'drained', delivered: 7, waiting: 0 });
    expect((await whereabouts(database)).delivered.toSorted()).toEqual(entries.map((entry) => entry.id).toSorted());
  });

  test('what is signed while others are on their way is sent in the same drain', async () => {
    await entriesIn(database, 1);
    const late = await anEntry({ createdAt: new Date(START + 9_000).toISOString() });
    const send: Send = async (request) => {
      if (requests.length === 0) await database.outbox.add(late);
      return answering()(request);
    };
    await drain(aDrain(database, practice, { send }));
    expect(requests[1]).toEqual([late.id]);
    expect(await database.outbox.count()).toBe(0);
  });

  test('an empty outbox asks the practice for nothing', async () => {
    expect(await drain(aDrain(database, practice, { send: answering() }))).toEqual({
      kind: 'drained',
      delivered: 0,
      waiting: 0,
    });
    expect(requests).toEqual([]);
  });
});

describe('one that the practice will not take', () => {
  let entries: OutboxEntry[];
  let poisoned: string;

  beforeEach(async () => {
    entries = await entriesIn(database, 9);
    poisoned = entries[3]?.id ?? '';
  });

  const others = (): string[] => entries.map((entry) => entry.id).filter((id) => id !== poisoned);

  test.each([400, 403, 409, 413, 422])(
    'does not hold up the rest when it makes whole requests fail with %i',
    async (status) => {
      const refusal = (ids: string[]) =>
        ids.includes(poisoned) ? ({ kind: 'refused', status, code: 'unreadable-request' } as const) : undefined;
      await drain(aDrain(database, practice, { send: answering(refusal) }));
      const { outbox, delivered } = await whereabouts(database);
      expect(outbox).toEqual([poisoned]);
      expect(delivered.toSorted()).toEqual(others().toSorted());
      expect(await database.outbox.get(poisoned)).toMatchObject({ state: 'parked', code: 'unreadable-request' });
    },
  );

  test.each([422, 500])('does not hold up the rest when it alone is refused with %i', async (http) => {
    const send: Send = async (request) => {
      const answer = await practice.answer({
        ...request,
        envelopes: request.envelopes.filter((one) => (one as Envelope).id !== poisoned),
      });
      if (answer.kind !== 'ok') return answer;
      const refused = { id: poisoned, status: 'refused', http, code: 'some-code' } as const;
      return { kind: 'ok', value: { ...answer.value, results: [refused, ...answer.value.results] } };
    };
    await drain(aDrain(database, practice, { send }));
    expect((await whereabouts(database)).outbox).toEqual([poisoned]);
    expect((await database.outbox.get(poisoned))?.state).toBe(http === 422 ? 'parked' : 'queued');
  });

  test('stays in sight with its code, and is not sent again until staff ask', async () => {
    await database.outbox.update(poisoned, { state: 'parked', code: 'envelope-conflict' });
    await drain(aDrain(database, practice, { send: answering() }));
    expect(requests.flat()).not.toContain(poisoned);
    expect(await waitingNow(database)).toEqual({ count: 1, oldest: entries[3]?.createdAt, parked: 1 });

    await retryParked(database);
    expect(await waitingNow(database)).toMatchObject({ count: 1, parked: 0 });
    expect((await database.outbox.get(poisoned))?.code).toBeUndefined();
    await drain(aDrain(database, practice, { send: answering() }));
    expect(await waitingNow(database)).toEqual({ count: 0, oldest: null, parked: 0 });
  });

  test('whoever watches the outbox is told when it is empty', async () => {
    const seen: number[] = [];
    const emptied = new Promise<void>((done) => {
      liveQuery(() => waitingNow(database)).subscribe(({ count }) => {
        seen.push(count);
        if (count === 0) done();
        else if (seen.length === 1) void drain(aDrain(database, practice));
      });
    });
    await emptied;
    expect(seen[0]).toBe(9);
    expect(seen.at(-1)).toBe(0);
  });
});

describe('a drain that is interrupted', () => {
  test('stops at the first failure of the network, and says what waits', async () => {
    await entriesIn(database, 120);
    const down = () => (requests.length === 2 ? ({ kind: 'no-answer' } as const) : undefined);
    const result = await drain(aDrain(database, practice, { send: answering(down) }));
    expect(result).toEqual({ kind: 'stopped', delivered: 50, waiting: 70 });
    expect(requests).toHaveLength(2);
  });

  test('between keeping the receipt and removing the entry does neither: it is one transaction', async () => {
    const [entry] = await entriesIn(database, 1);
    const dies = (): never => {
      throw new Error('the battery is empty');
    };
    database.outbox.hook('deleting', dies);
    await expect(drain(aDrain(database, practice))).rejects.toThrow('battery');
    expect(await whereabouts(database)).toEqual({ outbox: [entry?.id], delivered: [] });

    database.outbox.hook('deleting').unsubscribe(dies);
    await drain(aDrain(database, practice, { force: true }));
    expect(await whereabouts(database)).toEqual({ outbox: [], delivered: [entry?.id] });
  });

  test('two at once: one runs, the other does nothing', async () => {
    await entriesIn(database, 3);
    let held = false;
    const lock: Lock = async (work) => {
      if (held) return undefined;
      held = true;
      return work().finally(() => (held = false));
    };
    const given = aDrain(database, practice, { send: answering(), lock });
    const both = await Promise.all([drain(given), drain(given)]);
    expect(both).toEqual([{ kind: 'drained', delivered: 3, waiting: 0 }, { kind: 'busy' }]);
    expect(requests).toHaveLength(1);
  });

  test('two at once without any lock still deliver each entry once', async () => {
    const entries = await entriesIn(database, 3);
    const given = aDrain(database, practice, { send: answering() });
    await Promise.all([drain(given), drain(given)]);
    expect((await whereabouts(database)).delivered.toSorted()).toEqual(entries.map((entry) => entry.id).toSorted());
    expect(await database.outbox.count()).toBe(0);
    for (const entry of entries) expect(practice.stored.get(entry.id)?.times).toBe(1);
  });
});
