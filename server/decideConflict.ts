import type { SettleRequest } from '../src/contract/invitationsApi.ts';
import { digestOf } from '../src/contract/digest.ts';
import { choicesFor, type Decision } from '../src/domain/conflicts.ts';
import type { Deps } from './deps.ts';
import { enrol } from './enrol.ts';
import { endMails } from './mail/mailInvitation.ts';
import { agreementOf } from './members/agreement.ts';
import { stopWithin } from './members/stop.ts';
import { Refusal } from './refusal.ts';
import { lockPractice } from './store/changes.ts';
import { findConflict, settleConflict } from './store/envelopes.ts';
import { tell } from './store/events.ts';
import { findInvitation, moveInvitation, touchInvitation, type InvitationRecord } from './store/invitations.ts';
import { appendToLedger } from './store/ledger.ts';
import { getPractice } from './store/practices.ts';
import { settleRefused } from './store/refused.ts';
import { inTransaction, type Scope } from './store/scope.ts';
import type { StaffRow } from './store/staff.ts';
import { stopOf } from './store/stops.ts';
import { stopTakesEffectOn } from '../src/domain/stopping.ts';

type By = Pick<StaffRow, 'id' | 'name'>;
type Given = Pick<Deps, 'now' | 'nudges' | 'jobs' | 'keyring'>;
type Wanted = SettleRequest & { invitation: string; conflict: string };

/**
 * Staff decide what a conflict means. What they decide is done in the same transaction, stands in the story and in the
 * ledger, and is decided once: who comes second is told.
 */
export async function decideConflict(deps: Given, scope: Scope, by: By, wanted: Wanted): Promise<void> {
  const { invitation: invitationId, conflict: id, note, decision } = wanted;
  const { dataKey } = await deps.keyring.keysOf(scope.practice);
  const at = deps.now().toISOString();
  await inTransaction(scope, async (within) => {
    await lockPractice(within);
    const invitation = await findInvitation(within, invitationId);
    const conflict = await findConflict(within, { id, invitation: invitationId });
    if (!invitation || !conflict) throw new Refusal('not-found');
    if (conflict.settled_at !== null) throw new Refusal('decided-already');
    const choices = choicesFor({ kind: conflict.kind, sealed: conflict.sealed, state: invitation.state });
    if (choices.length > 0 && decision === null)
      throw new Refusal('unreadable-request', { fields: [{ field: 'decision', problem: 'is needed for this one' }] });
    // Made on how things stood before: what was to be decided may be decided by another answer.
    if (decision !== null && !choices.includes(decision)) throw new Refusal('changed-meanwhile');
    if (decision === 'counts') await letCount(within, invitation, conflict.sealed, at);
    if (decision === 'stop') await stop({ deps, scope: within, by, dataKey, invitation: invitationId, note });
    await settleConflict(within, { id, invitation: invitationId, by: by.id, note, at, decision });
    const entry = { id, envelope: conflict.envelope_id, invitation: invitationId, decision, note, by: by.id, at };
    await appendToLedger(within, { kind: 'decision', subject: id, sha256: await digestOf(entry), at });
    await tell(within, { invitation: invitationId, kind: storyKind(decision), at, who: by.name, detail: note });
    await touchInvitation(within, invitationId);
  });
  deps.nudges.nudge(scope.practice);
  deps.jobs.wake();
}

/** Staff have looked at answers that a tablet could not hand in: they stay there, and here is written what was done. */
export async function settleRefusal(
  { now, nudges }: Pick<Deps, 'now' | 'nudges'>,
  scope: Scope,
  by: By,
  invitation: string,
  note: string,
): Promise<void> {
  const at = now().toISOString();
  await inTransaction(scope, async (within) => {
    await lockPractice(within);
    if (!(await findInvitation(within, invitation))) throw new Refusal('not-found');
    if (!(await settleRefused(within, { invitation, by: by.id, at }))) throw new Refusal('decided-already');
    await tell(within, { invitation, kind: 'conflict-settled', at, who: by.name, detail: note });
    await touchInvitation(within, invitation);
  });
  nudges.nudge(scope.practice);
}

function storyKind(decision: Decision | null): string {
  return decision === null ? 'conflict-settled' : `decided-${decision}`;
}

/** The answer does what it would have done had nothing stood in its way. */
async function letCount(scope: Scope, invitation: InvitationRecord, sealed: string | null, at: string): Promise<void> {
  const moved =
    sealed === 'consent'
      ? await enrol(scope, invitation, at, 'accept')
      : await moveInvitation(scope, invitation, 'accept-no');
  if (!moved.ok) throw new Refusal('changed-meanwhile');
  await endMails(scope, invitation.id, at);
}

type Stopping = { deps: Given; scope: Scope; by: By; dataKey: Uint8Array; invitation: string; note: string };

/** As when a member calls and stops: on record, in effect with the month, confirmed in writing. */
async function stop({ deps, scope, by, dataKey, invitation, note }: Stopping): Promise<void> {
  if (await stopOf(scope, invitation)) return;
  const agreement = await agreementOf(deps, scope, invitation);
  if (!agreement) throw new Refusal('not-enrolled');
  const effectiveOn = stopTakesEffectOn(deps.now().toISOString(), (await getPractice(scope)).zone);
  const who = { by: 'staff', byName: by.name, staff: by.id, alsoTo: null } as const;
  await stopWithin(deps, scope, { agreement, dataKey, wanted: { invitation, effectiveOn, reason: note, ...who } });
}
