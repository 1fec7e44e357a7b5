import type { Insertable, Selectable } from 'kysely';
import type { Scope } from './scope.ts';
import type { Tables } from './tables.ts';

export type RecordRow = Selectable<Tables['record']>;

export async function addRecord(
  { db, practice }: Scope,
  row: Omit<Insertable<Tables['record']>, 'practice_id'>,
): Promise<void> {
  await db
    .insertInto('record')
    .values({ ...row, practice_id: practice })
    .execute();
}

export function findRecord({ db, practice }: Scope, id: string): Promise<RecordRow | undefined> {
  return db
    .selectFrom('record')
    .selectAll()
    .where('practice_id', '=', practice)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** The records of a kind that were made of an invitation, the newest first. */
export function recordsOf({ db, practice }: Scope, invitation: string, kind: string): Promise<RecordRow[]> {
  return db
    .selectFrom('record')
    .selectAll()
    .where('practice_id', '=', practice)
    .where('invitation_id', '=', invitation)
    .where('kind', '=', kind)
    .orderBy('recorded_at', 'desc')
    .execute();
}
