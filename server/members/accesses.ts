import { Refusal } from '../refusal.ts';
import { accessesOf, addAccess, handleTaken, MEMBER, type AccessRow } from '../store/access.ts';
import { caregiversOf } from '../store/caregivers.ts';
import { findWithPeople } from '../store/invitations.ts';
import { freeUsername } from '../store/patients.ts';
import type { Scope } from '../store/scope.ts';

/**
 * The way in of the member or of a legal representative of theirs, made for the representative when it is first asked for
 * (docs/decisions/0012). For use inside a transaction that holds the practice.
 */
export async function accessFor(scope: Scope, invitation: string, holder: string, at: string): Promise<AccessRow> {
  const people = await findWithPeople(scope, invitation);
  if (!people) throw new Refusal('not-found');
  const known = await accessesOf(scope, people.patient_id);
  const own = known.find((one) => one.holder === MEMBER);
  if (!own) throw new Refusal('not-enrolled');
  const theirs = known.find((one) => one.holder === holder);
  if (theirs) return theirs;
  const caregiver = (await caregiversOf(scope, people.household)).find((one) => one.id === holder);
  if (!caregiver?.legalRepresentative) throw new Refusal('not-found');
  const email = caregiver.email.toLowerCase();
  const handle = (await handleTaken(scope, email)) ? await freeUsername(scope, caregiver.name) : email;
  return addAccess(scope, { account: own.account_id, holder, handle, at });
}
