import type { Selectable } from 'kysely';
import { newId } from '../../src/contract/newId.ts';
import { addJob } from './jobs.ts';
import type { Scope } from './scope.ts';
import type { MailState } from '../../src/contract/invitationsApi.ts';
import type { Tables } from './tables.ts';

export type MailRow = Selectable<Tables['mail']>;

export const MAIL_JOB = 'mail';

const ABOUT_FORM = ['invitation', 'reminder'];

/** Whether a mail asks its reader to answer the form: it holds a link, and its subject is the invitation. */
export function aboutForm(kind: string): boolean {
  return ABOUT_FORM.includes(kind);
}

type NewMail = { kind: string; subject: string; invitation: string | null; recipient: string; at: string };

/** Asks for a mail to be written and sent after this transaction. Answers its id. */
export async function queueMail(scope: Scope, { kind, subject, invitation, recipient, at }: NewMail): Promise<string> {
  const id = newId();
  await scope.db
    .insertInto('mail')
    .values({
      id,
      practice_id: scope.practice,
      kind,
      subject,
      invitation_id: invitation,
      recipient,
      state: 'waiting',
      content: null,
      problem: null,
      created_at: at,
      settled_at: null,
    })
    .execute();
  await addJob(scope, { kind: MAIL_JOB, subject: id, at });
  return id;
}

export function findMail({ db, practice }: Scope, id: string): Promise<MailRow | undefined> {
  return db.selectFrom('mail').selectAll().where('practice_id', '=', practice).where('id', '=', id).executeTakeFirst();
}

/** Keeps what was written, so that another try sends the same. */
export async function keepContent({ db, practice }: Scope, id: string, content: Uint8Array): Promise<void> {
  await db.updateTable('mail').set({ content }).where('practice_id', '=', practice).where('id', '=', id).execute();
}

/** What became of a mail. One that left, or will never leave, keeps no text. */
export async function settleMail(
  { db, practice }: Scope,
  id: string,
  { state, problem = null, at }: { state: MailState; problem?: string | null; at: string },
): Promise<void> {
  await db
    .updateTable('mail')
    .set({ state, problem, settled_at: at, ...(state === 'kept' ? {} : { content: null }) })
    .where('practice_id', '=', practice)
    .where('id', '=', id)
    .execute();
}

/** Mails to the patient of an invitation that have not left and are of no use any more. */
export async function voidMails({ db, practice }: Scope, invitation: string, at: string): Promise<void> {
  await db
    .updateTable('mail')
    .set({ state: 'void', content: null, settled_at: at })
    .where('practice_id', '=', practice)
    .where('invitation_id', '=', invitation)
    .where('kind', 'in', ABOUT_FORM)
    .where('state', 'in', ['waiting', 'kept'])
    .execute();
}

/** Mails about this subject that have not left and are of no use any more. */
export async function voidMailsAbout({ db, practice }: Scope, subject: string, at: string): Promise<void> {
  await db
    .updateTable('mail')
    .set({ state: 'void', content: null, settled_at: at })
    .where('practice_id', '=', practice)
    .where('subject', '=', subject)
    .where('state', 'in', ['waiting', 'kept'])
    .execute();
}

/** Mails of one invitation, the newest first. */
export function mailsOf({ db, practice }: Scope, invitation: string) {
  return db
    .selectFrom('mail')
    .select(['id', 'kind', 'subject', 'recipient', 'state', 'problem', 'created_at', 'settled_at'])
    .where('practice_id', '=', practice)
    .where('invitation_id', '=', invitation)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** Mails that did not leave, the newest first: what the administrator has to look at. */
export function unsentMails({ db, practice }: Scope, limit: number) {
  return db
    .selectFrom('mail')
    .select(['id', 'kind', 'recipient', 'state', 'problem', 'invitation_id', 'created_at'])
    .where('practice_id', '=', practice)
    .where('state', 'in', ['waiting', 'kept', 'failed'])
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** Puts every kept mail up for sending, as when a mail server was set meanwhile. Answers their ids. */
export async function retryKept({ db, practice }: Scope, at: string): Promise<string[]> {
  const rows = await db
    .updateTable('mail')
    .set({ state: 'waiting', settled_at: null })
    .where('practice_id', '=', practice)
    .where('state', '=', 'kept')
    .returning('id')
    .execute();
  const ids = rows.map((row) => row.id);
  if (ids.length > 0) {
    await db
      .updateTable('job')
      .set({ done_at: null, run_at: at, attempts: 0 })
      .where('practice_id', '=', practice)
      .where('kind', '=', MAIL_JOB)
      .where('subject', 'in', ids)
      .execute();
  }
  return ids;
}
