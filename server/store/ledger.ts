import { digestOf } from '../../src/contract/digest.ts';
import type { Scope } from './scope.ts';

/** The hash that a practice's ledger starts from. */
export const LEDGER_START = '0'.repeat(64);

export type LedgerEntry = { seq: number; prev: string; kind: string; subject: string; sha256: string; at: string };

/** The hash of an entry covers the one before: nothing can be changed, left out or put in between unseen. */
export function ledgerHash(entry: LedgerEntry): Promise<string> {
  return digestOf(entry);
}

/** Appends to the practice's chain. Call it inside a transaction: it locks the practice's row until that ends. */
export async function appendToLedger(
  { db, practice }: Scope,
  what: { kind: string; subject: string; sha256: string; at: string },
): Promise<{ seq: number; head: string }> {
  const before = await db
    .updateTable('practice')
    .set((eb) => ({ ledger_seq: eb('ledger_seq', '+', 1) }))
    .where('id', '=', practice)
    .returning(['ledger_seq', 'ledger_head'])
    .executeTakeFirstOrThrow();
  const entry: LedgerEntry = { seq: before.ledger_seq, prev: before.ledger_head, ...what };
  const head = await ledgerHash(entry);
  await db
    .insertInto('ledger')
    .values({ practice_id: practice, hash: head, ...entry })
    .execute();
  await db.updateTable('practice').set({ ledger_head: head }).where('id', '=', practice).execute();
  return { seq: entry.seq, head };
}

/**
 * The seq of the first entry that is missing, or does not follow from the one before it; undefined when the chain holds
 * up to the practice's head, without which its end could be cut off unseen.
 */
export async function firstBrokenEntry({ db, practice }: Scope): Promise<number | undefined> {
  const { ledger_seq: last, ledger_head: head } = await db
    .selectFrom('practice')
    .select(['ledger_seq', 'ledger_head'])
    .where('id', '=', practice)
    .executeTakeFirstOrThrow();
  let prev = LEDGER_START;
  let expected = 1;
  const rows = await db
    .selectFrom('ledger')
    .selectAll()
    .where('practice_id', '=', practice)
    .where('seq', '<=', last)
    .orderBy('seq')
    .execute();
  for (const { seq, kind, subject, sha256, at, hash, prev: claimed } of rows) {
    const right = await ledgerHash({ seq, prev, kind, subject, sha256, at });
    if (seq !== expected || claimed !== prev || hash !== right) return seq;
    prev = hash;
    expected += 1;
  }
  if (expected <= last) return expected;
  return prev === head ? undefined : last;
}
