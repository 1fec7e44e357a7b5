import { invitationAnswer } from '../../contract/invitationsApi.ts';
import { callForPdf, type Answer } from '../../ui/api.ts';
import { noteContact } from '../contact.ts';
import { ask } from '../doors.ts';
import { sessionEnded } from '../sessionState.ts';

/** The doors to members' accounts. */

const path = (invitation: string, what: string): string =>
  `/api/staff/invitations/${encodeURIComponent(invitation)}/${what}`;

export const mailActivation = (invitation: string, holder: string) =>
  ask('POST', path(invitation, 'activation-mail'), invitationAnswer, { holder });
export const recordStop = (invitation: string, effectiveOn: string, reason: string) =>
  ask('POST', path(invitation, 'stop'), invitationAnswer, { effectiveOn, reason });

/** PDFs, opened by the browser itself. */
export const receiptAddress = (invitation: string): string => path(invitation, 'receipt-slip');
export const stopLetterAddress = (invitation: string): string => path(invitation, 'stop-letter');

/** Makes a new code, and answers the slip it is printed on. */
export async function activationSlip(invitation: string, holder: string): Promise<Answer<Blob>> {
  const answer = await callForPdf('POST', path(invitation, 'activation-slip'), { holder });
  noteContact(answer);
  if (!answer.ok && answer.problem.code === 'not-logged-in') sessionEnded();
  return answer;
}
