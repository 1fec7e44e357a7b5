import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { digestOf } from '../../src/contract/digest.ts';
import { appendToLedger, firstBrokenEntry, LEDGER_START, ledgerHash } from '../../server/store/ledger.ts';
import type { Store } from '../../server/store/open.ts';
import { inTransaction } from '../../server/store/scope.ts';
import { aPractice, at, type TestPractice } from '../harness/builders.ts';
import { aDatabaseEach, type MakeDatabase } from './database.ts';

export function describeLedger(make: MakeDatabase): void {
  describe('the ledger', () => {
    const database = aDatabaseEach(make);
    let practice: TestPractice;

    beforeEach(async () => {
      practice = await aPractice(database().store);
    });

    test('each entry holds the hash of the one before, from the first on', async () => {
      for (const subject of ['a', 'b', 'c']) await append(practice, subject);
      const rows = await entries();
      expect(rows.map((row) => row.seq)).toEqual([1, 2, 3]);
      expect(rows.map((row) => row.prev)).toEqual([LEDGER_START, rows[0]?.hash, rows[1]?.hash]);
      expect(await firstBrokenEntry(practice.scope)).toBeUndefined();
    });

    test('many appends at the same time make one chain without gaps', async () => {
      const given = await Promise.all(Array.from({ length: 40 }, (_, i) => append(practice, `envelope-${i}`)));
      const rows = await entries();
      expect(rows.map((row) => row.seq)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
      expect(given.toSorted((a, b) => a.seq - b.seq).map((one) => one.head)).toEqual(rows.map((row) => row.hash));
      expect(await firstBrokenEntry(practice.scope)).toBeUndefined();
    });

    test('an append that is rolled back leaves no gap', async () => {
      await append(practice, 'kept');
      const failed = inTransaction(practice.scope, async (within) => {
        await appendToLedger(within, { kind: 'consent', subject: 'lost', sha256: LEDGER_START, at });
        throw new Error('the work after it failed');
      });
      await expect(failed).rejects.toThrow('the work after it failed');
      expect(await append(practice, 'next')).toMatchObject({ seq: 2 });
      expect(await firstBrokenEntry(practice.scope)).toBeUndefined();
    });

    test('every practice has a chain of its own', async () => {
      const other = await aPractice(database().store);
      await append(practice, 'ours');
      expect(await append(other, 'theirs')).toMatchObject({ seq: 1 });
      expect(await append(practice, 'ours again')).toMatchObject({ seq: 2 });
    });

    test.each([
      ['change', sql`update ledger set sha256 = 'other'`],
      ['take away', sql`delete from ledger`],
    ])('the database itself refuses to %s an entry', async (_verb, statement) => {
      await append(practice, 'a');
      const before = await entries();
      await expect(statement.execute(database().store.db)).rejects.toThrow('the ledger is append-only');
      expect(await entries()).toEqual(before);
    });

    test('the database refuses to empty or overwrite it in a roundabout way', async () => {
      await append(practice, 'a');
      const before = await entries();
      const roundabout =
        database().store.dialect === 'postgres'
          ? sql`truncate ledger`
          : sql`insert or replace into ledger select practice_id, seq, prev, hash, kind, 'other', sha256, at from ledger`;
      await expect(roundabout.execute(database().store.db)).rejects.toThrow('the ledger is append-only');
      expect(await entries()).toEqual(before);
    });

    const tampering: [what: string, tamper: () => Promise<unknown>, broken: number][] = [
      ['an entry was changed', () => set(2, { subject: 'another' }), 2],
      ['an entry was changed and hashed anew', () => forge(2), 3],
      ['what an entry follows was changed', () => set(2, { prev: LEDGER_START }), 2],
      ['the last entry was changed and hashed anew', () => forge(4), 4],
      ['the first entry was changed', () => set(1, { at: '2020-01-01T00:00:00.000Z' }), 1],
      ['an entry in between was taken away', () => remove(2), 3],
      ['the first entry was taken away', () => remove(1), 2],
      ['the last entry was taken away', () => remove(4), 4],
      ['all entries were taken away', () => removeAll(), 1],
    ];

    test.each(tampering)('shows it when, behind the server’s back, %s', async (_what, tamper, broken) => {
      for (const subject of ['a', 'b', 'c', 'd']) await append(practice, subject);
      await disarm(database().store);
      await tamper();
      expect(await firstBrokenEntry(practice.scope)).toBe(broken);
    });

    function entries() {
      return database()
        .store.db.selectFrom('ledger')
        .selectAll()
        .where('practice_id', '=', practice.id)
        .orderBy('seq')
        .execute();
    }

    function set(seq: number, change: { subject?: string; at?: string; hash?: string; prev?: string }) {
      return database().store.db.updateTable('ledger').set(change).where('seq', '=', seq).execute();
    }

    async function forge(seq: number) {
      const {
        practice_id: _,
        hash: __,
        ...entry
      } = await database().store.db.selectFrom('ledger').selectAll().where('seq', '=', seq).executeTakeFirstOrThrow();
      await set(seq, { subject: 'another', hash: await ledgerHash({ ...entry, subject: 'another' }) });
    }

    function remove(seq: number) {
      return database().store.db.deleteFrom('ledger').where('seq', '=', seq).execute();
    }

    function removeAll() {
      return database().store.db.deleteFrom('ledger').execute();
    }
  });
}

async function append(practice: TestPractice, subject: string) {
  const sha256 = await digestOf(subject);
  return inTransaction(practice.scope, (within) => appendToLedger(within, { kind: 'consent', subject, sha256, at }));
}

/** What somebody can do who owns the database. */
async function disarm({ db, dialect }: Store): Promise<void> {
  if (dialect === 'postgres') await sql`alter table ledger disable trigger user`.execute(db);
  else for (const verb of ['update', 'delete']) await sql.raw(`drop trigger ledger_no_${verb}`).execute(db);
}
