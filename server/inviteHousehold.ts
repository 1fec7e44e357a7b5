import { digestOf } from '../src/contract/digest.ts';
import type { HouseholdAnswer, NewHousehold } from '../src/contract/householdApi.ts';
import type { Deps } from './deps.ts';
import { mailInvitation } from './mail/mailInvitation.ts';
import { Refusal } from './refusal.ts';
import { addCaregiver } from './store/caregivers.ts';
import { lockPractice } from './store/changes.ts';
import { tell } from './store/events.ts';
import { addInvitation, findInvitation } from './store/invitations.ts';
import { queueMail } from './store/mails.ts';
import { addPatient, freeUsername, getPatient, nameOf } from './store/patients.ts';
import { getPractice, listPractitioners } from './store/practices.ts';
import { inTransaction, type Scope } from './store/scope.ts';
import type { StaffRow } from './store/staff.ts';

/** Adds a household: each patient with an invitation of their own. Sent twice under the same ids, it is added once. */
export async function inviteHousehold(
  deps: Pick<Deps, 'now' | 'nudges' | 'jobs'>,
  scope: Scope,
  by: Pick<StaffRow, 'id' | 'name'>,
  household: NewHousehold,
): Promise<{ answer: HouseholdAnswer; isNew: boolean }> {
  const at = deps.now().toISOString();
  await refuseMistakes(scope, household, at);
  const isNew = await inTransaction(scope, (within) => addHousehold(within, by, household, at));
  if (isNew) {
    deps.nudges.nudge(scope.practice);
    deps.jobs.wake();
  }
  return { answer: await answerFor(scope, household), isNew };
}

/** What a screen should have caught; the server says it again, by field. */
async function refuseMistakes(scope: Scope, { members }: NewHousehold, at: string): Promise<void> {
  const practitioners = new Set((await listPractitioners(scope)).map((one) => one.id));
  const fields = members.flatMap(({ patient, method }, i) => [
    ...(method === 'app' && patient.email === null
      ? [{ field: `members.${i}.method`, problem: 'In App needs an e-mail address' }]
      : []),
    ...(practitioners.has(patient.practitioner)
      ? []
      : [{ field: `members.${i}.patient.practitioner`, problem: 'is not a practitioner of this practice' }]),
    ...(patient.birthDate > at.slice(0, 10)
      ? [{ field: `members.${i}.patient.birthDate`, problem: 'is in the future' }]
      : []),
  ]);
  if (fields.length > 0) throw new Refusal('unreadable-request', { fields });
}

/** For use inside a transaction. `form` is the hash of the form to sign, by default the practice's. Answers whether anything was new. */
export async function addHousehold(
  scope: Scope,
  by: Pick<StaffRow, 'id' | 'name'>,
  household: NewHousehold,
  at: string,
  form?: string,
): Promise<boolean> {
  // One after another: two at once must find neither the same free username nor each other missing.
  await lockPractice(scope);
  const requestSha256 = await digestOf(household);
  const formHash = form ?? (await getPractice(scope)).form_hash;
  for (const { invitation, patientId, patient, method, relationship } of household.members) {
    const known = await findInvitation(scope, invitation);
    if (known && known.request_sha256 !== requestSha256) throw new Refusal('duplicate-submission');
    if (known) return false;
    const username = patient.email === null ? await freeUsername(scope, patient.name) : null;
    await addPatient(scope, patient, { id: patientId, household: household.id, username, relationship, at });
    await addInvitation(
      scope,
      { id: invitation, patient, method, contact: household.contact, note: household.note },
      { patient: patientId, formHash, addedBy: by.id, requestSha256, at },
    );
    await tell(scope, { invitation, kind: 'added', at, who: by.name });
    if (method === 'app' && patient.email !== null) await mailInvitation(scope, invitation, patient.email, at);
  }
  const [first] = household.members;
  for (const caregiver of household.caregivers) {
    await addCaregiver(scope, household.id, caregiver, at);
    if (first)
      await queueMail(scope, {
        kind: 'caregiver',
        subject: caregiver.id,
        invitation: first.invitation,
        recipient: caregiver.email,
        at,
      });
  }
  return true;
}

async function answerFor(scope: Scope, household: NewHousehold): Promise<HouseholdAnswer> {
  const members = await Promise.all(
    household.members.map(async ({ invitation, patientId, method }) => {
      const patient = await getPatient(scope, patientId);
      return { invitation, name: nameOf(patient), method, email: patient.email, username: patient.username };
    }),
  );
  return { id: household.id, members };
}
