import { newId } from '../../src/contract/newId.ts';
import type { Db } from './open.ts';
import type { Scope } from './scope.ts';

export type Job = { id: string; practice: string; kind: string; subject: string; attempts: number };

/** Asks for work to be done after this transaction. The same work is asked for once. */
export async function addJob(
  { db, practice }: Scope,
  job: { kind: string; subject: string; at: string },
): Promise<void> {
  await db
    .insertInto('job')
    .values({
      id: newId(),
      practice_id: practice,
      kind: job.kind,
      subject: job.subject,
      run_at: job.at,
      last_error: null,
      done_at: null,
    })
    .onConflict((oc) => oc.columns(['practice_id', 'kind', 'subject']).doNothing())
    .execute();
}

/** Whether a document of this invitation is still being made. Its job's subject is the envelope or the record. */
export async function documentJobsPending({ db, practice }: Scope, invitation: string): Promise<boolean> {
  const row = await db
    .selectFrom('job')
    .select('job.id')
    .where('job.practice_id', '=', practice)
    .where('job.done_at', 'is', null)
    .where('job.subject', 'in', (eb) =>
      eb
        .selectFrom('envelope')
        .select('envelope.id')
        .where('envelope.practice_id', '=', practice)
        .where('envelope.invitation_id', '=', invitation)
        .unionAll(
          eb
            .selectFrom('record')
            .select('record.id')
            .where('record.practice_id', '=', practice)
            .where('record.invitation_id', '=', invitation),
        ),
    )
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Takes the next job that is due, and puts it off by `lease` milliseconds: should the process die, it comes up again.
 * Compares before it swaps, so that two processes on one database never take the same one.
 */
export async function takeJob(db: Db, now: Date, lease: number): Promise<Job | undefined> {
  const at = now.toISOString();
  const due = await db
    .selectFrom('job')
    .selectAll()
    .where('done_at', 'is', null)
    .where('run_at', '<=', at)
    .orderBy('run_at')
    .limit(1)
    .executeTakeFirst();
  if (!due) return undefined;
  const taken = await db
    .updateTable('job')
    .set({ run_at: new Date(now.getTime() + lease).toISOString(), attempts: due.attempts + 1 })
    .where('id', '=', due.id)
    .where('attempts', '=', due.attempts)
    .executeTakeFirst();
  if (taken.numUpdatedRows !== 1n) return undefined;
  return { id: due.id, practice: due.practice_id, kind: due.kind, subject: due.subject, attempts: due.attempts + 1 };
}

export async function finishJob(db: Db, id: string, at: string): Promise<void> {
  await db.updateTable('job').set({ done_at: at, last_error: null }).where('id', '=', id).execute();
}

export async function putOffJob(db: Db, id: string, runAt: string, error: string): Promise<void> {
  await db.updateTable('job').set({ run_at: runAt, last_error: error }).where('id', '=', id).execute();
}
