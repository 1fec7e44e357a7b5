/** A tablet's database on fake IndexedDB, a practice that answers it, and what lies between them. */
import 'fake-indexeddb/auto';
import type { EnvelopesRequest, EnvelopeResult } from '../../src/contract/deviceApi.ts';
import { envelopeHash, type Envelope } from '../../src/contract/envelope.ts';
import { newId } from '../../src/contract/newId.ts';
import { signReceipt } from '../../src/contract/receipt.ts';
import type { PublicJwk } from '../../src/contract/shapes.ts';
import { openTabletDatabase, type OutboxEntry, type TabletDatabase } from '../../src/local/database.ts';
import type { Answer } from '../../src/local/deviceDoor.ts';
import type { Drain, EnvelopesAnswer } from '../../src/local/drain.ts';
import { receiptKeys, type JwkPair } from '../contract/builders.ts';

export const START = Date.parse('2026-03-15T14:00:00.000Z');
export const device = '01957c3a-0000-7000-8000-0000000000dd';
const formHash = 'ab'.repeat(32);

/** A database that no other test has. */
export function aDatabase(): TabletDatabase {
  return openTabletDatabase(`tablet-${crypto.randomUUID()}`);
}

/** What a drain reads of an envelope: it is sealed, so what is in it makes no difference. */
export function anEnvelope(part: Partial<Envelope> = {}): Envelope {
  const sealedAt = new Date(START).toISOString();
  return { id: newId(), device, invitation: newId(), formHash, sealedAt, enc: 'AAAA', sealed: 'AAAA', ...part };
}

export async function anEntry(part: Partial<OutboxEntry> = {}): Promise<OutboxEntry> {
  const envelope = part.envelope ?? anEnvelope();
  return {
    id: envelope.id,
    invitation: envelope.invitation,
    kind: 'consent',
    envelope,
    sha256: await envelopeHash(envelope),
    state: 'queued',
    createdAt: new Date(START).toISOString(),
    ...part,
  };
}

/** So many entries, one a second, in the outbox. */
export async function entriesIn(database: TabletDatabase, many: number): Promise<OutboxEntry[]> {
  const createdAt = (i: number): string => new Date(START + i * 1_000).toISOString();
  const entries = await Promise.all(Array.from({ length: many }, (_, i) => anEntry({ createdAt: createdAt(i) })));
  await database.outbox.bulkAdd(entries);
  return entries;
}

/** A practice's server as far as envelopes go: keeps each id once, and gives the same receipt however often. */
export type TestPractice = {
  receipts: JwkPair;
  /** How often each id was written down. */
  stored: Map<string, { sha256: string; receipt: string; times: number }>;
  store: (envelope: Envelope) => Promise<EnvelopeResult>;
  answer: (request: EnvelopesRequest) => Promise<Answer<EnvelopesAnswer>>;
};

export async function aPractice(): Promise<TestPractice> {
  const receipts = await receiptKeys();
  const stored: TestPractice['stored'] = new Map();
  const practice: TestPractice = {
    receipts,
    stored,
    async store(envelope) {
      const { id } = envelope;
      const sha256 = await envelopeHash(envelope);
      const known = stored.get(id);
      if (known && known.sha256 !== sha256) return { id, status: 'refused', http: 409, code: 'envelope-conflict' };
      if (known) return { id, status: 'stored', receipt: known.receipt, enrolled: true };
      const receipt = await aReceipt(receipts, { id, sha256, seq: stored.size });
      // Meanwhile the same may have come by another request.
      if (stored.has(id)) return practice.store(envelope);
      stored.set(id, { sha256, receipt, times: (stored.get(id)?.times ?? 0) + 1 });
      return { id, status: 'stored', receipt, enrolled: true };
    },
    async answer(request) {
      const results = await Promise.all(request.envelopes.map((one) => practice.store(one as Envelope)));
      return { kind: 'ok', value: { results, time: new Date(START).toISOString() } };
    },
  };
  return practice;
}

export function aReceipt(
  keys: JwkPair,
  { id, sha256, seq = 0 }: { id: string; sha256: string; seq?: number },
): Promise<string> {
  const time = new Date(START).toISOString();
  return signReceipt({ id, sha256, seq, head: 'cd'.repeat(32), time }, keys.private);
}

/** A drain whose clock and luck stand still; what is to be different is given. */
export function aDrain(
  database: TabletDatabase,
  practice: { receipts: { public: PublicJwk }; answer: Drain['send'] },
  part: Partial<Drain> = {},
): Drain {
  return {
    database,
    receiptKey: practice.receipts.public,
    send: practice.answer,
    now: () => START,
    chance: () => 1,
    lock: (work) => work(),
    app: '1.0.0',
    ...part,
  };
}

/** What is where, by id, oldest first. */
export async function whereabouts(database: TabletDatabase): Promise<{ outbox: string[]; delivered: string[] }> {
  const [outbox, delivered] = await Promise.all([
    database.outbox.orderBy('createdAt').primaryKeys(),
    database.delivered.toCollection().primaryKeys(),
  ]);
  return { outbox, delivered };
}
