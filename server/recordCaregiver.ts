import type { Caregiver } from '../src/contract/householdApi.ts';
import { isUnfinished } from '../src/domain/invitation.ts';
import { fullName } from '../src/domain/people.ts';
import { presentVersion } from './changeInvitation.ts';
import type { Deps } from './deps.ts';
import { closeAccessesOf } from './members/accesses.ts';
import { addCaregiver, changeCaregiver, findCaregiver } from './store/caregivers.ts';
import { tell } from './store/events.ts';
import { householdOf, touchInvitation } from './store/invitations.ts';
import { queueMail } from './store/mails.ts';
import { getPatient } from './store/patients.ts';
import { inTransaction, type Scope } from './store/scope.ts';
import type { StaffRow } from './store/staff.ts';
import { Refusal } from './refusal.ts';

/**
 * Adds a caregiver to the household of an invitation, or changes one: above all whether they may sign for its patients,
 * which the tablets have to know before they are handed over.
 */
export async function recordCaregiver(
  deps: Pick<Deps, 'now' | 'nudges' | 'jobs'>,
  scope: Scope,
  by: Pick<StaffRow, 'name'>,
  invitation: string,
  { version, caregiver }: { version: number; caregiver: Caregiver },
): Promise<void> {
  const at = deps.now().toISOString();
  await inTransaction(scope, async (within) => {
    const record = await presentVersion(within, invitation, version);
    const { household } = await getPatient(within, record.patient_id);
    const known = await findCaregiver(within, caregiver.id);
    if (known && known.household !== household) throw new Refusal('not-found');
    if (known) await changeCaregiver(within, household, caregiver);
    else await addCaregiver(within, household, caregiver, at);
    if (!caregiver.legalRepresentative) await closeAccessesOf(within, caregiver.id, at);
    if (known?.email !== caregiver.email)
      await queueMail(within, { kind: 'caregiver', subject: caregiver.id, invitation, recipient: caregiver.email, at });
    await tell(within, {
      invitation,
      kind: caregiver.legalRepresentative ? 'representative-recorded' : 'caregiver-recorded',
      at,
      who: by.name,
      detail: fullName(caregiver.name),
    });
    for (const member of await householdOf(within, household))
      if (member.invitation === invitation || isUnfinished(member.state))
        await touchInvitation(within, member.invitation);
  });
  deps.nudges.nudge(scope.practice);
  deps.jobs.wake();
}
