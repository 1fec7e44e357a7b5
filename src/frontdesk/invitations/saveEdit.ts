import type { InvitationDetail } from '../../contract/invitationsApi.ts';
import type { Answer } from '../../ui/api.ts';
import { today } from '../../ui/moments.ts';
import * as doors from '../doors.ts';
import { toRequest } from './edit.ts';
import { catchUp, type Editing } from './editing.ts';

/**
 * Saves a checked edit. Where something changed meanwhile that is none of this form's, such as a tablet handed over, it
 * is saved on the newest version; where there is anything to look at, nothing is saved before a person has.
 */
export async function saveEdit(editing: Editing): Promise<Answer<InvitationDetail>> {
  const answer = await send(editing);
  if (answer.ok || answer.problem.code !== 'changed-meanwhile') return answer;
  const newest = await doors.invitation(editing.stored.value.id);
  if (!newest.ok) return answer;
  catchUp(editing, newest.value);
  const { clashes, tookTheirs, tooLate } = editing;
  const toLookAt = clashes.value.length > 0 || tookTheirs.value || Object.keys(tooLate.value).length > 0;
  return toLookAt ? answer : send(editing);
}

function send({ form, stored }: Editing): Promise<Answer<InvitationDetail>> {
  return doors.editInvitation(stored.value.id, toRequest(form.values.value, stored.value, today()));
}
