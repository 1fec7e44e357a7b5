import type { Deps } from '../deps.ts';
import { accessesByHandle } from '../store/access.ts';
import { consentsOf } from '../store/agreements.ts';
import { lockPractice } from '../store/changes.ts';
import { tell } from '../store/events.ts';
import { touchInvitation } from '../store/invitations.ts';
import { mailsOf } from '../store/mails.ts';
import { inTransaction, scopeOf } from '../store/scope.ts';
import { ACTIVATION_MAIL, mailActivation } from './activationMail.ts';
import { holderOf } from './holder.ts';

/** Milliseconds between two mails that a member asks for. */
const BETWEEN_MAILS = 10 * 60_000;

/**
 * Mails a new link to whoever signs in by this name and has an e-mail. The old password holds until the link is used, so
 * that nobody is locked out by somebody else's request.
 */
export async function mailForgotten(deps: Deps, handle: string): Promise<void> {
  for (const access of await accessesByHandle(deps.store.db, handle)) {
    const scope = scopeOf(deps.store, access.practice_id);
    const { email, patient } = await holderOf(scope, access);
    const [consent] = await consentsOf(scope, patient);
    if (email === null || !consent) continue;
    const at = deps.now().toISOString();
    const invitation = consent.invitation_id;
    await inTransaction(scope, async (within) => {
      await lockPractice(within);
      const newest = (await mailsOf(within, invitation)).find(
        (mail) => mail.kind === ACTIVATION_MAIL && mail.subject === access.id,
      );
      if (newest && Date.parse(at) - Date.parse(newest.created_at) < BETWEEN_MAILS) return;
      await mailActivation(within, { access, invitation, recipient: email, at });
      await tell(within, { invitation, kind: 'activation-asked', at });
      await touchInvitation(within, invitation);
    });
    deps.jobs.wake();
  }
}
