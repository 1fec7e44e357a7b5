import type { Insertable, Selectable } from 'kysely';
import type { ScanFile, ScanTrouble } from '../../src/contract/scansApi.ts';
import type { Scope } from './scope.ts';
import type { Tables } from './tables.ts';

/** Files of scanned pages, as they came. */

export type ScanRow = Selectable<Tables['scan']>;

/** Adds a file. The same bytes again are no second one: answers the id of the file that is there, and whether it is new. */
export async function addScan(
  scope: Scope,
  row: Omit<Insertable<Tables['scan']>, 'practice_id'>,
): Promise<{ id: string; isNew: boolean }> {
  const result = await scope.db
    .insertInto('scan')
    .values({ ...row, practice_id: scope.practice })
    .onConflict((oc) => oc.columns(['practice_id', 'sha256']).doNothing())
    .executeTakeFirst();
  if (Number(result.numInsertedOrUpdatedRows ?? 0) > 0) return { id: row.id, isNew: true };
  const known = await scope.db
    .selectFrom('scan')
    .select('id')
    .where('practice_id', '=', scope.practice)
    .where('sha256', '=', row.sha256)
    .executeTakeFirstOrThrow();
  return { id: known.id, isNew: false };
}

export function findScan({ db, practice }: Scope, id: string): Promise<ScanRow | undefined> {
  return db.selectFrom('scan').selectAll().where('practice_id', '=', practice).where('id', '=', id).executeTakeFirst();
}

/** What was found out about a file while it is read. */
export async function settleScan(
  { db, practice }: Scope,
  id: string,
  found: { state?: ScanRow['state']; trouble?: ScanTrouble; pages?: number },
): Promise<void> {
  await db.updateTable('scan').set(found).where('practice_id', '=', practice).where('id', '=', id).execute();
}

/** The files that came last, the newest first, with what became of their pages. */
export async function listScans(scope: Scope, only: { id: string } | { most: number }): Promise<ScanFile[]> {
  let wanted = scope.db
    .selectFrom('scan')
    .leftJoin('staff', (join) =>
      join.onRef('staff.id', '=', 'scan.added_by').on('staff.practice_id', '=', scope.practice),
    )
    .select(['scan.id', 'scan.name', 'scan.source', 'scan.added_at', 'scan.state', 'scan.trouble', 'scan.pages'])
    .select('staff.name as added_by')
    .where('scan.practice_id', '=', scope.practice)
    .orderBy('scan.added_at', 'desc')
    .orderBy('scan.id', 'desc');
  wanted = 'id' in only ? wanted.where('scan.id', '=', only.id) : wanted.limit(only.most);
  const rows = await wanted.execute();
  const counts = await countsOf(
    scope,
    rows.map((row) => row.id),
  );
  return rows.map((row) => {
    const none = { matched: 0, inbox: 0, aside: 0, confirmed: 0 };
    const found = counts.get(row.id) ?? none;
    return {
      id: row.id,
      name: row.name,
      source: row.source,
      addedBy: row.added_by,
      addedAt: row.added_at,
      state: row.state,
      trouble: row.trouble,
      pages: row.pages,
      read: found.matched + found.inbox + found.aside + found.confirmed,
      counts: found,
    };
  });
}

async function countsOf({ db, practice }: Scope, scans: string[]): Promise<Map<string, ScanFile['counts']>> {
  const counts = new Map<string, ScanFile['counts']>();
  if (scans.length === 0) return counts;
  const rows = await db
    .selectFrom('scan_page')
    .select((eb) => ['scan_id', 'state', eb.fn.countAll().as('n')])
    .where('practice_id', '=', practice)
    .where('scan_id', 'in', scans)
    .groupBy(['scan_id', 'state'])
    .execute();
  for (const { scan_id, state, n } of rows) {
    const known = counts.get(scan_id) ?? { matched: 0, inbox: 0, aside: 0, confirmed: 0 };
    counts.set(scan_id, { ...known, [state]: Number(n) });
  }
  return counts;
}
