import type { StopRecord } from '../../src/contract/practiceRecord.ts';
import { newId } from '../../src/contract/newId.ts';
import { stopTakesEffectOn } from '../../src/domain/stopping.ts';
import type { Deps } from '../deps.ts';
import { keepRecord } from '../keepRecord.ts';
import { Refusal } from '../refusal.ts';
import { lockPractice } from '../store/changes.ts';
import { tell } from '../store/events.ts';
import { findInvitation, touchInvitation } from '../store/invitations.ts';
import { queueMail } from '../store/mails.ts';
import { getPatient } from '../store/patients.ts';
import { getPractice } from '../store/practices.ts';
import { inTransaction, type Scope } from '../store/scope.ts';
import { addStop, STOPPED_MAIL, stopOf } from '../store/stops.ts';
import { addWork, reopenWork } from '../store/work.ts';
import { agreementOf, type Agreement } from './agreement.ts';

type Wanted = {
  invitation: string;
  /** The last day as whoever asks was shown it. */
  effectiveOn: string;
  reason: string;
  by: StopRecord['by'];
  byName: string;
  /** The staff member who records what a patient said. */
  staff: string | null;
  /** Where else than to the member it is confirmed: to who acted for them. */
  alsoTo: string | null;
};

/**
 * Stops what was agreed: a record that stays, the ledger, staff and Health Assistant told, and a confirmation in writing.
 * Once for each time a patient enrolled; nothing that was signed is touched.
 */
export async function stopService(
  deps: Pick<Deps, 'now' | 'nudges' | 'jobs' | 'keyring'>,
  scope: Scope,
  wanted: Wanted,
): Promise<void> {
  const agreement = await agreementOf(deps, scope, wanted.invitation);
  if (!agreement) throw new Refusal('not-enrolled');
  const { dataKey } = await deps.keyring.keysOf(scope.practice);
  await inTransaction(scope, async (within) => {
    await lockPractice(within);
    await stopWithin(deps, within, { agreement, dataKey, wanted });
  });
  deps.nudges.nudge(scope.practice);
  deps.jobs.wake();
}

type Stopping = { agreement: Agreement; dataKey: Uint8Array; wanted: Wanted };

/** The same, inside a transaction that holds the practice. */
export async function stopWithin(
  deps: Pick<Deps, 'now'>,
  within: Scope,
  { agreement, dataKey, wanted }: Stopping,
): Promise<void> {
  const { form, formHash, fills, language, consent } = agreement;
  if (await stopOf(within, wanted.invitation)) throw new Refusal('stopped-already');
  const invitation = await findInvitation(within, wanted.invitation);
  if (invitation?.state !== 'enrolled') throw new Refusal('not-enrolled');
  const at = deps.now().toISOString();
  const effectiveOn = stopTakesEffectOn(at, (await getPractice(within)).zone);
  if (effectiveOn !== wanted.effectiveOn) throw new Refusal('changed-meanwhile');
  const record: StopRecord = {
    protocol: 1,
    kind: 'stop',
    id: newId(),
    practice: within.practice,
    invitation: wanted.invitation,
    patient: consent.patient_id,
    form: { id: form.id, version: form.version, hash: formHash },
    fills,
    language,
    recordedAt: at,
    recordedBy: wanted.staff,
    askedAt: at,
    effectiveOn,
    by: wanted.by,
    byName: wanted.byName,
    reason: wanted.reason,
  };
  await keepRecord(within, dataKey, record);
  await addStop(within, {
    invitation_id: wanted.invitation,
    record_id: record.id,
    asked_at: at,
    effective_on: effectiveOn,
    asked_by: wanted.by,
  });
  await tellEverybody(within, record, wanted);
}

/** A call that was done comes up again: the Health Assistant has to know of this one. */
async function tellEverybody(
  scope: Scope,
  { id, invitation, patient, askedAt: at, ...record }: StopRecord,
  wanted: Wanted,
) {
  await addWork(scope, invitation, at);
  await reopenWork(scope, invitation);
  await tell(scope, {
    invitation,
    kind: `stopped-by-${record.by}`,
    at,
    who: record.byName,
    detail: record.effectiveOn,
  });
  if (record.reason) await tell(scope, { invitation, kind: 'stop-reason', at, detail: record.reason });
  await touchInvitation(scope, invitation);
  const { email } = await getPatient(scope, patient);
  for (const recipient of new Set([email, wanted.alsoTo])) {
    if (recipient !== null) await queueMail(scope, { kind: STOPPED_MAIL, subject: id, invitation, recipient, at });
  }
}
