import * as v from 'valibot';
import { contactSchema } from '../../src/contract/people.ts';
import type { WorkItem } from '../../src/contract/worklistApi.ts';
import { nameOf } from './patients.ts';
import type { Scope } from './scope.ts';

/** The Health Assistant's list: whoever enrolled, until somebody has called them. */

export async function addWork({ db, practice }: Scope, invitation: string, at: string): Promise<void> {
  await db
    .insertInto('work')
    .values({ invitation_id: invitation, practice_id: practice, enrolled_at: at })
    .onConflict((oc) => oc.column('invitation_id').doNothing())
    .execute();
}

export async function listWork({ db, practice }: Scope, show: 'open' | 'done'): Promise<WorkItem[]> {
  const rows = await db
    .selectFrom('work')
    .innerJoin('invitation', 'invitation.id', 'work.invitation_id')
    .innerJoin('patient', 'patient.id', 'invitation.patient_id')
    .leftJoin('staff as claimer', 'claimer.id', 'work.claimed_by')
    .leftJoin('staff as doer', 'doer.id', 'work.done_by')
    .leftJoin('stop', (join) =>
      join.onRef('stop.invitation_id', '=', 'work.invitation_id').on('stop.practice_id', '=', practice),
    )
    .selectAll('work')
    .select([
      'patient.first',
      'patient.last',
      'patient.suffix',
      'patient.preferred',
      'patient.language',
      'patient.phone',
    ])
    .select(['invitation.contact', 'invitation.note', 'claimer.name as claimer_name', 'doer.name as doer_name'])
    .select(['stop.asked_at', 'stop.effective_on'])
    .where('work.practice_id', '=', practice)
    .where('work.done_at', show === 'open' ? 'is' : 'is not', null)
    .orderBy(show === 'open' ? 'work.enrolled_at' : 'work.done_at', show === 'open' ? 'asc' : 'desc')
    .limit(500)
    .execute();
  const misses = await missesOf(
    { db, practice },
    rows.map((row) => row.invitation_id),
  );
  return rows.map((row) => {
    const contact = v.parse(contactSchema, JSON.parse(row.contact));
    return {
      invitation: row.invitation_id,
      name: nameOf(row),
      language: row.language,
      enrolledAt: row.enrolled_at,
      contact,
      phone: contact.phone ?? row.phone,
      note: row.note,
      misses: misses.get(row.invitation_id) ?? [],
      stop: row.asked_at && row.effective_on ? { askedAt: row.asked_at, effectiveOn: row.effective_on } : null,
      claimed:
        row.claimed_by && row.claimed_at
          ? { by: row.claimed_by, name: row.claimer_name ?? '', at: row.claimed_at }
          : null,
      done: row.done_at ? { name: row.doer_name ?? '', at: row.done_at } : null,
    };
  });
}

async function missesOf({ db, practice }: Scope, invitations: string[]): Promise<Map<string, string[]>> {
  if (invitations.length === 0) return new Map();
  const rows = await db
    .selectFrom('consent')
    .select(['invitation_id', 'misses'])
    .where('practice_id', '=', practice)
    .where('invitation_id', 'in', invitations)
    .execute();
  // A second answer of the same patient takes nothing away of what they missed in the first.
  const all = Map.groupBy(rows, (row) => row.invitation_id);
  return new Map(
    [...all].map(([invitation, answers]) => [
      invitation,
      [...new Set(answers.flatMap(({ misses }) => JSON.parse(misses) as string[]))],
    ]),
  );
}

/** Takes an open item that nobody has. Answers whether it was free. */
export async function claimWork(
  { db, practice }: Scope,
  invitation: string,
  staff: string,
  at: string,
): Promise<boolean> {
  const result = await db
    .updateTable('work')
    .set({ claimed_by: staff, claimed_at: at })
    .where('practice_id', '=', practice)
    .where('invitation_id', '=', invitation)
    .where('done_at', 'is', null)
    .where((eb) => eb.or([eb('claimed_by', 'is', null), eb('claimed_by', '=', staff)]))
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export async function releaseWork({ db, practice }: Scope, invitation: string): Promise<boolean> {
  const result = await db
    .updateTable('work')
    .set({ claimed_by: null, claimed_at: null })
    .where('practice_id', '=', practice)
    .where('invitation_id', '=', invitation)
    .where('done_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export async function finishWork(
  { db, practice }: Scope,
  invitation: string,
  staff: string,
  at: string,
): Promise<boolean> {
  const result = await db
    .updateTable('work')
    .set({ done_by: staff, done_at: at })
    .where('practice_id', '=', practice)
    .where('invitation_id', '=', invitation)
    .where('done_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Somebody marked it done too early: it is open again, and nobody's. */
export async function reopenWork({ db, practice }: Scope, invitation: string): Promise<boolean> {
  const result = await db
    .updateTable('work')
    .set({ done_by: null, done_at: null, claimed_by: null, claimed_at: null })
    .where('practice_id', '=', practice)
    .where('invitation_id', '=', invitation)
    .where('done_at', 'is not', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
