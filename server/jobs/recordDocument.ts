import * as v from 'valibot';
import { verbalRecord } from '../../src/contract/practiceRecord.ts';
import type { Deps } from '../deps.ts';
import { keepDocument } from '../documents/keep.ts';
import { recordDocument } from '../documents/recordDocument.ts';
import { openRecord } from '../keepRecord.ts';
import { sealerOf } from '../seal/sealer.ts';
import { tell } from '../store/events.ts';
import { touchInvitation } from '../store/invitations.ts';
import { findForm, getPractice } from '../store/practices.ts';
import { findRecord } from '../store/records.ts';
import { inTransaction, scopeOf } from '../store/scope.ts';
import { findStaff } from '../store/staff.ts';

export const RECORD_DOCUMENT_JOB = 'record-document';

/** Makes the document of an answer by word of mouth. Run again after a crash it makes no second one. */
export async function makeRecordDocument(deps: Deps, practiceId: string, recordId: string): Promise<void> {
  const scope = scopeOf(deps.store, practiceId);
  const row = await findRecord(scope, recordId);
  if (!row) throw new Error(`no record ${recordId}`);
  const { dataKey } = await deps.keyring.keysOf(practiceId);
  const record = v.parse(verbalRecord, openRecord(scope, dataKey, row));
  const form = await findForm(scope, record.form.hash);
  if (!form) throw new Error(`no form ${record.form.hash}`);
  const { name, phone, zone } = await getPractice(scope);
  const by = record.recordedBy === null ? undefined : await findStaff(scope, record.recordedBy);
  const at = deps.now().toISOString();
  const input = {
    form,
    record,
    recordHash: row.sha256,
    practice: { name, phone, zone },
    recordedByName: by?.name ?? '',
    ledgerSeq: row.ledger_seq,
    madeAt: row.recorded_at,
  };
  const bytes = await recordDocument(input, await sealerOf(deps, scope));
  const { invitation } = record;
  await inTransaction(scope, async (within) => {
    const kind = record.answer === 'consent' ? 'verbal-consent' : 'verbal-declination';
    if (!(await keepDocument(within, dataKey, { invitation, envelope: recordId, kind, bytes, at }))) return;
    await tell(within, { invitation, kind: 'document-made', at });
    await touchInvitation(within, invitation);
  });
  deps.nudges.nudge(practiceId);
}
