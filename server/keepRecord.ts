import { canonicalBytes, digestOf } from '../src/contract/digest.ts';
import type { PracticeRecord } from '../src/contract/practiceRecord.ts';
import { lockBox, openBox } from './keys/box.ts';
import { appendToLedger } from './store/ledger.ts';
import { addRecord, type RecordRow } from './store/records.ts';
import type { Scope } from './store/scope.ts';

/**
 * Keeps a record that the practice made itself, encrypted, with its hash in the ledger: what an envelope is for an answer
 * on a screen. For use inside a transaction that holds the practice. Answers the record's hash.
 */
export async function keepRecord(
  scope: Scope,
  dataKey: Uint8Array,
  record: PracticeRecord,
): Promise<{ sha256: string; seq: number }> {
  const sha256 = await digestOf(record);
  const { seq } = await appendToLedger(scope, { kind: record.kind, subject: record.id, sha256, at: record.recordedAt });
  await addRecord(scope, {
    id: record.id,
    invitation_id: record.invitation,
    kind: record.kind,
    content: lockBox(dataKey, canonicalBytes(record), label(scope, record.id)),
    sha256,
    ledger_seq: seq,
    recorded_by: record.recordedBy,
    recorded_at: record.recordedAt,
  });
  return { sha256, seq };
}

/** The record as it was kept. Its shape is for the caller to check. */
export function openRecord(scope: Scope, dataKey: Uint8Array, row: RecordRow): unknown {
  return JSON.parse(openBox(dataKey, row.content, label(scope, row.id)).toString());
}

function label(scope: Scope, id: string): string {
  return `record:${scope.practice}:${id}`;
}
