import type { Insertable, Selectable } from 'kysely';
import type { Scope } from './scope.ts';
import type { Tables } from './tables.ts';

/** The kind of the mail that confirms a stop. */
export const STOPPED_MAIL = 'stopped';

export type StopRow = Selectable<Tables['stop']>;

/** Notes that somebody stops, once for each time they enrolled. Answers whether it is new. */
export async function addStop(
  { db, practice }: Scope,
  row: Omit<Insertable<Tables['stop']>, 'practice_id'>,
): Promise<boolean> {
  const result = await db
    .insertInto('stop')
    .values({ ...row, practice_id: practice })
    .onConflict((oc) => oc.column('invitation_id').doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows ?? 0) > 0;
}

export function stopOf({ db, practice }: Scope, invitation: string): Promise<StopRow | undefined> {
  return db
    .selectFrom('stop')
    .selectAll()
    .where('practice_id', '=', practice)
    .where('invitation_id', '=', invitation)
    .executeTakeFirst();
}
