import { revokeLinks } from '../store/links.ts';
import { queueMail, voidMails } from '../store/mails.ts';
import type { Scope } from '../store/scope.ts';

/** Mails a patient the link to their form; every earlier link ends with it. For use inside a transaction. */
export async function mailInvitation(scope: Scope, invitation: string, recipient: string, at: string): Promise<void> {
  await endMails(scope, invitation, at);
  await queueMail(scope, { kind: 'invitation', subject: invitation, invitation, recipient, at });
}

/** What was mailed to the patient becomes void, and what has not left stays here. */
export async function endMails(scope: Scope, invitation: string, at: string): Promise<void> {
  await voidMails(scope, invitation, at);
  await revokeLinks(scope, invitation, at);
}
