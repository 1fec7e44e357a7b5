import { sql, type Insertable, type Selectable } from 'kysely';
import { FORM_MARK } from '../../src/domain/pageCode.ts';
import type { PageReason, PageState, ScanPage, Scans } from '../../src/contract/scansApi.ts';
import { nameOf } from './patients.ts';
import type { Scope } from './scope.ts';
import type { Tables } from './tables.ts';

/** Pages of scans: each is somewhere, and none is ever deleted. */

export type ScanPageRow = Selectable<Tables['scan_page']>;

/** Keeps what was read of a page, once. */
export async function addScanPage(
  { db, practice }: Scope,
  row: Omit<Insertable<Tables['scan_page']>, 'practice_id' | 'settled_by' | 'settled_at' | 'settled_note'>,
): Promise<void> {
  await db
    .insertInto('scan_page')
    .values({ ...row, practice_id: practice, settled_by: null, settled_at: null, settled_note: null })
    .onConflict((oc) => oc.columns(['practice_id', 'scan_id', 'place']).doNothing())
    .execute();
}

/** The places of a file that are read already: reading goes on after them. */
export async function placesRead({ db, practice }: Scope, scan: string): Promise<number[]> {
  const rows = await db
    .selectFrom('scan_page')
    .select('place')
    .where('practice_id', '=', practice)
    .where('scan_id', '=', scan)
    .execute();
  return rows.map((row) => row.place);
}

/** Whether pages of a file are with an invitation. */
export async function hasPages({ db, practice }: Scope, scan: string, invitation: string): Promise<boolean> {
  const row = await db
    .selectFrom('scan_page')
    .select('id')
    .where('practice_id', '=', practice)
    .where('scan_id', '=', scan)
    .where('invitation_id', '=', invitation)
    .executeTakeFirst();
  return row !== undefined;
}

