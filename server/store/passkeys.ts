import type { Selectable } from 'kysely';
import type { Db } from './open.ts';
import type { Scope } from './scope.ts';
import type { Tables } from './tables.ts';

/** Passkeys of members (WebAuthn): public keys, of which the other half never leaves its device. */

export type PasskeyRow = Selectable<Tables['passkey']>;

export async function addPasskey(
  { db, practice }: Scope,
  row: { id: string; access: string; publicKey: Uint8Array; counter: number; at: string },
): Promise<void> {
  await db
    .insertInto('passkey')
    .values({
      id: row.id,
      practice_id: practice,
      access_id: row.access,
      public_key: row.publicKey,
      counter: row.counter,
      created_at: row.at,
      used_at: null,
    })
    .execute();
}

/** A passkey is known by its id, before anybody has said who they are. */
export function findPasskey(db: Db, id: string): Promise<PasskeyRow | undefined> {
  return db.selectFrom('passkey').selectAll().where('id', '=', id).executeTakeFirst();
}

export function passkeysOf({ db, practice }: Scope, access: string): Promise<PasskeyRow[]> {
  return db
    .selectFrom('passkey')
    .selectAll()
    .where('practice_id', '=', practice)
    .where('access_id', '=', access)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

/** Notes a use. The counter tells a copied key from the one it was copied from, where an authenticator counts at all. */
export async function passkeyUsed(
  { db, practice }: Scope,
  id: string,
  { counter, at }: { counter: number; at: string },
): Promise<void> {
  await db
    .updateTable('passkey')
    .set({ counter, used_at: at })
    .where('practice_id', '=', practice)
    .where('id', '=', id)
    .execute();
}

/** Answers whether this way in had it. */
export async function removePasskey({ db, practice }: Scope, access: string, id: string): Promise<boolean> {
  const result = await db
    .deleteFrom('passkey')
    .where('practice_id', '=', practice)
    .where('access_id', '=', access)
    .where('id', '=', id)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}

export async function removePasskeysOf({ db, practice }: Scope, access: string): Promise<void> {
  await db.deleteFrom('passkey').where('practice_id', '=', practice).where('access_id', '=', access).execute();
}
