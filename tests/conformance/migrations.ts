import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { migrate, MIGRATIONS } from '../../server/store/migrate.ts';
import type { Store } from '../../server/store/open.ts';
import { aConsent, anInvited, aPractice, aTablet, sealed } from '../harness/builders.ts';
import { aClock, depsFor } from '../harness/deps.ts';
import { ingest } from '../../server/ingest/ingest.ts';
import { allRows } from '../harness/rows.ts';
import type { MakeDatabase, TestDatabase } from './database.ts';

/** What is searched of a patient: a version may write it anew. */
const DERIVED = 'search';

const names = MIGRATIONS.map(([name]) => name);
const newest = names.at(-1) ?? '';

/** From nothing, and from each version that a practice may have. A migration added later is tried without being named. */
const versions = ['nothing', ...names];

export function describeMigrations(make: MakeDatabase): void {
  describe('migrations', () => {
    let database: TestDatabase;
    let store: Store;

    beforeEach(async () => {
      database = await make();
      store = database.store;
    });
    afterEach(() => database.drop());

    test('are named in the order they run in', () => {
      expect(names).toEqual(names.toSorted());
    });

    test.each(versions)('from %s the newest version is reached, and every row is still there', async (version) => {
      if (version !== 'nothing') await migrate(store, version);
      await putARowInEveryTable(store);
      const before = await allRows(store);
      expect(Object.values(before).every((rows) => rows.length === 1)).toBe(true);

      await migrate(store);

      expect(await applied(store)).toEqual(names);
      const after = await allRows(store);
      for (const [table, rows] of Object.entries(before)) {
        if (!after[table]) continue; // a later version may do without the table
        expect(after[table], table).toHaveLength(1);
        const kept = Object.keys(after[table][0] ?? {});
        const same = Object.entries(rows[0] ?? {}).filter(([column]) => kept.includes(column) && column !== DERIVED);
        expect(after[table][0], table).toMatchObject(Object.fromEntries(same));
      }
    });

    test.each(versions)('from %s the same tables come out', async (version) => {
      const fresh = await make();
      try {
        await migrate(fresh.store);
        if (version !== 'nothing') await migrate(store, version);
        await migrate(store);
        expect(await schema(store)).toEqual(await schema(fresh.store));
      } finally {
        await fresh.drop();
      }
    });

    test('run again they change nothing', async () => {
      await migrate(store);
      const practice = await aPractice(store);
      const tablet = await aTablet(practice);
      const envelope = await sealed(tablet, aConsent(tablet, await anInvited(practice)));
      await ingest(depsFor(store, aClock()), tablet.device, envelope);
      const before = { schema: await schema(store), rows: await allRows(store), applied: await migrationRows(store) };
      await migrate(store);
      expect({ schema: await schema(store), rows: await allRows(store), applied: await migrationRows(store) }).toEqual(
        before,
      );
    });

    test('two servers that start at the same time bring the database up once', async () => {
      const other = await database.another();
      await Promise.all(store.dialect === 'postgres' ? [migrate(store), migrate(other)] : [migrate(store)]);
      expect(await applied(store)).toEqual(names);
    });

    test('a database of a newer version than the program is left alone, with a sentence', async () => {
      await migrate(store);
      await sql`insert into kysely_migration (name, timestamp) values ('999-later', ${new Date().toISOString()})`.execute(
        store.db,
      );
      const before = await schema(store);
      await expect(migrate(store)).rejects.toThrow('The database could not be brought to this version.');
      expect(await schema(store)).toEqual(before);
      expect(await applied(store)).toEqual([...names, '999-later']);
    });

    test('a program that is told of an older version than the database has takes nothing back', async () => {
      await migrate(store);
      for (const name of names) await migrate(store, name).catch(() => undefined);
      expect((await applied(store)).at(-1)).toBe(newest);
    });
  });
}

async function migrationRows({ db }: Store): Promise<{ name: string; timestamp: string }[]> {
  return (await sql<{ name: string; timestamp: string }>`select * from kysely_migration order by name`.execute(db))
    .rows;
}

async function applied(store: Store): Promise<string[]> {
  return (await migrationRows(store)).map((row) => row.name);
}

async function schema({ db }: Store) {
  const tables = await db.introspection.getTables();
  return tables.map(({ name, columns }) => ({ name, columns })).toSorted((a, b) => a.name.localeCompare(b.name));
}

/**
 * One row in each table, without knowing the version: all texts are the same, so that whatever refers to a row finds
 * it. A table is tried again until those it refers to have theirs.
 */
async function putARowInEveryTable(store: Store): Promise<void> {
  let waiting = await store.db.introspection.getTables();
  while (waiting.length > 0) {
    const refused: typeof waiting = [];
    let problem: unknown;
    for (const table of waiting) {
      const row = Object.fromEntries(table.columns.map((column) => [column.name, sample(column.dataType)]));
      try {
        await store.db
          .insertInto(table.name as 'job')
          .values(row as never)
          .execute();
      } catch (error) {
        refused.push(table);
        problem = error;
      }
    }
    if (refused.length === waiting.length) throw new Error('no row fits these tables', { cause: problem });
    waiting = refused;
  }
}

function sample(dataType: string): string | number | Buffer {
  if (/int/i.test(dataType)) return 1;
  return /blob|bytea/i.test(dataType) ? Buffer.from([1, 2, 3]) : '01940000-0000-7000-8000-000000000001';
}
