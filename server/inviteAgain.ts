import { digestOf } from '../src/contract/digest.ts';
import { isUnfinished } from '../src/domain/invitation.ts';
import type { Deps } from './deps.ts';
import { mailInvitation } from './mail/mailInvitation.ts';
import { Refusal } from './refusal.ts';
import { lockPractice } from './store/changes.ts';
import { tell } from './store/events.ts';
import { invitationsOfPatient } from './store/expiry.ts';
import { findInvitation, inviteOnceMore, touchInvitation } from './store/invitations.ts';
import { getPatient } from './store/patients.ts';
import { inTransaction, type Scope } from './store/scope.ts';
import type { StaffRow } from './store/staff.ts';

/**
 * Invites a patient again whose invitation is over, with a new one beside the old: what is finished stays finished, on
 * every tablet too. Sent twice under the same id, they are invited once.
 */
export async function inviteAgain(
  deps: Pick<Deps, 'now' | 'nudges' | 'jobs'>,
  scope: Scope,
  by: Pick<StaffRow, 'id' | 'name'>,
  { invitation, id }: { invitation: string; id: string },
): Promise<void> {
  const at = deps.now().toISOString();
  const requestSha256 = await digestOf({ again: invitation, id });
  await inTransaction(scope, async (within) => {
    await lockPractice(within);
    const known = await findInvitation(within, id);
    if (known && known.request_sha256 !== requestSha256) throw new Refusal('duplicate-submission');
    if (known) return;
    const old = await findInvitation(within, invitation);
    if (!old) throw new Refusal('not-found');
    const all = await invitationsOfPatient(within, old.patient_id);
    if (all.some(({ state }) => isUnfinished(state) || state === 'signed' || state === 'enrolled'))
      throw new Refusal('invited-already');
    const { email } = await getPatient(within, old.patient_id);
    const method = old.method === 'app' && email === null ? 'tablet' : old.method;
    await inviteOnceMore(within, old.id, { id, method, addedBy: by.id, requestSha256, at });
    await tell(within, { invitation, kind: 'invited-again', at, who: by.name });
    await touchInvitation(within, invitation);
    await tell(within, { invitation: id, kind: 'added', at, who: by.name });
    if (method === 'app' && email !== null) await mailInvitation(within, id, email, at);
  });
  deps.nudges.nudge(scope.practice);
  deps.jobs.wake();
}
