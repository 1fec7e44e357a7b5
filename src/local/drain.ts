import { envelopesAnswer, MOST_ENVELOPES, type EnvelopeResult, type EnvelopesRequest } from '../contract/deviceApi.ts';
import { verifyReceipt } from '../contract/receipt.ts';
import type { PublicJwk } from '../contract/shapes.ts';
import { deliver, waitAfter, type Attempt } from '../domain/delivery.ts';
import type { Answer, DeviceDoor } from './deviceDoor.ts';
import type { OutboxEntry, TabletDatabase } from './database.ts';
import { getMeta, setMeta } from './meta.ts';
import { waitingNow } from './outbox.ts';
import type * as v from 'valibot';

export type EnvelopesAnswer = v.InferOutput<typeof envelopesAnswer>;
export type Send = (request: EnvelopesRequest) => Promise<Answer<EnvelopesAnswer>>;
/** Runs `work` when nobody else holds the lock; answers undefined without running it when somebody does. */
export type Lock = <T>(work: () => Promise<T>) => Promise<T | undefined>;

export type Drain = {
  database: TabletDatabase;
  receiptKey: PublicJwk;
  send: Send;
  /** Milliseconds since 1970. */
  now: () => number;
  /** From 0 to 1. */
  chance: () => number;
  lock: Lock;
  app: string;
  /** A person asked: don't wait for the next regular time. */
  force?: boolean;
};

export type DrainResult =
  | { kind: 'busy' }
  | { kind: 'not-yet'; until: number }
  | { kind: 'drained' | 'stopped'; delivered: number; waiting: number };

/** Characters of envelopes in one request: a batch should pass on a slow line within a request's time. */
const BATCH_SIZE = 2_000_000;

/**
 * Rounds that fail whole after which each envelope goes alone: should the server stumble over one, the others pass it
 * by. So many that fail alone in a row mean that nothing gets through.
 */
const ROUNDS_TOGETHER = 3;
const ALONE_IN_A_ROW = 3;

/** Carries the outbox to the server. Only a verified receipt removes an entry (invariant 2). Safe to call at any time. */
export async function drain(given: Drain): Promise<DrainResult> {
  return (await given.lock(() => drainAlone(given))) ?? { kind: 'busy' };
}

async function drainAlone(given: Drain): Promise<DrainResult> {
  const { database, now } = given;
  const state = (await getMeta(database, 'drain')) ?? { failures: 0, notBefore: 0 };
  // A clock that was set back must not hold signatures for longer than the longest wait.
  const tooEarly = state.notBefore > now() && state.notBefore - now() <= 60_000;
  if (!given.force && tooEarly) return { kind: 'not-yet', until: state.notBefore };

  let delivered = 0;
  let single = state.failures >= ROUNDS_TOGETHER;
  let failedInARow = 0;
  const tried = new Set<string>();
  for (;;) {
    const batch = await nextBatch(database, tried, single);
    if (batch.length === 0) break;
    const answer = await given.send({
      envelopes: batch.map((entry) => entry.envelope),
      ...(await report(database)),
      app: given.app,
    });
    const outcome = await settle(given, batch, answer);
    delivered += outcome.delivered;
    if (outcome.kind === 'stop') {
      failedInARow += 1;
      if (single && outcome.askStaff === undefined && failedInARow < ALONE_IN_A_ROW) {
        for (const entry of batch) tried.add(entry.id);
        continue;
      }
      await remember(given, state.failures + 1, outcome.askStaff);
      return { kind: 'stopped', delivered, waiting: await database.outbox.count() };
    }
    failedInARow = 0;
    // A request that was refused whole may be so for one bad entry: then each goes alone.
    if (outcome.kind === 'one-by-one') single = true;
    else for (const entry of batch) tried.add(entry.id);
  }
  const waiting = await database.outbox.where('state').equals('queued').count();
  await remember(given, waiting > 0 ? state.failures + 1 : 0);
  return { kind: 'drained', delivered, waiting: await database.outbox.count() };
}

async function nextBatch(database: TabletDatabase, tried: Set<string>, single: boolean): Promise<OutboxEntry[]> {
  const batch: OutboxEntry[] = [];
  let size = 0;
  const most = single ? 1 : MOST_ENVELOPES;
  const collect = (turn: ReturnType<typeof turnOf>, count = most): Promise<void> =>
    database.outbox
      .orderBy('createdAt')
      .filter((entry) => entry.state === 'queued' && !tried.has(entry.id) && turnOf(entry) === turn)
      .until(() => batch.length >= count || size >= BATCH_SIZE)
      .each((entry) => {
        size += entry.envelope.sealed.length;
        batch.push(entry);
      });
  // An answer may be to an invitation that was made here: whatever the clock says, the household goes before it.
  await collect('household');
  await collect('answer');
  // A picture is as large as a hundred signatures: it waits for them, and goes alone.
  if (batch.length === 0) await collect('picture', 1);
  return batch;
}

