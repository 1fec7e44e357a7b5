import type { Selectable } from 'kysely';
import type { Db } from './open.ts';
import type { Scope } from './scope.ts';
import type { Tables } from './tables.ts';

/** Links by which patients sign on a device of their own. Only the token's hash is known here. */
export type LinkRow = Selectable<Tables['link']>;

/** Wrong birth dates after which a link is of no use. */
export const MOST_LINK_TRIES = 3;

type NewLink = { tokenHash: string; invitation: string; at: string; expiresAt: string };

/** Makes a link; the invitation's earlier ones end with it. */
export async function addLink(scope: Scope, { tokenHash, invitation, at, expiresAt }: NewLink): Promise<void> {
  await revokeLinks(scope, invitation, at);
  await scope.db
    .insertInto('link')
    .values({
      token_hash: tokenHash,
      practice_id: scope.practice,
      invitation_id: invitation,
      created_at: at,
      expires_at: expiresAt,
      device_id: null,
      revoked_at: null,
    })
    .execute();
}

/** A link is known by its token, before its practice is known. */
export function findLink(db: Db, tokenHash: string): Promise<LinkRow | undefined> {
  return db.selectFrom('link').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst();
}

export async function revokeLinks({ db, practice }: Scope, invitation: string, at: string): Promise<void> {
  await db
    .updateTable('link')
    .set({ revoked_at: at })
    .where('practice_id', '=', practice)
    .where('invitation_id', '=', invitation)
    .where('revoked_at', 'is', null)
    .execute();
}

/** Counts before the birth date is looked at, so that a cut connection gives no free try. Answers the tries left after it. */
export async function countLinkTry({ db, practice }: Scope, tokenHash: string): Promise<number | undefined> {
  const row = await db
    .updateTable('link')
    .set((eb) => ({ tries: eb('tries', '+', 1) }))
    .where('practice_id', '=', practice)
    .where('token_hash', '=', tokenHash)
    .where('tries', '<', MOST_LINK_TRIES)
    .returning('tries')
    .executeTakeFirst();
  return row && MOST_LINK_TRIES - row.tries;
}

/** Binds a link to the browser it was opened in. Answers false where another browser has it already. */
export async function bindLink({ db, practice }: Scope, tokenHash: string, device: string): Promise<boolean> {
  const result = await db
    .updateTable('link')
    .set({ device_id: device, tries: 0 })
    .where('practice_id', '=', practice)
    .where('token_hash', '=', tokenHash)
    .where((eb) => eb.or([eb('device_id', 'is', null), eb('device_id', '=', device)]))
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
