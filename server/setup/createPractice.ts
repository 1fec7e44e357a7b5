import { formHash } from '../../src/contract/digest.ts';
import { newId } from '../../src/contract/newId.ts';
import type { Role } from '../../src/domain/roles.ts';
import type { Deps } from '../deps.ts';
import { currentForm } from '../forms/currentForm.ts';
import { hashPassword } from '../keys/passwords.ts';
import { makePracticeKeys } from '../keys/practiceKeys.ts';
import { Refusal } from '../refusal.ts';
import { LEDGER_START } from '../store/ledger.ts';
import { addPractitioner, insertPractice, keepForm } from '../store/practices.ts';
import { addStaff, findByLogin } from '../store/staff.ts';
import { inTransaction, scopeOf, type Scope } from '../store/scope.ts';

export type NewStaff = { name: string; role: Role; login: string; password: string; pin: string };
export type NewPractice = {
  practice: { name: string; phone: string; zone: string };
  practitioners: string[];
  staff: NewStaff[];
};

/** Makes a practice with its keys, the form that counts today, its practitioners and its staff: all, or nothing. */
export async function createPractice(
  deps: Pick<Deps, 'store' | 'master' | 'now'>,
  wanted: NewPractice,
): Promise<Scope> {
  for (const { login } of wanted.staff) {
    if (await findByLogin(deps.store.db, login))
      throw new Refusal('login-taken', { fields: [{ field: 'administrator.login', problem: 'is taken' }] });
  }
  const at = deps.now().toISOString();
  const practice = newId();
  const keys = await makePracticeKeys(deps.master, practice);
  const hash = await formHash(currentForm);
  const staff = await Promise.all(
    wanted.staff.map(async ({ name, role, login, password, pin }) => ({
      id: newId(),
      name,
      role,
      login,
      password_hash: await hashPassword(password),
      pin_hash: await hashPassword(pin),
      created_at: at,
    })),
  );
  await inTransaction(scopeOf(deps.store, practice), async (scope) => {
    await insertPractice(scope.db, {
      id: practice,
      ...wanted.practice,
      method: 'tablet',
      form_hash: hash,
      ledger_head: LEDGER_START,
      created_at: at,
      ...keys,
    });
    await keepForm(scope, currentForm, hash, at);
    for (const name of wanted.practitioners) await addPractitioner(scope, { id: newId(), name });
    for (const row of staff) await addStaff(scope, row);
  });
  return scopeOf(deps.store, practice);
}
