// @vitest-environment node
/** Invariant 2 by the table: through the real door, whatever the network answers. */
import 'fake-indexeddb/auto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { EnvelopeResult } from '../../src/contract/deviceApi.ts';
import { createDeviceDoor } from '../../src/local/deviceDoor.ts';
import type { OutboxEntry, TabletDatabase } from '../../src/local/database.ts';
import { makeDeviceKeys, type DeviceKeys } from '../../src/local/deviceKeys.ts';
import { drain, sendThrough, type Send } from '../../src/local/drain.ts';
import { retryParked } from '../../src/local/outbox.ts';
import { receiptKeys } from '../contract/builders.ts';
import { aDatabase, aDrain, anEntry, aPractice, aReceipt, START, whereabouts, type TestPractice } from './tablet.ts';

type Reply = (entry: OutboxEntry) => Response | Promise<Response>;

let keys: DeviceKeys;
let practice: TestPractice;
let database: TabletDatabase;
let entry: OutboxEntry;

beforeAll(async () => {
  [keys, practice] = await Promise.all([makeDeviceKeys(), aPractice()]);
});

beforeEach(async () => {
  database = aDatabase();
  entry = await anEntry();
  await database.outbox.add(entry);
});

function sending(reply: Reply): Send {
  return sendThrough(createDeviceDoor({ keys, origin: 'https://practice.example', fetch: async () => reply(entry) }));
}

const html = (status: number): Response =>
  new Response('<!doctype html><title>Clinic Wi-Fi</title>', { status, headers: { 'Content-Type': 'text/html' } });
const json = (value: unknown, status = 200): Response => Response.json(value, { status });
const problem = (status: number, code = `code-${status}`): Response =>
  new Response(JSON.stringify({ type: 'x', title: 'x', status, code }), {
    status,
    headers: { 'Content-Type': 'application/problem+json' },
  });
const results = (...list: unknown[]): Response => json({ results: list, time: new Date(START).toISOString() });
const stored = (id: string, receipt: unknown): unknown => ({ id, status: 'stored', receipt, enrolled: true });
const refused =
  (http: number): Reply =>
  ({ id }) =>
    results({ id, status: 'refused', http, code: `code-${http}` } satisfies EnvelopeResult);

const none: [what: string, reply: Reply][] = [
  ['no network', () => Promise.reject(new TypeError('Failed to fetch'))],
  ['a request that took too long', () => Promise.reject(new DOMException('timed out', 'TimeoutError'))],
  ['a redirect', () => Promise.reject(new TypeError('redirect mode is set to error'))],
  ['200 with a log-in page', () => html(200)],
  ['200 with nothing', () => new Response('')],
  ['200 with JSON that is cut off', () => new Response('{"results":[{"id":')],
  ['200 with JSON of somebody else', () => json({ ok: true })],
  ['200 with "null"', () => json(null)],
  ['200 without results', () => json({ time: new Date(START).toISOString() })],
  ['200 without a time', () => json({ results: [] })],
  ['200 with no result for it', () => results()],
  ['201', ({ id }) => json({ id }, 201)],
  ['204', () => new Response(null, { status: 204 })],
  ['a result for an id that nobody knows', ({ id }) => results(stored(`${id}0`, 'x'))],
  ['"stored" without a receipt', ({ id }) => results({ id, status: 'stored', enrolled: true })],
  ['"stored" with an empty receipt', ({ id }) => results(stored(id, ''))],
  ['"stored" with a receipt that is a page', ({ id }) => results(stored(id, '<!doctype html>'))],
  ['an unknown status', ({ id }) => results({ id, status: 'accepted', receipt: 'x', enrolled: true })],
  ['the receipt of another id', async (of) => results(stored(of.id, await receiptFor({ id: crypto.randomUUID() })))],
  ['the receipt of another hash', async (of) => results(stored(of.id, await receiptFor({ sha256: '00'.repeat(32) })))],
  ['a receipt signed by another key', async (of) => results(stored(of.id, await aReceipt(await receiptKeys(), of)))],
  ['a receipt with its end changed', async (of) => results(stored(of.id, (await receiptFor({})).slice(0, -8)))],
  ['the right receipt under another id', async () => results(stored(crypto.randomUUID(), await receiptFor({})))],
];

