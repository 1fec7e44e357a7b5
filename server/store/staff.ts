import type { Insertable, Selectable } from 'kysely';
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
export function findByLogin(db: Db, login: string): Promise<StaffRow | undefined> {
  return db.selectFrom('staff').selectAll().where('login', '=', login).where('active', '=', 1).executeTakeFirst();
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
