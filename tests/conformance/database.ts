import { afterEach, beforeEach } from 'vitest';
import { migrate } from '../../server/store/migrate.ts';
import type { Store } from '../../server/store/open.ts';

/** A new and empty database. `another` opens it once more, as a second process would; `drop` closes all. */
export type TestDatabase = { store: Store; another: () => Promise<Store>; drop: () => Promise<void> };
export type MakeDatabase = () => Promise<TestDatabase>;

/** Gives each test of a block a database of its own, of the newest version. */
export function aDatabaseEach(make: MakeDatabase): () => TestDatabase {
  let database: TestDatabase | undefined;
  beforeEach(async () => {
    database = await make();
    await migrate(database.store);
  });
  afterEach(() => database?.drop());
  return () => {
    if (!database) throw new Error('there is a database only inside of tests');
    return database;
  };
}