export function findScanPage({ db, practice }: Scope, id: string): Promise<ScanPageRow | undefined> {
  return db
    .selectFrom('scan_page')
    .selectAll()
    .where('practice_id', '=', practice)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** The pages of an invitation that are not set aside. */
export function pagesWith({ db, practice }: Scope, invitation: string) {
  return db
    .selectFrom('scan_page')
    .innerJoin('scan', (join) => join.onRef('scan.id', '=', 'scan_page.scan_id').on('scan.practice_id', '=', practice))
    .select(['scan_page.id', 'scan_page.scan_id', 'scan_page.place', 'scan_page.state', 'scan_page.page'])
    .select(['scan_page.pages', 'scan_page.found', 'scan_page.form_mark', 'scan_page.ink', 'scan_page.turn'])
    .select(['scan_page.picture', 'scan.sha256'])
    .where('scan_page.practice_id', '=', practice)
    .where('scan_page.invitation_id', '=', invitation)
    .where('scan_page.state', 'in', ['matched', 'confirmed'])
    .execute();
}

export type PageChange = {
  state?: PageState;
  why?: PageReason | null;
  invitation_id?: string | null;
  page?: number | null;
  pages?: number | null;
  found?: 'code' | 'hand' | null;
  turn?: number;
  settled_by?: string | null;
  settled_at?: string | null;
  settled_note?: string | null;
};

/** Changes a page that is not part of a confirmed form: that one stays as it was confirmed. Answers whether it did. */
export async function changeScanPage({ db, practice }: Scope, id: string, change: PageChange): Promise<boolean> {
  const result = await db
    .updateTable('scan_page')
    .set(change)
    .where('practice_id', '=', practice)
    .where('id', '=', id)
    .where('state', '<>', 'confirmed')
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export type PagesOf = { scan: string } | { invitation: string } | 'inbox';

/** Pages for people to look at: those of a file, of an invitation, or all that wait to be matched by hand. */
export async function listScanPages(
  { db, practice }: Scope,
  of: PagesOf,
): Promise<(ScanPage & { invitation: string | null })[]> {
  let wanted = db
    .selectFrom('scan_page')
    .innerJoin('scan', (join) => join.onRef('scan.id', '=', 'scan_page.scan_id').on('scan.practice_id', '=', practice))
    .leftJoin('invitation', (join) =>
      join.onRef('invitation.id', '=', 'scan_page.invitation_id').on('invitation.practice_id', '=', practice),
    )
    .leftJoin('staff', (join) =>
      join.onRef('staff.id', '=', 'scan_page.settled_by').on('staff.practice_id', '=', practice),
    )
    .select(['scan_page.id', 'scan_page.scan_id', 'scan_page.place', 'scan_page.state', 'scan_page.why'])
    .select(['scan_page.invitation_id', 'scan_page.form_mark', 'scan_page.page', 'scan_page.pages'])
    .select(['scan_page.found', 'scan_page.ink', 'scan_page.turn', 'scan_page.settled_at'])
    .select(['scan_page.settled_note', 'scan.name', 'scan.added_at', 'staff.name as settled_by'])
    .select(['invitation.form_hash'])
    .select(sql<number>`case when scan_page.picture is null then 0 else 1 end`.as('has_picture'))
    .where('scan_page.practice_id', '=', practice);
  if (of === 'inbox') wanted = wanted.where('scan_page.state', '=', 'inbox').limit(MOST_IN_INBOX);
  else if ('scan' in of) wanted = wanted.where('scan_page.scan_id', '=', of.scan);
  else wanted = wanted.where('scan_page.invitation_id', '=', of.invitation);
  const rows = await wanted.orderBy('scan.added_at').orderBy('scan_page.scan_id').orderBy('scan_page.place').execute();
  return rows.map((row) => ({
    id: row.id,
    scan: row.scan_id,
    scanName: row.name,
    addedAt: row.added_at,
    place: row.place + 1,
    state: row.state,
    why: row.why,
    invitation: row.invitation_id,
    page: row.page,
    pages: row.pages,
    found: row.found,
    ink: JSON.parse(row.ink ?? '{}') as ScanPage['ink'],
    otherForm: row.form_mark !== null && row.form_hash !== null && row.form_hash.slice(0, FORM_MARK) !== row.form_mark,
    turn: row.turn,
    picture: row.has_picture === 1,
    settled:
      row.settled_at === null ? null : { at: row.settled_at, by: row.settled_by ?? '', note: row.settled_note ?? '' },
  }));
}

const MOST_IN_INBOX = 500;

/** The invitations that have pages which nobody has confirmed or set aside. */
export async function formsWaiting({ db, practice }: Scope): Promise<Scans['waiting']> {
  const rows = await db
    .selectFrom('scan_page')
    .innerJoin('scan', (join) => join.onRef('scan.id', '=', 'scan_page.scan_id').on('scan.practice_id', '=', practice))
    .innerJoin('invitation', (join) =>
      join.onRef('invitation.id', '=', 'scan_page.invitation_id').on('invitation.practice_id', '=', practice),
    )
    .innerJoin('patient', 'patient.id', 'invitation.patient_id')
    .select((eb) => [
      'invitation.id',
      'invitation.state',
      'invitation.method',
      'patient.first',
      'patient.last',
      'patient.suffix',
      'patient.preferred',
      eb.fn.countAll().as('n'),
      eb.fn.min('scan.added_at').as('since'),
    ])
    .where('scan_page.practice_id', '=', practice)
    .where('scan_page.state', '=', 'matched')
    .groupBy(['invitation.id', 'invitation.state', 'invitation.method'])
    .groupBy(['patient.first', 'patient.last', 'patient.suffix', 'patient.preferred'])
    .orderBy('since')
    .execute();
  return rows.map((row) => ({
    invitation: row.id,
    name: nameOf(row),
    state: row.state,
    method: row.method,
    pages: Number(row.n),
    since: row.since,
  }));
}
