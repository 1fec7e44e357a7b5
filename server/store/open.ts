import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { Kysely, PostgresDialect, SqliteDialect, sql } from 'kysely';
import pg from 'pg';
import type { Tables } from './tables.ts';

export type Dialect = 'sqlite' | 'postgres';
export type Db = Kysely<Tables>;
export type Store = { db: Db; dialect: Dialect; close(): Promise<void> };

/** Opens the database in one file, with commits that survive a power cut: asserted, since the default does not. */
export async function openSqlite(file: string): Promise<Store> {
  mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file, { timeout: 5_000 });
  database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on;');
  const settings = {
    ...database.prepare('pragma journal_mode').get(),
    ...database.prepare('pragma synchronous').get(),
  };
  if (settings['journal_mode'] !== 'wal' || settings['synchronous'] !== 2) {
    throw new Error(
      `The database at ${file} does not keep commits over a power cut (${JSON.stringify(settings)}). Is it on a network drive?`,
    );
  }
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: asKyselyExpects(database) }) });
  return { db, dialect: 'sqlite', close: () => db.destroy() };
}

function asKyselyExpects(database: DatabaseSync) {
  return {
    close: () => database.close(),
    prepare(text: string) {
      const statement = database.prepare(text);
      const values = (parameters: readonly unknown[]): SQLInputValue[] => parameters as SQLInputValue[];
      return {
        reader: statement.columns().length > 0,
        all: (parameters: readonly unknown[]) => statement.all(...values(parameters)),
        iterate: (parameters: readonly unknown[]) => statement.iterate(...values(parameters)),
        run: (parameters: readonly unknown[]) => statement.run(...values(parameters)),
      };
    },
  };
}

export async function openPostgres(url: string): Promise<Store> {
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  // A connection that the server closed while idle must not end the process; the next query opens another.
  pool.on('error', () => undefined);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  await sql`select 1`.execute(db);
  return { db, dialect: 'postgres', close: () => db.destroy() };
}
