import type { Insertable, Selectable } from 'kysely';
import type { Settings } from '../../src/contract/adminApi.ts';
import type { FormVersion } from '../../src/domain/form.ts';
import type { Scope } from './scope.ts';
import type { Db } from './open.ts';
import type { Tables } from './tables.ts';

export type PracticeRow = Selectable<Tables['practice']>;

/** Whether the first start is over. */
export async function anyPractice(db: Db): Promise<boolean> {
  return (await db.selectFrom('practice').select('id').limit(1).executeTakeFirst()) !== undefined;
}

/** One practice, whichever: to see whether the master key is the one of this data. */
export async function somePractice(db: Db): Promise<string | undefined> {
  return (await db.selectFrom('practice').select('id').limit(1).executeTakeFirst())?.id;
}

/** All practices that are kept here, the oldest first. */
export async function practiceIds(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('practice').select('id').orderBy('created_at').orderBy('id').execute();
  return rows.map((row) => row.id);
}

export async function insertPractice(db: Db, row: Insertable<Tables['practice']>): Promise<void> {
  await db.insertInto('practice').values(row).execute();
}

export function getPractice({ db, practice }: Scope): Promise<PracticeRow> {
  return db.selectFrom('practice').selectAll().where('id', '=', practice).executeTakeFirstOrThrow();
}

/** The same one again is no change. */
export async function addPractitioner({ db, practice }: Scope, row: { id: string; name: string }): Promise<void> {
  await db
    .insertInto('practitioner')
    .values({ ...row, practice_id: practice, active: 1 })
    .onConflict((oc) => oc.column('id').doNothing())
    .execute();
}

export function listPractitioners({ db, practice }: Scope): Promise<{ id: string; name: string }[]> {
  return db
    .selectFrom('practitioner')
    .select(['id', 'name'])
    .where('practice_id', '=', practice)
    .where('active', '=', 1)
    .orderBy('name')
    .execute();
}

/** Keeps a form version for ever. The same version again is no change; another text under its name is refused. */
export async function keepForm({ db, practice }: Scope, form: FormVersion, hash: string, at: string): Promise<void> {
  const known = await db
    .selectFrom('form')
    .select('hash')
    .where('practice_id', '=', practice)
    .where('id', '=', form.id)
    .where('version', '=', form.version)
    .executeTakeFirst();
  if (known?.hash === hash) return;
  if (known)
    throw new Error(`Form ${form.id} ${form.version} is kept with another text; a changed text needs a new version.`);
  await db
    .insertInto('form')
    .values({
      practice_id: practice,
      hash,
      id: form.id,
      version: form.version,
      content: JSON.stringify(form),
      created_at: at,
      current_since: at,
    })
    .execute();
}

export async function findForm({ db, practice }: Scope, hash: string): Promise<FormVersion | undefined> {
  const row = await db
    .selectFrom('form')
    .select('content')
    .where('practice_id', '=', practice)
    .where('hash', '=', hash)
    .executeTakeFirst();
  return row && (JSON.parse(row.content) as FormVersion);
}

/** The form version whose hash begins so: what a page code tells of it. */
export async function findFormByMark(
  { db, practice }: Scope,
  mark: string,
): Promise<{ hash: string; form: FormVersion } | undefined> {
  const rows = await db
    .selectFrom('form')
    .select(['hash', 'content'])
    .where('practice_id', '=', practice)
    .where('hash', 'like', `${mark}%`)
    .execute();
  const [only, other] = rows;
  return only && !other ? { hash: only.hash, form: JSON.parse(only.content) as FormVersion } : undefined;
}

/** The forms that unfinished invitations ask for, and the practice's own: what a tablet needs to have. */
export async function formsInUse({ db, practice }: Scope): Promise<{ hash: string; form: FormVersion }[]> {
  const rows = await db
    .selectFrom('form')
    .select(['hash', 'content'])
    .where('practice_id', '=', practice)
    .where((eb) =>
      eb.or([
        eb('hash', 'in', eb.selectFrom('practice').select('form_hash').where('id', '=', practice)),
        eb(
          'hash',
          'in',
          eb
            .selectFrom('invitation')
            .select('form_hash')
            .where('practice_id', '=', practice)
            .where('state', 'in', ['waiting', 'presented']),
        ),
      ]),
    )
    .execute();
  return rows.map((row) => ({ hash: row.hash, form: JSON.parse(row.content) as FormVersion }));
}

export async function allPractitioners({
  db,
  practice,
}: Scope): Promise<{ id: string; name: string; active: boolean }[]> {
  const rows = await db
    .selectFrom('practitioner')
    .select(['id', 'name', 'active'])
    .where('practice_id', '=', practice)
    .orderBy('name')
    .execute();
  return rows.map((row) => ({ ...row, active: row.active === 1 }));
}

export async function changePractitioner(
  { db, practice }: Scope,
  id: string,
  change: { name: string; active: boolean },
): Promise<boolean> {
  const result = await db
    .updateTable('practitioner')
    .set({ name: change.name, active: change.active ? 1 : 0 })
    .where('practice_id', '=', practice)
    .where('id', '=', id)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export async function changeSettings({ db, practice }: Scope, { expireDays, ...settings }: Settings): Promise<void> {
  const row = { ...settings, expire_days: expireDays };
  await db.updateTable('practice').set(row).where('id', '=', practice).execute();
}
