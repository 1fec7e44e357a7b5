import { fullName } from '../../src/domain/people.ts';
import { dayInZone } from '../../src/domain/stopping.ts';
import { checkCode } from '../documents/checkCode.ts';
import { forSentences } from '../documents/making.ts';
import { activationSlip, receiptSlip, stopConfirmation } from '../documents/slips.ts';
import type { Deps } from '../deps.ts';
import { Refusal } from '../refusal.ts';
import type { AccessRow } from '../store/access.ts';
import { tell } from '../store/events.ts';
import { touchInvitation } from '../store/invitations.ts';
import { getPractice } from '../store/practices.ts';
import { inTransaction, type Scope } from '../store/scope.ts';
import { stopOf } from '../store/stops.ts';
import { slipCode } from './activation.ts';
import { endActivations } from './activationMail.ts';
import { agreementOf, linesOf } from './agreement.ts';
import { holderOf } from './holder.ts';

/** What members are given on paper. */

/** Prints a new code for a way in; every earlier one ends with it. */
export async function printSlip(
  deps: Pick<Deps, 'now' | 'master' | 'address' | 'nudges'>,
  scope: Scope,
  { access, invitation, by }: { access: AccessRow; invitation: string; by: string },
): Promise<Uint8Array> {
  const holder = await holderOf(scope, access);
  const { name, phone, zone } = await getPractice(scope);
  const at = deps.now().toISOString();
  const { code, expiresAt } = await inTransaction(scope, async (within) => {
    await endActivations(within, access.id, at);
    const made = await slipCode(deps, within, access.id);
    await tell(within, { invitation, kind: 'activation-slip', at, who: by, detail: fullName(holder.name) });
    await touchInvitation(within, invitation);
    return made;
  });
  deps.nudges.nudge(scope.practice);
  return activationSlip({
    practice: { name, phone, zone },
    language: access.language ?? holder.language,
    patient: fullName(holder.name),
    handle: access.handle,
    code,
    address: `${deps.address()}/member/start`,
    expiresOn: dayInZone(expiresAt, zone),
    madeAt: at,
  });
}

type Wanted = { invitation: string; language: string };

/** What was agreed, how to stop, and a check code, for who has no e-mail. */
export async function printReceipt(
  deps: Pick<Deps, 'now' | 'keyring'>,
  scope: Scope,
  { invitation, language }: Wanted,
): Promise<Uint8Array> {
  const agreement = await agreementOf(deps, scope, invitation);
  if (!agreement) throw new Refusal('not-found');
  const { name, phone, zone } = await getPractice(scope);
  return receiptSlip({
    practice: { name, phone, zone },
    language,
    patient: agreement.fills.patient,
    programme: agreement.form.programme,
    lines: linesOf({ ...agreement, fills: forSentences(agreement.fills) }, language),
    signedAt: agreement.consent.signed_at,
    method: agreement.consent.method,
    checkCode: checkCode(agreement.evidenceHash),
    madeAt: deps.now().toISOString(),
  });
}

/** The stop, confirmed in writing. */
export async function printStop(
  deps: Pick<Deps, 'now' | 'keyring'>,
  scope: Scope,
  { invitation, language }: Wanted,
): Promise<Uint8Array> {
  const stop = await stopOf(scope, invitation);
  const agreement = stop && (await agreementOf(deps, scope, invitation));
  if (!agreement) throw new Refusal('not-found');
  const { name, phone, zone } = await getPractice(scope);
  return stopConfirmation({
    practice: { name, phone, zone },
    language,
    patient: agreement.fills.patient,
    programme: agreement.form.programme,
    askedAt: stop.asked_at,
    effectiveOn: stop.effective_on,
    madeAt: deps.now().toISOString(),
  });
}
