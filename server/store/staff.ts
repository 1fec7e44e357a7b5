import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Db } from './open.ts';
import type { Scope } from './scope.ts';
import type { Tables } from './tables.ts';

export type StaffRow = Selectable<Tables['staff']>;

export async function addStaff(
  { db, practice }: Scope,
  row: Omit<Insertable<Tables['staff']>, 'practice_id' | 'active' | 'pin_version'>,
): Promise<void> {
  await db
    .insertInto('staff')
    .values({ ...row, practice_id: practice, active: 1, pin_version: 1 })
    .execute();
}

/** Log-ins are unique on the server, so that a person needs no practice to log in. */
export async function findByLogin(db: Db, login: string, inactiveToo = false): Promise<StaffRow | undefined> {
  const row = await db.selectFrom('staff').selectAll().where('login', '=', login).executeTakeFirst();
  return row?.active === 1 || inactiveToo ? row : undefined;
}

export function findStaff({ db, practice }: Scope, id: string): Promise<StaffRow | undefined> {
  return db
    .selectFrom('staff')
    .selectAll()
    .where('practice_id', '=', practice)
    .where('id', '=', id)
    .where('active', '=', 1)
    .executeTakeFirst();
}

export function listStaff({ db, practice }: Scope): Promise<StaffRow[]> {
  return db
    .selectFrom('staff')
    .selectAll()
    .where('practice_id', '=', practice)
    .where('active', '=', 1)
    .orderBy('name')
    .execute();
}

/** Everybody who has or had a log-in, for the administrator. */
export function allStaff({ db, practice }: Scope): Promise<StaffRow[]> {
  return db.selectFrom('staff').selectAll().where('practice_id', '=', practice).orderBy('name').execute();
}

export async function changeStaff(
  { db, practice }: Scope,
  id: string,
  change: Updateable<Tables['staff']>,
): Promise<boolean> {
  const result = await db
    .updateTable('staff')
    .set(change)
    .where('practice_id', '=', practice)
    .where('id', '=', id)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** A new PIN makes every tablet forget the old one. */
export async function setPin({ db, practice }: Scope, id: string, pinHash: string): Promise<boolean> {
  const result = await db
    .updateTable('staff')
    .set((eb) => ({ pin_hash: pinHash, pin_version: eb('pin_version', '+', 1) }))
    .where('practice_id', '=', practice)
    .where('id', '=', id)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Ends a person's log-ins, but for the one of `except`. */
export async function endSessionsOf({ db, practice }: Scope, staff: string, except = ''): Promise<void> {
  await db
    .deleteFrom('session')
    .where('practice_id', '=', practice)
    .where('staff_id', '=', staff)
    .where('token_hash', '!=', except)
    .execute();
}
