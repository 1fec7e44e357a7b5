import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '../../src/contract/newId.ts';
import type { ScanTrouble } from '../../src/contract/scansApi.ts';
import type { Deps } from '../deps.ts';
import { practiceIds } from '../store/practices.ts';
import { addScan } from '../store/scans.ts';
import { scopeOf, type Scope } from '../store/scope.ts';
import { keepScan } from './keepScan.ts';
import { LARGEST_SCAN, scanKind } from './scanKind.ts';

/** Milliseconds between two looks. A file that is the same at both is taken to be whole. */
const LOOK_EVERY = 3_000;
/** Milliseconds after which an empty file is no longer one that is about to be written. */
const EMPTY_FOR = 60_000;
/** Longest name of a file that is kept as it is. */
const LONGEST_NAME = 300;

export type ScanFolder = { /** Looks once. */ look(): Promise<void>; start(): void; stop(): Promise<void> };

type Needs = Pick<Deps, 'store' | 'keyring' | 'jobs' | 'nudges' | 'now' | 'log'>;

/**
 * Takes what scanners and fax servers put into a folder. A file is kept in the database first and moved to `taken` after
 * that: should the server die between, it is found again, known by its hash, and moved then. What can't be a scan goes to
 * `refused`, and the console says why. With several practices each has a folder of its own, named by its id.
 */
export function createScanFolder(deps: Needs, folder: string): ScanFolder {
  let seen = new Map<string, string>();
  let looking: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  async function look(): Promise<void> {
    const now = new Map<string, string>();
    const practices = await practiceIds(deps.store.db);
    for (const practice of practices) {
      const place = practices.length === 1 ? folder : join(folder, practice);
      await mkdir(join(place, 'taken'), { recursive: true });
      await mkdir(join(place, 'refused'), { recursive: true });
      for (const name of (await readdir(place)).filter(isForUs)) {
        const path = join(place, name);
        const found = await stat(path).catch(() => undefined);
        if (!found?.isFile()) continue;
        const is = `${found.size} ${found.mtimeMs}`;
        now.set(path, is);
        const age = deps.now().getTime() - found.mtimeMs;
        if (seen.get(path) !== is || (found.size === 0 && age < EMPTY_FOR)) continue;
        await take(deps, scopeOf(deps.store, practice), { place, name, size: found.size, mtimeMs: found.mtimeMs });
        now.delete(path);
      }
    }
    seen = now;
  }

  async function looked(): Promise<void> {
    try {
      await look();
    } catch (error) {
      deps.log.error({ err: error, folder }, 'the folder of scans could not be read, will be tried again');
    }
    looking = undefined;
  }

  return {
    look,
    start() {
      timer = setInterval(() => {
        looking ??= looked();
      }, LOOK_EVERY);
    },
    async stop() {
      clearInterval(timer);
      await looking;
    },
  };
}

/** Programs write under such names first, and give the file its own when it is whole. */
function isForUs(name: string): boolean {
  return !name.startsWith('.') && !/\.(tmp|part|filepart|crdownload)$|~$/i.test(name);
}

type Found = { place: string; name: string; size: number; mtimeMs: number };

async function take(deps: Needs, scope: Scope, { place, name, size, mtimeMs }: Found): Promise<void> {
  const path = join(place, name);
  const shown = name.slice(0, LONGEST_NAME).replaceAll(/\p{Cc}/gu, ' ');
  const bytes = size > LARGEST_SCAN ? undefined : new Uint8Array(await readFile(path));
  const kind = bytes ? await scanKind(bytes) : ({ trouble: 'scan-too-large' } as const);
  const at = deps.now().toISOString();
  if (bytes && 'kind' in kind) {
    const { id, isNew } = await keepScan(deps, scope, {
      name: shown,
      kind: kind.kind,
      bytes,
      source: 'folder',
      by: null,
      at,
    });
    await rename(path, free(join(place, 'taken'), name, id));
    if (isNew) deps.jobs.wake();
  } else {
    const sha256 = createHash('sha256')
      .update(bytes ?? `${name} ${size} ${mtimeMs}`)
      .digest('hex');
    const trouble = 'trouble' in kind ? kind.trouble : 'scan-unreadable';
    const id = await noteRefused(scope, { name: shown, size, sha256, trouble, at });
    await rename(path, free(join(place, 'refused'), name, id));
  }
  deps.nudges.nudge(scope.practice);
}

async function noteRefused(
  scope: Scope,
  refused: { name: string; size: number; sha256: string; trouble: ScanTrouble; at: string },
): Promise<string> {
  const { name, size, sha256, trouble, at } = refused;
  const { id } = await addScan(scope, {
    id: newId(),
    name,
    kind: null,
    sha256,
    size,
    source: 'folder',
    added_by: null,
    added_at: at,
    state: 'refused',
    trouble,
    pages: null,
    content: null,
  });
  return id;
}

/** A name that no other file has there: fax servers begin to count anew. */
function free(folder: string, name: string, id: string): string {
  const plain = join(folder, name);
  if (!existsSync(plain)) return plain;
  const beside = join(folder, `${id} ${name}`);
  return existsSync(beside) ? join(folder, `${newId()} ${name}`) : beside;
}
