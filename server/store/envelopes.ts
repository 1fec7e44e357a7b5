import type { Insertable, Selectable } from 'kysely';
import { newId } from '../../src/contract/newId.ts';
import type { Scope } from './scope.ts';
import type { Tables } from './tables.ts';

export type EnvelopeRecord = Selectable<Tables['envelope']>;

export function findEnvelope({ db, practice }: Scope, id: string): Promise<EnvelopeRecord | undefined> {
  return db
    .selectFrom('envelope')
    .selectAll()
    .where('practice_id', '=', practice)
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function addEnvelope(
  { db, practice }: Scope,
  row: Omit<Insertable<Tables['envelope']>, 'practice_id'>,
): Promise<void> {
  await db
    .insertInto('envelope')
    .values({ ...row, practice_id: practice })
    .execute();
}

export type ConflictKind = 'signed-twice' | 'other-content' | 'after-cancel' | 'device-revoked' | 'text-mismatch';

export type Conflict = Omit<Insertable<Tables['envelope_conflict']>, 'practice_id' | 'id' | 'kind'> & {
  kind: ConflictKind;
};

/** Notes a conflict for staff. The same one again is no news: answers whether it was new. */
export async function noteConflict({ db, practice }: Scope, conflict: Conflict): Promise<boolean> {
  const result = await db
    .insertInto('envelope_conflict')
    .values({ ...conflict, id: newId(), practice_id: practice })
    .onConflict((oc) => oc.columns(['practice_id', 'kind', 'envelope_id', 'sha256']).doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows ?? 0) > 0;
}

export async function countConflicts({ db, practice }: Scope, invitation: string): Promise<number> {
  const row = await db
    .selectFrom('envelope_conflict')
    .select((eb) => eb.fn.countAll().as('n'))
    .where('practice_id', '=', practice)
    .where('invitation_id', '=', invitation)
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

export async function addConsent(
  { db, practice }: Scope,
  row: Omit<Insertable<Tables['consent']>, 'practice_id' | 'id'>,
): Promise<void> {
  await db
    .insertInto('consent')
    .values({ ...row, id: newId(), practice_id: practice })
    .execute();
}
