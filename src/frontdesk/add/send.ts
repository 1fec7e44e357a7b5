import type { FieldProblem } from '../../contract/problems.ts';
import type { Session } from '../../contract/staffApi.ts';
import { today } from '../../ui/moments.ts';
import * as doors from '../doors.ts';
import { done, draft, patientFields, sending, startDraft, type Draft } from './draft.ts';
import { differs, toInvitation } from './toInvitation.ts';

/** Where the person has to go: to the end, back to a step with a refused field, or nowhere, with `sending` saying why. */
export type Outcome = 'done' | 'patient' | 'contact' | 'failed';

/** Sends the draft. Pressed twice, or after a lost answer, it invites once: the draft carries its id (invariant 3). */
export async function sendDraft(session: Session, confirmedUsername: string | undefined): Promise<Outcome> {
  if (sending.value.at === 'sending') return 'failed';
  const typed = draft.values.value;
  const invitation = toInvitation(typed, today());
  sending.value = { at: 'sending' };
  const answer = await doors.invite(invitation);
  if (answer.ok) {
    const now = draft.values.value;
    const sameForm = now.id === typed.id;
    const changed = (sameForm && now !== typed) || differs(invitation, answer.value);
    done.value = { invitation: answer.value, confirmedUsername, differs: changed };
    // Somebody may have begun the next form while this one was on its way.
    if (sameForm) startDraft(session);
    return 'done';
  }
  // Logged out meanwhile: the log-in page says so, and afterwards the same button is pressed again.
  const loggedOut = answer.problem.code === 'not-logged-in';
  sending.value = loggedOut ? { at: 'rest' } : { at: 'failed', problem: answer.problem };
  const refused = refusedFields('fields' in answer.problem ? answer.problem.fields : undefined);
  if (!refused.length) return 'failed';
  draft.refuse(refused, 'refused');
  return refused.some((field) => patientFields.some((one) => one === field)) ? 'patient' : 'contact';
}

/** The server's names of the fields, and ours. */
const ours: Record<string, keyof Draft> = {
  'patient.name.first': 'first',
  'patient.name.last': 'last',
  'patient.name.suffix': 'suffix',
  'patient.name.preferred': 'preferred',
  'patient.birthDate': 'birthDate',
  'patient.sex': 'sex',
  'patient.phone': 'phone',
  'patient.email': 'email',
  'patient.language': 'language',
  'patient.address': 'address',
  'patient.recordNumber': 'recordNumber',
  'patient.practitioner': 'practitioner',
  method: 'method',
  'contact.days': 'days',
  'contact.from': 'from',
  'contact.to': 'to',
  'contact.zone': 'zone',
  'contact.phone': 'contactPhone',
  note: 'note',
};

function refusedFields(problems: readonly FieldProblem[] = []): (keyof Draft)[] {
  return problems.flatMap(({ field }) => ours[field] ?? []);
}