function receiptFor(part: Partial<Pick<OutboxEntry, 'id' | 'sha256'>>): Promise<string> {
  return aReceipt(practice.receipts, { id: entry.id, sha256: entry.sha256, ...part });
}

/** Whether a refusal with this status is to be parked, be it of the whole request or of the one envelope. */
const statuses: [status: number, state: 'queued' | 'parked'][] = [
  ...[401, 408, 425, 429, 500, 502, 503, 504].map((status): [number, 'queued'] => [status, 'queued']),
  ...[400, 403, 404, 405, 409, 413, 422].map((status): [number, 'parked'] => [status, 'parked']),
];

describe('invariant 2: nothing but a verified receipt removes an entry', () => {
  test.each(none)('not %s', async (_what, reply) => {
    await drain(aDrain(database, practice, { send: sending(reply) }));
    expect(await database.outbox.get(entry.id)).toEqual(entry);
    expect(await database.delivered.count()).toBe(0);
    await expectDeliveredInTheEnd();
  });

  test.each(statuses)('not a refusal %i of the whole request: it is %s', async (status, state) => {
    await drain(aDrain(database, practice, { send: sending(() => problem(status)) }));
    expect(await database.outbox.get(entry.id)).toEqual(keptAs(state, status));
    await expectDeliveredInTheEnd();
  });

  test.each(statuses)('not a refusal %i of the envelope: it is %s', async (status, state) => {
    await drain(aDrain(database, practice, { send: sending(refused(status)) }));
    expect(await database.outbox.get(entry.id)).toEqual(keptAs(state, status));
    await expectDeliveredInTheEnd();
  });

  test.each(statuses.filter(([status]) => status !== 413))(
    'not a page with status %i from who knows whom',
    async (status) => {
      await drain(aDrain(database, practice, { send: sending(() => html(status)) }));
      expect(await database.outbox.get(entry.id)).toEqual(entry);
      await expectDeliveredInTheEnd();
    },
  );

  test.each(['queued', 'parked'] as const)('not an age of ten years, nor thousands of failures: %s', async (state) => {
    const code = state === 'parked' ? 'envelope-conflict' : undefined;
    await database.outbox.update(entry.id, { state, code, createdAt: '2016-01-01T00:00:00.000Z' });
    await database.meta.put({ key: 'drain', value: { failures: 1_000_000, notBefore: START } });
    for (let round = 0; round < 100; round++)
      await drain(aDrain(database, practice, { send: sending(() => html(200)), force: true }));
    expect(await database.outbox.get(entry.id)).toMatchObject({ state, envelope: entry.envelope });
    await expectDeliveredInTheEnd();
  });
});

test('a verified receipt moves the entry to what is delivered, with the receipt', async () => {
  const receipt = await receiptFor({});
  const send = sending(({ id }) => results(stored(id, receipt)));
  const result = await drain(aDrain(database, practice, { send, now: () => START + 5_000 }));
  expect(result).toEqual({ kind: 'drained', delivered: 1, waiting: 0 });
  expect(await database.outbox.count()).toBe(0);
  expect(await database.delivered.toArray()).toEqual([
    {
      id: entry.id,
      invitation: entry.invitation,
      kind: 'consent',
      receipt,
      enrolled: true,
      createdAt: entry.createdAt,
      deliveredAt: new Date(START + 5_000).toISOString(),
    },
  ]);
});

function keptAs(state: 'queued' | 'parked', status: number): OutboxEntry {
  return { ...entry, state, ...(state === 'parked' ? { code: `code-${status}` } : {}) };
}

/** Whatever went wrong, staff ask again and the practice answers: then it is there. */
async function expectDeliveredInTheEnd(): Promise<void> {
  await retryParked(database);
  await drain(aDrain(database, practice, { force: true }));
  expect(await whereabouts(database)).toEqual({ outbox: [], delivered: [entry.id] });
  expect(practice.stored.get(entry.id)?.times).toBe(1);
}
