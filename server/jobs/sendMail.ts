import { isUnfinished } from '../../src/domain/invitation.ts';
import type { Deps } from '../deps.ts';
import { lockBox, openBox } from '../keys/box.ts';
import { compose, type Composed } from '../mail/compose.ts';
import { lockPractice } from '../store/changes.ts';
import { tell } from '../store/events.ts';
import { findInvitation, touchInvitation } from '../store/invitations.ts';
import { addJob } from '../store/jobs.ts';
import { aboutForm, findMail, keepContent, mailsOf, queueMail, settleMail, type MailRow } from '../store/mails.ts';
import { getPractice } from '../store/practices.ts';
import { inTransaction, scopeOf, type Scope } from '../store/scope.ts';
import type { MailState } from '../../src/contract/invitationsApi.ts';
import { TryLater } from './tryLater.ts';

/** Milliseconds after which a mail that no mail server takes is given up, and staff are told. */
const PATIENCE = 3 * 24 * 60 * 60_000;
/** Milliseconds between a mail to a patient and a reminder of it. */
const UNTIL_REMINDER = 3 * 24 * 60 * 60_000;
export const REMINDER_JOB = 'reminder';

/**
 * Sends one mail. SMTP can't say for sure that a mail was not sent twice: should the process die between the mail server's
 * yes and our note of it, the same text goes out again under the same Message-ID.
 */
export async function sendMail(deps: Deps, practiceId: string, mailId: string): Promise<void> {
  const scope = scopeOf(deps.store, practiceId);
  const mail = await findMail(scope, mailId);
  if (!mail || mail.state !== 'waiting') return;
  const { dataKey } = await deps.keyring.keysOf(practiceId);
  const label = `mail:${practiceId}:${mailId}`;
  const composed = await inTransaction(scope, async (within) => {
    if (mail.content) return JSON.parse(openBox(dataKey, mail.content, label).toString()) as Composed;
    const written = await compose({ deps, scope: within, mail });
    if (written) await keepContent(within, mailId, lockBox(dataKey, Buffer.from(JSON.stringify(written)), label));
    else await settleMail(within, mailId, { state: 'void', at: deps.now().toISOString() });
    return written;
  });
  if (!composed) return;
  const sent = await deps.mail.send({ ...composed, id: mailId, to: mail.recipient });
  if (sent.kind === 'later' && deps.now().getTime() - Date.parse(mail.created_at) < PATIENCE)
    throw new TryLater(`mail ${mailId}: ${sent.problem}`);
  const state = sent.kind === 'sent' || sent.kind === 'kept' ? sent.kind : 'failed';
  await settle(deps, scope, mail, state, 'problem' in sent ? sent.problem : null);
  deps.nudges.nudge(practiceId);
}

async function settle(deps: Deps, scope: Scope, mail: MailRow, state: MailState, problem: string | null) {
  const at = deps.now().toISOString();
  await inTransaction(scope, async (within) => {
    // Who resent or changed the method meanwhile made this one void: that stands.
    if ((await findMail(within, mail.id))?.state !== 'waiting') return;
    await settleMail(within, mail.id, { state, problem, at });
    if (mail.invitation_id === null) return;
    await tell(within, { invitation: mail.invitation_id, kind: `mail-${state}`, at, detail: mail.recipient });
    await touchInvitation(within, mail.invitation_id);
    if (state === 'sent' && aboutForm(mail.kind)) await planReminder(deps, within, mail);
  });
}

/** The next reminder comes some days after this mail, should the invitation still wait then. */
async function planReminder(deps: Deps, scope: Scope, mail: MailRow): Promise<void> {
  const at = new Date(deps.now().getTime() + UNTIL_REMINDER).toISOString();
  await addJob(scope, { kind: REMINDER_JOB, subject: mail.id, at });
}

/** Reminds of what waits, at most as often as the practice sets in all. `mailId` is the mail before. */
export async function remind(deps: Deps, practiceId: string, mailId: string): Promise<void> {
  await inTransaction(scopeOf(deps.store, practiceId), async (scope) => {
    await lockPractice(scope);
    const before = await findMail(scope, mailId);
    const invitation = before && (await findInvitation(scope, before.subject));
    if (!invitation || invitation.method !== 'app' || !isUnfinished(invitation.state)) return;
    if (invitation.reminders_stopped_at !== null) return;
    const toPatient = (await mailsOf(scope, invitation.id)).filter((mail) => aboutForm(mail.kind));
    // A newer mail has a reminder of its own.
    if (toPatient[0]?.id !== mailId) return;
    const reminded = toPatient.filter((mail) => mail.kind === 'reminder').length;
    if (reminded >= (await getPractice(scope)).reminders) return;
    const at = deps.now().toISOString();
    const { recipient } = before;
    await queueMail(scope, { kind: 'reminder', subject: invitation.id, invitation: invitation.id, recipient, at });
  });
  deps.jobs.wake();
}
