import { createHash } from 'node:crypto';
import { newId } from '../../src/contract/newId.ts';
import type { ScanSource } from '../../src/contract/scansApi.ts';
import type { Deps } from '../deps.ts';
import { lockBox, openBox } from '../keys/box.ts';
import { addJob } from '../store/jobs.ts';
import { addScan, type ScanRow } from '../store/scans.ts';
import { inTransaction, type Scope } from '../store/scope.ts';
import type { ScanKind } from './scanKind.ts';

export const SCAN_JOB = 'read-scan';

export type ArrivedScan = {
  name: string;
  kind: ScanKind;
  bytes: Uint8Array;
  source: ScanSource;
  by: string | null;
  at: string;
};

/** Keeps a file as it came, under the practice's data key, and asks for it to be read. */
export async function keepScan(
  deps: Pick<Deps, 'keyring'>,
  scope: Scope,
  arrived: ArrivedScan,
): Promise<{ id: string; isNew: boolean }> {
  // Before the transaction, which the looking up of keys would wait for in vain.
  const { dataKey } = await deps.keyring.keysOf(scope.practice);
  return inTransaction(scope, (within) => storeScan(within, dataKey, arrived));
}

/** The same, inside of a transaction. */
export async function storeScan(
  scope: Scope,
  dataKey: Uint8Array,
  { name, kind, bytes, source, by, at }: ArrivedScan,
): Promise<{ id: string; isNew: boolean }> {
  const id = newId();
  const kept = await addScan(scope, {
    id,
    name,
    kind,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    size: bytes.length,
    source,
    added_by: by,
    added_at: at,
    state: 'reading',
    trouble: null,
    pages: null,
    content: lockBox(dataKey, bytes, fileLabel(scope, id)),
  });
  if (kept.isNew) await addJob(scope, { kind: SCAN_JOB, subject: id, at });
  return kept;
}

/** The file as it came. */
export async function openKeptScan(deps: Pick<Deps, 'keyring'>, scope: Scope, row: ScanRow): Promise<Uint8Array> {
  if (!row.content) throw new Error(`scan ${row.id} was never kept`);
  const { dataKey } = await deps.keyring.keysOf(scope.practice);
  return openBox(dataKey, row.content, fileLabel(scope, row.id));
}

export async function lockPicture(
  deps: Pick<Deps, 'keyring'>,
  scope: Scope,
  page: string,
  picture: Uint8Array,
): Promise<Uint8Array> {
  const { dataKey } = await deps.keyring.keysOf(scope.practice);
  return lockBox(dataKey, picture, pictureLabel(scope, page));
}

export async function openPicture(
  deps: Pick<Deps, 'keyring'>,
  scope: Scope,
  page: { id: string; picture: Uint8Array },
): Promise<Uint8Array> {
  const { dataKey } = await deps.keyring.keysOf(scope.practice);
  return openBox(dataKey, page.picture, pictureLabel(scope, page.id));
}

function fileLabel(scope: Scope, id: string): string {
  return `scan:${scope.practice}:${id}`;
}

function pictureLabel(scope: Scope, page: string): string {
  return `scan-page:${scope.practice}:${page}`;
}
