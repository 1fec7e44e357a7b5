import type { Db } from './open.ts';
import type { Scope } from './scope.ts';

/** Milliseconds that a pairing code is good for. */
export const PAIRING_LASTS = 10 * 60_000;

export async function addPairing(
  { db, practice }: Scope,
  row: { id: string; codeHash: string; by: string; expiresAt: string },
): Promise<void> {
  await db
    .insertInto('pairing')
    .values({
      id: row.id,
      practice_id: practice,
      code_hash: row.codeHash,
      secret_hash: null,
      created_by: row.by,
      expires_at: row.expiresAt,
      used_at: null,
    })
    .execute();
}

/** Spends a code: from then on only the secret that was given for it counts. Answers the practice, or undefined for a wrong code. */
export async function spendCode(
  db: Db,
  codeHash: string,
  secretHash: string,
  now: string,
): Promise<string | undefined> {
  const row = await db
    .updateTable('pairing')
    .set({ secret_hash: secretHash })
    .where('code_hash', '=', codeHash)
    .where('secret_hash', 'is', null)
    .where('expires_at', '>', now)
    .returning('practice_id')
    .executeTakeFirst();
  return row?.practice_id;
}

/** Spends the secret, once. */
export async function spendSecret(
  db: Db,
  secretHash: string,
  now: string,
): Promise<{ practice: string; by: string } | undefined> {
  const row = await db
    .updateTable('pairing')
    .set({ used_at: now })
    .where('secret_hash', '=', secretHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning(['practice_id', 'created_by'])
    .executeTakeFirst();
  return row && { practice: row.practice_id, by: row.created_by };
}
