import * as v from 'valibot';
import { paperRecord } from '../../src/contract/practiceRecord.ts';
import type { Paper } from '../../src/contract/scansApi.ts';
import type { Deps } from '../deps.ts';
import { openRecord } from '../keepRecord.ts';
import { recordsOf } from '../store/records.ts';
import { listScanPages } from '../store/scanPages.ts';
import type { Scope } from '../store/scope.ts';
import { findStaff } from '../store/staff.ts';

/** What is known of an invitation's form on paper. */
export async function paperOf(deps: Pick<Deps, 'keyring'>, scope: Scope, invitation: string): Promise<Paper> {
  const pages = await listScanPages(scope, { invitation });
  const { dataKey } = await deps.keyring.keysOf(scope.practice);
  const [newest] = await recordsOf(scope, invitation, 'paper');
  const record = newest && v.parse(paperRecord, openRecord(scope, dataKey, newest));
  const by = record?.recordedBy ? await findStaff(scope, record.recordedBy) : undefined;
  return {
    pages: pages.map(({ invitation: _, ...page }) => page),
    confirmed: record
      ? {
          at: record.recordedAt,
          by: by?.name ?? '',
          signer: record.signer,
          printedName: record.printedName,
          signedOn: record.signedOn,
          note: record.note,
        }
      : null,
  };
}