function turnOf({ kind }: OutboxEntry): 'household' | 'answer' | 'picture' {
  if (kind === 'household') return 'household';
  return kind === 'scan' ? 'picture' : 'answer';
}

async function report(database: TabletDatabase): Promise<{ waiting: number; oldest: string | null }> {
  const { count, oldest } = await waitingNow(database);
  return { waiting: count, oldest };
}

type Outcome = { delivered: number } & (
  | { kind: 'go-on' }
  | { kind: 'one-by-one' }
  | { kind: 'stop'; askStaff?: string }
);

async function settle(given: Drain, batch: OutboxEntry[], answer: Answer<EnvelopesAnswer>): Promise<Outcome> {
  if (answer.kind === 'no-answer') return { kind: 'stop', delivered: 0 };
  if (answer.kind === 'refused') {
    const { next } = deliver({ state: 'queued' }, { kind: 'refused', status: answer.status, code: answer.code });
    if (next === 'ask-staff') return { kind: 'stop', delivered: 0, askStaff: answer.code };
    if (next === 'try-again') return { kind: 'stop', delivered: 0 };
    if (batch.length > 1) return { kind: 'one-by-one', delivered: 0 };
    for (const entry of batch) await apply(given, entry, { kind: 'refused', status: answer.status, code: answer.code });
    return { kind: 'go-on', delivered: 0 };
  }
  await setMeta(given.database, 'clockOffset', Date.parse(answer.value.time) - given.now());
  const results = new Map(answer.value.results.map((result) => [result.id, result]));
  let delivered = 0;
  for (const entry of batch) {
    const result = results.get(entry.id);
    const attempt = await attemptFrom(given, entry, result);
    if (attempt.kind === 'verified-receipt') delivered += 1;
    await apply(given, entry, attempt, result);
  }
  return { kind: 'go-on', delivered };
}

async function attemptFrom(given: Drain, entry: OutboxEntry, result: EnvelopeResult | undefined): Promise<Attempt> {
  if (!result) return { kind: 'no-answer' };
  if (result.status === 'refused') {
    // The practice does not know the invitation yet, because the household that brings it is still here.
    const early = result.code === 'envelope-invitation-unknown' && (await householdWaits(given.database));
    return early ? { kind: 'no-answer' } : { kind: 'refused', status: result.http, code: result.code };
  }
  const receipt = await verifyReceipt(result.receipt, given.receiptKey);
  const forThis = receipt?.id === entry.id && receipt.sha256 === entry.sha256;
  return forThis ? { kind: 'verified-receipt' } : { kind: 'no-answer' };
}

async function householdWaits(database: TabletDatabase): Promise<boolean> {
  return (await database.outbox.filter((entry) => entry.kind === 'household').count()) > 0;
}

async function apply(
  { database, now }: Drain,
  entry: OutboxEntry,
  attempt: Attempt,
  result?: EnvelopeResult,
): Promise<void> {
  const { delivery } = deliver(
    entry.state === 'parked' ? { state: 'parked', code: entry.code ?? '' } : { state: 'queued' },
    attempt,
  );
  if (delivery.state === 'parked') {
    await database.outbox.update(entry.id, { state: 'parked', code: delivery.code });
    return;
  }
  if (delivery.state !== 'delivered' || result?.status !== 'stored') return;
  await database.transaction('rw', [database.outbox, database.delivered], async () => {
    await database.delivered.put({
      id: entry.id,
      invitation: entry.invitation,
      kind: entry.kind,
      receipt: result.receipt,
      enrolled: result.enrolled,
      createdAt: entry.createdAt,
      deliveredAt: new Date(now()).toISOString(),
    });
    await database.outbox.delete(entry.id);
  });
}

async function remember({ database, now, chance }: Drain, failures: number, askStaff?: string): Promise<void> {
  const notBefore = failures === 0 ? 0 : now() + waitAfter(failures - 1, chance());
  await setMeta(database, 'drain', { failures, notBefore, askStaff });
}

/** The door through which envelopes leave this tablet. */
export function sendThrough(door: DeviceDoor): Send {
  return (request) => door.ask('POST', '/api/device/envelopes', envelopesAnswer, request);
}

/** One drain at a time over page, worker and other tabs; the server's idempotence is the real guard. */
export const webLock: Lock = async <T>(work: () => Promise<T>): Promise<T | undefined> =>
  await navigator.locks.request('countersign-drain', { ifAvailable: true }, (lock) => (lock ? work() : undefined));
