import type { ScanTrouble } from '../../src/contract/scansApi.ts';
import type { ReadPage } from './readPage.ts';
import type { ScanKind } from './scanKind.ts';

/** Between the server and the process that reads scans: one request, one answer. */
export type ReaderRequest =
  | { ask: 'open'; bytes: Uint8Array; kind: ScanKind }
  | { ask: 'page'; place: number }
  | { ask: 'close' };

export type ReaderAnswer =
  | { ok: true; pages: number }
  | { ok: true; page: ReadPage }
  | { ok: true; closed: true }
  | { ok: false; trouble: ScanTrouble };
