import type { Selectable } from 'kysely';
import { newId } from '../../src/contract/newId.ts';
import type { Db } from './open.ts';
import type { Scope } from './scope.ts';
import type { Tables } from './tables.ts';

/** The ways into an account: the member's own, and those of legal representatives. */

export type AccessRow = Selectable<Tables['access']>;

/** The holder of a member's own way in; any other holder is a caregiver's id. */
export const MEMBER = 'member';

export async function addAccess(
  { db, practice }: Scope,
  { account, holder, handle, at }: { account: string; holder: string; handle: string; at: string },
): Promise<AccessRow> {
  const row: AccessRow = {
    id: newId(),
    practice_id: practice,
    account_id: account,
    holder,
    handle,
    password_hash: null,
    language: null,
    created_at: at,
    activated_at: null,
  };
  await db.insertInto('access').values(row).execute();
  return row;
}

export function findAccess({ db, practice }: Scope, id: string): Promise<AccessRow | undefined> {
  return db
    .selectFrom('access')
    .selectAll()
    .where('practice_id', '=', practice)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** All ways into a patient's account, the member's own first. */
export async function accessesOf({ db, practice }: Scope, patient: string): Promise<AccessRow[]> {
  const rows = await db
    .selectFrom('access')
    .innerJoin('account', 'account.id', 'access.account_id')
    .selectAll('access')
    .where('access.practice_id', '=', practice)
    .where('account.practice_id', '=', practice)
    .where('account.patient_id', '=', patient)
    .orderBy('access.created_at')
    .orderBy('access.id')
    .execute();
  return [...rows.filter((row) => row.holder === MEMBER), ...rows.filter((row) => row.holder !== MEMBER)];
}

/** The ways in that a caregiver has: one for each patient they act for. */
export function accessesHeldBy({ db, practice }: Scope, caregiver: string): Promise<AccessRow[]> {
  return db
    .selectFrom('access')
    .selectAll()
    .where('practice_id', '=', practice)
    .where('holder', '=', caregiver)
    .orderBy('id')
    .execute();
}

/** Whoever signs in by this name. Names are unique within a practice only, and a member does not name the practice. */
export function accessesByHandle(db: Db, handle: string): Promise<AccessRow[]> {
  return db.selectFrom('access').selectAll().where('handle', '=', handle).orderBy('id').execute();
}

export async function handleTaken({ db, practice }: Scope, handle: string): Promise<boolean> {
  const row = await db
    .selectFrom('access')
    .select('id')
    .where('practice_id', '=', practice)
    .where('handle', '=', handle)
    .executeTakeFirst();
  return row !== undefined;
}

/** The patient whose account it is. */
export async function patientOf({ db, practice }: Scope, { account_id: account }: AccessRow): Promise<string> {
  const row = await db
    .selectFrom('account')
    .select('patient_id')
    .where('practice_id', '=', practice)
    .where('id', '=', account)
    .executeTakeFirstOrThrow();
  return row.patient_id;
}

/** A new password. The first one opens the account. */
export async function setMemberPassword(
  { db, practice }: Scope,
  id: string,
  passwordHash: string,
  at: string,
): Promise<void> {
  await db
    .updateTable('access')
    .set((eb) => ({ password_hash: passwordHash, activated_at: eb.fn.coalesce('activated_at', eb.val(at)) }))
    .where('practice_id', '=', practice)
    .where('id', '=', id)
    .execute();
}

export async function setMemberLanguage({ db, practice }: Scope, id: string, language: string): Promise<void> {
  await db.updateTable('access').set({ language }).where('practice_id', '=', practice).where('id', '=', id).execute();
}

/** Closes a way in: no password opens it any more. */
export async function closeAccess({ db, practice }: Scope, id: string): Promise<void> {
  await db
    .updateTable('access')
    .set({ password_hash: null, activated_at: null })
    .where('practice_id', '=', practice)
    .where('id', '=', id)
    .execute();
}
