import type { Scope } from './scope.ts';

/**
 * The next place in the practice's change feed. The update locks the practice's row until the transaction ends, so
 * that places become visible in order and a reader never passes one that commits later.
 */
export async function nextChange({ db, practice }: Scope): Promise<number> {
  const row = await db
    .updateTable('practice')
    .set((eb) => ({ change_seq: eb('change_seq', '+', 1) }))
    .where('id', '=', practice)
    .returning('change_seq')
    .executeTakeFirstOrThrow();
  return row.change_seq;
}

/** Holds the practice's row until the transaction ends, so that what it decides is decided one after another. */
export async function lockPractice({ db, practice }: Scope): Promise<void> {
  await db
    .updateTable('practice')
    .set((eb) => ({ change_seq: eb.ref('change_seq') }))
    .where('id', '=', practice)
    .execute();
}
