import { mailActivation } from './members/activationMail.ts';
import { accessesOf } from './store/access.ts';
import { ensureAccount } from './store/accounts.ts';
import { tell } from './store/events.ts';
import { findInvitation, moveInvitation, type InvitationRecord } from './store/invitations.ts';
import { getPatient } from './store/patients.ts';
import type { Scope } from './store/scope.ts';
import { addWork } from './store/work.ts';

/**
 * What follows from a consent that was kept, by whatever method: the invitation is signed and enrolled, the account is
 * there, and the Health Assistant is told. For use inside the transaction that keeps the consent (invariant 9). Says why
 * where the invitation is over already; then nothing was done. `accept`: staff let it count although it was over.
 */
export async function enrol(
  scope: Scope,
  invitation: InvitationRecord,
  at: string,
  event: 'sign' | 'accept' = 'sign',
): Promise<Awaited<ReturnType<typeof moveInvitation>>> {
  const moved = await moveInvitation(scope, invitation, event);
  if (!moved.ok) return moved;
  const { account, isNew } = await ensureAccount(scope, invitation.patient_id, at);
  if (isNew) {
    await tell(scope, { invitation: invitation.id, kind: 'account-created', at, detail: account.handle });
    await offerAccount(scope, invitation, at);
  }
  const signed = await findInvitation(scope, invitation.id);
  if (signed) await moveInvitation(scope, signed, 'enroll');
  await addWork(scope, invitation.id, at);
  await tell(scope, { invitation: invitation.id, kind: 'enrolled', at });
  return moved;
}

/** Who has an e-mail gets the link that opens the account; for others staff print a slip. */
async function offerAccount(scope: Scope, { id, patient_id: patient }: InvitationRecord, at: string): Promise<void> {
  const { email } = await getPatient(scope, patient);
  const [access] = await accessesOf(scope, patient);
  if (email !== null && access) await mailActivation(scope, { access, invitation: id, recipient: email, at });
}
