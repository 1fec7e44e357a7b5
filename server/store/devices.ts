import type { Insertable, Selectable } from 'kysely';
import type { Db } from './open.ts';
import type { Scope } from './scope.ts';
import type { Tables } from './tables.ts';

export type DeviceRowRecord = Selectable<Tables['device']>;

/** Wrong PINs after which a device stays locked until staff unlock it on the console (DESIGN, vault). */
export const MOST_PIN_FAILURES = 10;

export async function addDevice(
  { db, practice }: Scope,
  row: Omit<Insertable<Tables['device']>, 'practice_id' | 'waiting'>,
): Promise<void> {
  await db
    .insertInto('device')
    .values({ ...row, practice_id: practice, waiting: 0 })
    .execute();
}

/** A device is known by the thumbprint of its key (RFC 7638), before its practice is known. */
export function findByThumbprint(db: Db, thumbprint: string): Promise<DeviceRowRecord | undefined> {
  return db.selectFrom('device').selectAll().where('thumbprint', '=', thumbprint).executeTakeFirst();
}

export function listDevices({ db, practice }: Scope): Promise<DeviceRowRecord[]> {
  return db.selectFrom('device').selectAll().where('practice_id', '=', practice).orderBy('paired_at').execute();
}

export async function deviceSeen(
  { db, practice }: Scope,
  id: string,
  at: string,
  report: { app?: string; waiting?: number; oldest?: string | null } = {},
): Promise<void> {
  await db
    .updateTable('device')
    .set({ seen_at: at, ...report })
    .where('practice_id', '=', practice)
    .where('id', '=', id)
    .execute();
}

/** Counts before the PIN is looked at, so that a cut connection does not give a free try. Answers whether a try is left. */
export async function countPinTry({ db, practice }: Scope, id: string): Promise<boolean> {
  const row = await db
    .updateTable('device')
    .set((eb) => ({ pin_failures: eb('pin_failures', '+', 1) }))
    .where('practice_id', '=', practice)
    .where('id', '=', id)
    .where('locked', '=', 0)
    .returning('pin_failures')
    .executeTakeFirst();
  if (!row) return false;
  if (row.pin_failures >= MOST_PIN_FAILURES) {
    await db
      .updateTable('device')
      .set({ locked: 1 })
      .where('practice_id', '=', practice)
      .where('id', '=', id)
      .execute();
  }
  return true;
}

export async function forgetPinTries({ db, practice }: Scope, id: string): Promise<void> {
  await db
    .updateTable('device')
    .set({ pin_failures: 0, locked: 0 })
    .where('practice_id', '=', practice)
    .where('id', '=', id)
    .execute();
}

/** Staff unlock a tablet on the console. The count tells the tablet, which keeps one of its own for when it is offline. */
export async function unlockDevice({ db, practice }: Scope, id: string): Promise<void> {
  await db
    .updateTable('device')
    .set((eb) => ({ pin_failures: 0, locked: 0, unlocks: eb('unlocks', '+', 1) }))
    .where('practice_id', '=', practice)
    .where('id', '=', id)
    .execute();
}

/** A tablet tells that it locked itself. Old news, from before the last unlock, changes nothing. */
export async function deviceLockedItself({ db, practice }: Scope, id: string, knownUnlocks: number): Promise<void> {
  await db
    .updateTable('device')
    .set({ locked: 1 })
    .where('practice_id', '=', practice)
    .where('id', '=', id)
    .where('unlocks', '=', knownUnlocks)
    .execute();
}

export async function revokeDevice({ db, practice }: Scope, id: string, at: string): Promise<void> {
  await db
    .updateTable('device')
    .set({ revoked_at: at })
    .where('practice_id', '=', practice)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .execute();
}
