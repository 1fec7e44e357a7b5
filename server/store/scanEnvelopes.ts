import type { Insertable, Selectable } from 'kysely';
import type { Scope } from './scope.ts';
import type { Tables } from './tables.ts';

/** Envelopes that brought a picture of a paper form: they belong to no invitation before the picture is read. */

export function findScanEnvelope(
  { db, practice }: Scope,
  id: string,
): Promise<Selectable<Tables['scan_envelope']> | undefined> {
  return db
    .selectFrom('scan_envelope')
    .selectAll()
    .where('practice_id', '=', practice)
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function addScanEnvelope(
  { db, practice }: Scope,
  row: Omit<Insertable<Tables['scan_envelope']>, 'practice_id'>,
): Promise<void> {
  await db
    .insertInto('scan_envelope')
    .values({ ...row, practice_id: practice })
    .execute();
}
