// @vitest-environment node
import 'fake-indexeddb/auto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { EnvelopesRequest } from '../../src/contract/deviceApi.ts';
import type { TabletDatabase } from '../../src/local/database.ts';
import { drain, type Drain, type DrainResult, type Send } from '../../src/local/drain.ts';
import { getMeta } from '../../src/local/meta.ts';
import { aDatabase, aDrain, aPractice, entriesIn, START, whereabouts, type TestPractice } from './tablet.ts';

const YEAR = 365 * 24 * 60 * 60_000;

let practice: TestPractice;
let database: TabletDatabase;
let now: number;
let sent: EnvelopesRequest[];

beforeAll(async () => {
  practice = await aPractice();
});

beforeEach(() => {
  database = aDatabase();
  now = START;
  sent = [];
});

function drainNow(send: Send, part: Partial<Drain> = {}): Promise<DrainResult> {
  const noted: Send = (request) => {
    sent.push(request);
    return send(request);
  };
  return drain(aDrain(database, practice, { send: noted, now: () => now, ...part }));
}

const down: Send = async () => ({ kind: 'no-answer' });

describe('after a failure', () => {
  test('it waits twice as long each time, up to a minute, and asks nobody meanwhile', async () => {
    await entriesIn(database, 1);
    const waits: number[] = [];
    for (let failure = 0; failure < 8; failure++) {
      await drainNow(down);
      const again = await drainNow(down);
      expect(again.kind).toBe('not-yet');
      const until = again.kind === 'not-yet' ? again.until : 0;
      waits.push(until - now);
      now = until - 1;
      expect((await drainNow(down)).kind).toBe('not-yet');
      now = until;
    }
    expect(waits).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000]);
    expect(sent).toHaveLength(8);
  });

  test('a person who asks does not wait', async () => {
    await entriesIn(database, 1);
    await drainNow(down);
    expect(await drainNow(practice.answer, { force: true })).toEqual({ kind: 'drained', delivered: 1, waiting: 0 });
  });

  test('a success ends the waiting', async () => {
    await entriesIn(database, 1);
    await drainNow(down);
    await drainNow(practice.answer, { force: true });
    await entriesIn(database, 1);
    expect((await drainNow(practice.answer)).kind).toBe('drained');
    expect(await getMeta(database, 'drain')).toMatchObject({ failures: 0, notBefore: 0 });
  });

  test.each([
    ['back by a year', -YEAR],
    ['back by ten minutes', -10 * 60_000],
    ['ahead by a year', YEAR],
  ])('a clock that was set %s does not hold signatures', async (_how, jump) => {
    await entriesIn(database, 1);
    await drainNow(down);
    now += jump;
    expect((await drainNow(practice.answer)).kind).toBe('drained');
    expect(await database.outbox.count()).toBe(0);
  });

  test('a result without a verified receipt counts as a failure', async () => {
    await entriesIn(database, 1);
    const forgetful: Send = async () => ({ kind: 'ok', value: { results: [], time: new Date(now).toISOString() } });
    await drainNow(forgetful);
    expect((await drainNow(practice.answer)).kind).toBe('not-yet');
  });

  test('what is parked holds nobody up: there is nothing to wait for', async () => {
    const [entry] = await entriesIn(database, 1);
    const refusing: Send = async () => ({ kind: 'refused', status: 422, code: 'envelope-bad-evidence' });
    expect(await drainNow(refusing)).toEqual({ kind: 'drained', delivered: 0, waiting: 1 });
    await entriesIn(database, 1);
    expect(await drainNow(practice.answer)).toEqual({ kind: 'drained', delivered: 1, waiting: 1 });
    expect((await whereabouts(database)).outbox).toEqual([entry?.id]);
  });
});

describe('when the practice does not know the tablet (401)', () => {
  const unknown: Send = async () => ({ kind: 'refused', status: 401, code: 'device-unknown' });

  test('it pauses after one request, keeps everything, and says that staff are needed', async () => {
    await entriesIn(database, 60);
    expect(await drainNow(unknown)).toEqual({ kind: 'stopped', delivered: 0, waiting: 60 });
    expect(sent).toHaveLength(1);
    expect(await database.outbox.where('state').equals('queued').count()).toBe(60);
    expect(await getMeta(database, 'drain')).toMatchObject({ failures: 1, askStaff: 'device-unknown' });
    expect((await drainNow(unknown)).kind).toBe('not-yet');
  });

  test('and says so no more once it is known', async () => {
    await entriesIn(database, 1);
    await drainNow(unknown);
    await drainNow(practice.answer, { force: true });
    expect((await getMeta(database, 'drain'))?.askStaff).toBeUndefined();
    await entriesIn(database, 1);
    await drainNow(down);
    expect((await getMeta(database, 'drain'))?.askStaff).toBeUndefined();
  });
});

describe('with each request', () => {
  test('the tablet tells how many wait, parked ones too, and since when', async () => {
    const [oldest, second] = await entriesIn(database, 52);
    await database.outbox.update(oldest?.id ?? '', { state: 'parked', code: 'x' });
    await drainNow(practice.answer);
    expect(sent.map(({ waiting, oldest: since, app }) => ({ waiting, since, app }))).toEqual([
      { waiting: 52, since: oldest?.createdAt, app: '1.0.0' },
      { waiting: 2, since: oldest?.createdAt, app: '1.0.0' },
    ]);
    expect(sent[0]?.envelopes[0]).toEqual(second?.envelope);
  });

  test('the difference between the clocks is remembered', async () => {
    await entriesIn(database, 1);
    now = START - 90_000;
    await drainNow(practice.answer);
    expect(await getMeta(database, 'clockOffset')).toBe(90_000);
  });
});
