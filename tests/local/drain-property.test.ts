// @vitest-environment node
/** Invariant 2 over any history: faults of the network, crashes of the tablet and retries, in any order. */
import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Envelope } from '../../src/contract/envelope.ts';
import { verifyReceipt } from '../../src/contract/receipt.ts';
import { openTabletDatabase, type OutboxEntry, type TabletDatabase } from '../../src/local/database.ts';
import { drain, type EnvelopesAnswer, type Send } from '../../src/local/drain.ts';
import { retryParked } from '../../src/local/outbox.ts';
import { receiptKeys, type JwkPair } from '../contract/builders.ts';
import { aDrain, anEntry, aPractice, aReceipt, START, type TestPractice } from './tablet.ts';

const FAULTS = [
  'none',
  'no-network',
  'lost-reply',
  'half-of-the-results',
  'forged-receipts',
  'swapped-receipts',
  'receipts-of-other-content',
  'refused-whole',
  'refused-each',
  'crash-before-sending',
  'crash-before-the-answer',
  'crash-while-removing',
] as const;

const round = fc.record({
  signed: fc.integer({ min: 0, max: 3 }),
  faults: fc.array(
    fc.record({ kind: fc.constantFrom(...FAULTS), status: fc.constantFrom(400, 401, 409, 413, 429, 500) }),
    {
      maxLength: 4,
    },
  ),
  force: fc.boolean(),
  staffRetry: fc.boolean(),
  later: fc.integer({ min: -100_000, max: 100_000 }),
});

let stranger: JwkPair;

beforeAll(async () => {
  stranger = await receiptKeys();
});

test('invariant 2: after any history each entry is in the outbox or delivered, never both, never neither; in the end the practice has each', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(round, { minLength: 1, maxLength: 10 }), async (rounds) => {
      const tablet = new ModelTablet(await aPractice());
      for (const one of rounds) {
        await tablet.sign(one.signed);
        if (one.staffRetry) await retryParked(tablet.database);
        tablet.now += one.later;
        await tablet.drain(one.faults, one.force);
        await tablet.expectNothingLost();
      }
      await retryParked(tablet.database);
      await tablet.drain([], true);
      await tablet.expectNothingLost();
      expect(await tablet.database.outbox.count()).toBe(0);
      tablet.expectAllAtThePractice();
    }),
    { numRuns: 60 },
  );
}, 120_000);

type Fault = { kind: (typeof FAULTS)[number]; status: number };

class ModelTablet {
  now = START;
  database: TabletDatabase;
  readonly practice: TestPractice;
  private readonly entries = new Map<string, OutboxEntry>();
  private readonly name = `model-${crypto.randomUUID()}`;

  constructor(practice: TestPractice) {
    this.practice = practice;
    this.database = openTabletDatabase(this.name);
  }

  async sign(many: number): Promise<void> {
    for (let i = 0; i < many; i++) {
      const entry = await anEntry({ createdAt: new Date(START + this.entries.size).toISOString() });
      this.entries.set(entry.id, entry);
      await this.database.outbox.add(entry);
    }
  }

  /** A drain with a fault for each of its first requests; afterwards the app is started again where it died. */
  async drain(faults: Fault[], force: boolean): Promise<void> {
    const left = faults.slice();
    const send: Send = (request) => this.send(request, left.shift());
    try {
      await drain(aDrain(this.database, this.practice, { send, now: () => this.now, force }));
    } catch (error) {
      // Only what this test breaks itself may break.
      expect(String(error)).toMatch(/DatabaseClosed|the battery is empty/);
    }
    this.database.close();
    this.database = openTabletDatabase(this.name);
  }

  private async send(request: Parameters<Send>[0], fault: Fault = { kind: 'none', status: 0 }): ReturnType<Send> {
    const { kind, status } = fault;
    const { practice } = this;
    const envelopes = request.envelopes as Envelope[];
    const answered = (results: EnvelopesAnswer['results']) =>
      ({ kind: 'ok', value: { results, time: new Date(this.now).toISOString() } }) as const;
    const store = () => Promise.all(envelopes.map((one) => practice.store(one)));
    switch (kind) {
      case 'no-network':
        return { kind: 'no-answer' };
      case 'lost-reply':
        await store();
        return { kind: 'no-answer' };
      case 'half-of-the-results':
        return answered((await store()).slice(envelopes.length / 2));
      case 'forged-receipts': {
        const forged = envelopes.map(async ({ id }) => {
          const receipt = await aReceipt(stranger, { id, sha256: this.entries.get(id)?.sha256 ?? '' });
          return { id, status: 'stored', receipt, enrolled: true } as const;
        });
        return answered(await Promise.all(forged));
      }
      case 'swapped-receipts': {
        const results = await store();
        return answered(results.map((one, i) => ({ ...one, ...without(results.at(i - 1)) })));
      }
      case 'receipts-of-other-content': {
        const other = envelopes.map(async ({ id }) => {
          const receipt = await aReceipt(practice.receipts, { id, sha256: '00'.repeat(32) });
          return { id, status: 'stored', receipt, enrolled: true } as const;
        });
        return answered(await Promise.all(other));
      }
      case 'refused-whole':
        return { kind: 'refused', status, code: 'whole' };
      case 'refused-each':
        return answered(envelopes.map(({ id }) => ({ id, status: 'refused', http: status, code: 'each' })));
      case 'crash-before-sending':
        this.database.close();
        return { kind: 'no-answer' };
      case 'crash-before-the-answer':
        await store();
        this.database.close();
        return practice.answer(request);
      case 'crash-while-removing':
        this.database.outbox.hook('deleting', () => {
          throw new Error('the battery is empty');
        });
        return practice.answer(request);
      case 'none':
        return practice.answer(request);
    }
  }

  async expectNothingLost(): Promise<void> {
    const [outbox, delivered] = await Promise.all([this.database.outbox.toArray(), this.database.delivered.toArray()]);
    const ids = [...outbox, ...delivered].map((one) => one.id).toSorted();
    expect(ids).toEqual([...this.entries.keys()].toSorted());
    for (const one of outbox) expect(one.envelope).toEqual(this.entries.get(one.id)?.envelope);
    for (const one of delivered) {
      const receipt = await verifyReceipt(one.receipt, this.practice.receipts.public);
      expect(receipt).toMatchObject({ id: one.id, sha256: this.entries.get(one.id)?.sha256 });
      expect(this.practice.stored.has(one.id)).toBe(true);
    }
  }

  expectAllAtThePractice(): void {
    expect(this.practice.stored.size).toBe(this.entries.size);
    for (const [id, { sha256, times }] of this.practice.stored)
      expect({ sha256, times }).toEqual({ sha256: this.entries.get(id)?.sha256, times: 1 });
  }
}

/** What another's result says, but for whose it is. */
function without(result: EnvelopesAnswer['results'][number] | undefined): object {
  return result?.status === 'stored' ? { receipt: result.receipt } : {};
}
