import { Refusal } from '../refusal.ts';
import {
  accessesHeldBy,
  accessesOf,
  addAccess,
  closeAccess,
  handleTaken,
  MEMBER,
  type AccessRow,
} from '../store/access.ts';
import { caregiversOf } from '../store/caregivers.ts';
import { findWithPeople } from '../store/invitations.ts';
import { endMemberSessionsOf } from '../store/memberSessions.ts';
import { removePasskeysOf } from '../store/passkeys.ts';
import { freeUsername } from '../store/patients.ts';
import type { Scope } from '../store/scope.ts';
import { endActivations } from './activationMail.ts';

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
  if (holder === MEMBER) return own;
  const caregiver = (await caregiversOf(scope, people.household)).find((one) => one.id === holder);
  if (!caregiver?.legalRepresentative) throw new Refusal('not-found');
  if (theirs) return theirs;
  const email = caregiver.email.toLowerCase();
  const handle = (await handleTaken(scope, email)) ? await freeUsername(scope, caregiver.name) : email;
  return addAccess(scope, { account: own.account_id, holder, handle, at });
}

/** Who is no legal representative any more is out at once, on every device. For use inside a transaction. */
export async function closeAccessesOf(scope: Scope, caregiver: string, at: string): Promise<void> {
  for (const { id } of await accessesHeldBy(scope, caregiver)) {
    await endActivations(scope, id, at);
    await closeAccess(scope, id);
    await removePasskeysOf(scope, id);
    await endMemberSessionsOf(scope, id);
  }
}
