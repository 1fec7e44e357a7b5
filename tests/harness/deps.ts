import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import type { Deps } from '../../server/deps.ts';
import { createKeyring } from '../../server/keys/keyring.ts';
import { createScanReader } from '../../server/scans/scanReader.ts';
import { createNudges } from '../../server/nudges.ts';
import { migrate } from '../../server/store/migrate.ts';
import { openSqlite, type Store } from '../../server/store/open.ts';
import { at, master } from './builders.ts';

/** What the server is given in tests: a real database, and a clock that stands until it is told. */

export type Clock = { now: () => Date; pass: (milliseconds: number) => void };

export function aClock(start: string = at): Clock {
  let time = Date.parse(start);
  return { now: () => new Date(time), pass: (milliseconds) => void (time += milliseconds) };
}

export type Logged = { level: number; msg: string; [detail: string]: unknown };
export type TestDeps = Deps & { logged: Logged[]; woken: () => number };

/** `logged` is what the server wrote, `woken` how often it asked for jobs to be done. */
export function depsFor(store: Store, clock: Clock, wishes: Partial<Deps> = {}): TestDeps {
  const logged: Logged[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => void logged.push(JSON.parse(line) as Logged) });
  const key = wishes.master ?? master;
  let woken = 0;
  return {
    store,
    master: key,
    keyring: createKeyring(store, key),
    nudges: createNudges(),
    jobs: { wake: () => void (woken += 1) },
    log,
    now: clock.now,
    setupCode: 'SETUPC0D',
    publicOrigin: undefined,
    address: () => 'https://consent.practice.example',
    mail: { sends: false, send: async () => ({ kind: 'kept' }) },
    scanReader: createScanReader(),
    scansFolder: undefined,
    page: undefined,
    stopping: new AbortController().signal,
    data: '/nowhere',
    ...wishes,
    logged,
    woken: () => woken,
  };
}

const ERROR = 50;

export function errorsIn(deps: TestDeps): Logged[] {
  return deps.logged.filter((line) => line.level >= ERROR);
}

export type TestStore = Store & { folder: string; file: string };

/** A new SQLite database of the newest version in a folder of its own. `close` takes the folder away. */
export async function aSqliteStore(): Promise<TestStore> {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-store-'));
  const file = join(folder, 'countersign.sqlite');
  const store = await openSqlite(file);
  await migrate(store);
  return {
    ...store,
    folder,
    file,
    async close() {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
