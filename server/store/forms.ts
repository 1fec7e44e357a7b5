import type { FormVersion } from '../../src/domain/form.ts';
import { nextChange } from './changes.ts';
import type { Scope } from './scope.ts';

/** The versions of the practice's form, and the one that is being written. A version that is kept never changes. */

export type KeptForm = {
  hash: string;
  id: string;
  version: string;
  keptAt: string;
  /** When it was last made the one for new invitations, and by whom; null for the form that the practice began with. */
  since: string | null;
  by: string | null;
  answers: number;
  waiting: number;
};

/** All versions, the one used last first, with how many answers were given on each and how many invitations wait with it. */
export async function listForms({ db, practice }: Scope): Promise<KeptForm[]> {
  const rows = await db
    .selectFrom('form')
    .leftJoin('staff', (join) => join.onRef('staff.id', '=', 'form.current_by').on('staff.practice_id', '=', practice))
    .select(['form.hash', 'form.id', 'form.version', 'form.created_at', 'form.current_since', 'staff.name as by'])
    .select((eb) => [
      eb
        .selectFrom('consent')
        .whereRef('consent.form_hash', '=', 'form.hash')
        .where('consent.practice_id', '=', practice)
        .where('consent.kind', '!=', 'withdrawal')
        .select((count) => count.fn.countAll().as('n'))
        .as('answers'),
      eb
        .selectFrom('invitation')
        .whereRef('invitation.form_hash', '=', 'form.hash')
        .where('invitation.practice_id', '=', practice)
        .where('invitation.state', 'in', ['waiting', 'presented'])
        .select((count) => count.fn.countAll().as('n'))
        .as('waiting'),
    ])
    .where('form.practice_id', '=', practice)
    .orderBy('form.current_since', 'desc')
    .orderBy('form.created_at', 'desc')
    .execute();
  return rows.map((row) => ({
    hash: row.hash,
    id: row.id,
    version: row.version,
    keptAt: row.created_at,
    since: row.current_since,
    by: row.by,
    answers: Number(row.answers ?? 0),
    waiting: Number(row.waiting ?? 0),
  }));
}

/** New invitations get this version from now on. It has to be kept already. */
export async function makeCurrent({ db, practice }: Scope, hash: string, by: string, at: string): Promise<void> {
  await db
    .updateTable('form')
    .set({ current_since: at, current_by: by })
    .where('practice_id', '=', practice)
    .where('hash', '=', hash)
    .execute();
  await db.updateTable('practice').set({ form_hash: hash }).where('id', '=', practice).execute();
}

/**
 * Invitations whose patients have nothing of their form yet: never handed over, nothing mailed, nothing printed.
 */
export function untouchedInvitations({ db, practice }: Scope): Promise<{ id: string; form: string }[]> {
  return db
    .selectFrom('invitation')
    .select(['invitation.id', 'invitation.form_hash as form'])
    .where('invitation.practice_id', '=', practice)
    .where('invitation.state', '=', 'waiting')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('event')
            .select('event.id')
            .whereRef('event.invitation_id', '=', 'invitation.id')
            .where('event.practice_id', '=', practice)
            .where('event.kind', 'in', ['presented', 'taken-back', 'paper-printed', 'mail-sent', 'link-opened']),
        ),
      ),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('link')
            .select('link.token_hash')
            .whereRef('link.invitation_id', '=', 'invitation.id')
            .where('link.practice_id', '=', practice),
        ),
      ),
    )
    .orderBy('invitation.change_seq')
    .execute();
}

/** Gives an invitation another version, and puts it into the change feed. */
export async function moveToForm(scope: Scope, invitation: string, hash: string): Promise<void> {
  await scope.db
    .updateTable('invitation')
    .set({ form_hash: hash, change_seq: await nextChange(scope) })
    .where('practice_id', '=', scope.practice)
    .where('id', '=', invitation)
    .where('state', '=', 'waiting')
    .execute();
}

export type FormDraft = { base: string; form: FormVersion; revision: number; changedAt: string; changedBy: string };

export async function findFormDraft({ db, practice }: Scope): Promise<FormDraft | undefined> {
  const row = await db
    .selectFrom('form_draft')
    .innerJoin('staff', (join) =>
      join.onRef('staff.id', '=', 'form_draft.changed_by').on('staff.practice_id', '=', practice),
    )
    .selectAll('form_draft')
    .select('staff.name')
    .where('form_draft.practice_id', '=', practice)
    .executeTakeFirst();
  return (
    row && {
      base: row.base_hash,
      form: JSON.parse(row.content) as FormVersion,
      revision: row.revision,
      changedAt: row.changed_at,
      changedBy: row.name,
    }
  );
}

type DraftChange = { form: FormVersion; by: string; at: string };

/** Begins a draft. Answers false where there is one already. */
export async function beginFormDraft(
  { db, practice }: Scope,
  { base, form, by, at }: DraftChange & { base: string },
): Promise<boolean> {
  const result = await db
    .insertInto('form_draft')
    .values({
      practice_id: practice,
      base_hash: base,
      content: JSON.stringify(form),
      revision: 1,
      changed_by: by,
      changed_at: at,
    })
    .onConflict((oc) => oc.column('practice_id').doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows ?? 0) > 0;
}

/** Keeps what was written on `revision`. Answers false where somebody else was faster. */
export async function changeFormDraft(
  { db, practice }: Scope,
  { form, revision, by, at }: DraftChange & { revision: number },
): Promise<boolean> {
  const result = await db
    .updateTable('form_draft')
    .set({ content: JSON.stringify(form), revision: revision + 1, changed_by: by, changed_at: at })
    .where('practice_id', '=', practice)
    .where('revision', '=', revision)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Throws the draft away, or away since it is a version now. Answers whether it was still this one. */
export async function dropFormDraft({ db, practice }: Scope, revision: number): Promise<boolean> {
  const result = await db
    .deleteFrom('form_draft')
    .where('practice_id', '=', practice)
    .where('revision', '=', revision)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}
