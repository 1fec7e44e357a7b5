import type { Selectable } from 'kysely';
import { newId } from '../../src/contract/newId.ts';
import type { Db } from './open.ts';
import type { Scope } from './scope.ts';
import type { Tables } from './tables.ts';

export type ActivationRow = Selectable<Tables['activation']>;

type NewActivation = { access: string; codeHash: string; way: ActivationRow['way']; at: string; expiresAt: string };

/** Makes a code good; earlier ones of the same way in end with it. */
export async function addActivation(scope: Scope, activation: NewActivation): Promise<void> {
  await revokeActivations(scope, activation.access, activation.at);
  await scope.db
    .insertInto('activation')
    .values({
      id: newId(),
      practice_id: scope.practice,
      access_id: activation.access,
      code_hash: activation.codeHash,
      way: activation.way,
      created_at: activation.at,
      expires_at: activation.expiresAt,
      used_at: null,
      revoked_at: null,
    })
    .execute();
}

/** A code is known by itself, before its practice is known. */
export function findActivation(db: Db, codeHash: string): Promise<ActivationRow | undefined> {
  return db.selectFrom('activation').selectAll().where('code_hash', '=', codeHash).executeTakeFirst();
}

/** The newest code of a way in, whatever became of it. */
export function newestActivation({ db, practice }: Scope, access: string): Promise<ActivationRow | undefined> {
  return db
    .selectFrom('activation')
    .selectAll()
    .where('practice_id', '=', practice)
    .where('access_id', '=', access)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export async function revokeActivations({ db, practice }: Scope, access: string, at: string): Promise<void> {
  await db
    .updateTable('activation')
    .set({ revoked_at: at })
    .where('practice_id', '=', practice)
    .where('access_id', '=', access)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute();
}

/** Uses a code up, in one statement: of two who come with it at once, one is answered yes. */
export async function useActivation({ db, practice }: Scope, codeHash: string, at: string): Promise<boolean> {
  const result = await db
    .updateTable('activation')
    .set({ used_at: at })
    .where('practice_id', '=', practice)
    .where('code_hash', '=', codeHash)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', at)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
