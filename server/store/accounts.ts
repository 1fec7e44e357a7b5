import { newId } from '../../src/contract/newId.ts';
import { addAccess, handleTaken, MEMBER } from './access.ts';
import { freeUsername, getPatient, giveUsername, nameOf } from './patients.ts';
import type { Scope } from './scope.ts';

export type Account = { handle: string; createdAt: string };

export async function accountOf({ db, practice }: Scope, patient: string): Promise<Account | undefined> {
  const row = await db
    .selectFrom('account')
    .select(['handle', 'created_at'])
    .where('practice_id', '=', practice)
    .where('patient_id', '=', patient)
    .executeTakeFirst();
  return row && { handle: row.handle, createdAt: row.created_at };
}

/**
 * Makes the patient's account, at most once (invariant 9). Its handle is the e-mail; the username where there is none,
 * or where another member of the household already has the account of that address. Answers whether it is new.
 */
export async function ensureAccount(
  scope: Scope,
  patientId: string,
  at: string,
): Promise<{ account: Account; isNew: boolean }> {
  const known = await accountOf(scope, patientId);
  if (known) return { account: known, isNew: false };
  const patient = await getPatient(scope, patientId);
  const email = patient.email?.toLowerCase();
  const byEmail = email !== undefined && !(await handleTaken(scope, email));
  const handle = byEmail ? email : (patient.username ?? (await freeUsername(scope, nameOf(patient))));
  if (!byEmail && patient.username === null) await giveUsername(scope, patientId, handle);
  const id = newId();
  await scope.db
    .insertInto('account')
    .values({
      id,
      practice_id: scope.practice,
      patient_id: patientId,
      handle,
      handle_kind: byEmail ? 'email' : 'username',
      created_at: at,
    })
    .execute();
  await addAccess(scope, { account: id, holder: MEMBER, handle, at });
  return { account: { handle, createdAt: at }, isNew: true };
}
