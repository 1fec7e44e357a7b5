import { digestOf } from '../src/contract/digest.ts';
import type { NewInvitation } from '../src/contract/people.ts';
import { newId } from '../src/contract/newId.ts';
import type { Deps } from './deps.ts';
import { Refusal } from './refusal.ts';
import { lockPractice } from './store/changes.ts';
import { tell } from './store/events.ts';
import { addInvitation, findInvitation } from './store/invitations.ts';
import { addPatient, freeUsername } from './store/patients.ts';
import { getPractice, listPractitioners } from './store/practices.ts';
import { inTransaction, type Scope } from './store/scope.ts';
import type { StaffRow } from './store/staff.ts';

/** Adds a patient and their invitation. Sent twice under one id, it is added once. Answers whether it is new. */
export async function invite(
  deps: Pick<Deps, 'now' | 'nudges'>,
  scope: Scope,
  by: Pick<StaffRow, 'id' | 'name'>,
  invitation: NewInvitation,
  household: string = newId(),
): Promise<boolean> {
  if (invitation.method === 'app' && invitation.patient.email === null) {
    throw new Refusal('unreadable-request', {
      fields: [{ field: 'method', problem: 'In App needs an e-mail address' }],
    });
  }
  const practitioners = await listPractitioners(scope);
  if (!practitioners.some((one) => one.id === invitation.patient.practitioner)) {
    throw new Refusal('unreadable-request', {
      fields: [{ field: 'patient.practitioner', problem: 'is not a practitioner of this practice' }],
    });
  }
  const at = deps.now().toISOString();
  if (invitation.patient.birthDate > at.slice(0, 10)) {
    throw new Refusal('unreadable-request', { fields: [{ field: 'patient.birthDate', problem: 'is in the future' }] });
  }
  const requestSha256 = await digestOf(invitation);
  const isNew = await inTransaction(scope, async (within) => {
    // One after another: two at once must find neither the same free username nor each other missing.
    await lockPractice(within);
    const known = await findInvitation(within, invitation.id);
    if (known && known.request_sha256 !== requestSha256) throw new Refusal('duplicate-submission');
    if (known) return false;
    const patient = newId();
    const username = invitation.patient.email === null ? await freeUsername(within, invitation.patient.name) : null;
    const { form_hash: formHash } = await getPractice(within);
    await addPatient(within, invitation.patient, { id: patient, household, username, at });
    await addInvitation(within, invitation, { patient, formHash, addedBy: by.id, requestSha256, at });
    await tell(within, { invitation: invitation.id, kind: 'added', at, who: by.name });
    return true;
  });
  if (isNew) deps.nudges.nudge(scope.practice);
  return isNew;
}
