import type { AccessRow } from '../store/access.ts';
import { revokeActivations } from '../store/activations.ts';
import { queueMail, voidMailsAbout } from '../store/mails.ts';
import type { Scope } from '../store/scope.ts';

export const ACTIVATION_MAIL = 'activation';

type Wanted = { access: Pick<AccessRow, 'id'>; invitation: string; recipient: string; at: string };

/** Mails the link that opens an account; every earlier code ends with it. For use inside a transaction. */
export async function mailActivation(scope: Scope, { access, invitation, recipient, at }: Wanted): Promise<void> {
  await endActivations(scope, access.id, at);
  await queueMail(scope, { kind: ACTIVATION_MAIL, subject: access.id, invitation, recipient, at });
}

/** Codes that were given out are of no use any more, and what has not left stays here. */
export async function endActivations(scope: Scope, access: string, at: string): Promise<void> {
  await voidMailsAbout(scope, access, at);
  await revokeActivations(scope, access, at);
}
