import type { Insertable, Selectable } from 'kysely';
import type { Scope } from './scope.ts';
import type { Tables } from './tables.ts';

/** Adds a document, once for each envelope and kind. Answers whether it is new. */
export async function addDocument(
  { db, practice }: Scope,
  row: Omit<Insertable<Tables['document']>, 'practice_id'>,
): Promise<boolean> {
  const result = await db
    .insertInto('document')
    .values({ ...row, practice_id: practice })
    .onConflict((oc) => oc.columns(['practice_id', 'envelope_id', 'kind']).doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows ?? 0) > 0;
}

export function findDocument({ db, practice }: Scope, id: string): Promise<Selectable<Tables['document']> | undefined> {
  return db
    .selectFrom('document')
    .selectAll()
    .where('practice_id', '=', practice)
    .where('id', '=', id)
    .executeTakeFirst();
}

export function documentsOf({ db, practice }: Scope, invitation: string) {
  return db
    .selectFrom('document')
    .select(['id', 'kind', 'created_at', 'sha256', 'envelope_id'])
    .where('practice_id', '=', practice)
    .where('invitation_id', '=', invitation)
    .orderBy('created_at')
    .execute();
}
