import * as v from 'valibot';
import { verbalRecord, type VerbalRecord } from '../src/contract/practiceRecord.ts';
import type { ScriptAnswer, VerbalRequest } from '../src/contract/verbalApi.ts';
import { isUnfinished } from '../src/domain/invitation.ts';
import { presentVersion } from './changeInvitation.ts';
import type { Deps } from './deps.ts';
import { enrol } from './enrol.ts';
import { fillsOf } from './fills.ts';
import { keepRecord, openRecord } from './keepRecord.ts';
import { RECORD_DOCUMENT_JOB } from './jobs/recordDocument.ts';
import { endMails } from './mail/mailInvitation.ts';
import { Refusal } from './refusal.ts';
import { addConsent } from './store/envelopes.ts';
import { tell } from './store/events.ts';
import { findWithPeople, moveInvitation } from './store/invitations.ts';
import { addJob } from './store/jobs.ts';
import { findForm, getPractice } from './store/practices.ts';
import { findRecord } from './store/records.ts';
import { inTransaction, type Scope } from './store/scope.ts';
import type { StaffRow } from './store/staff.ts';

/** Milliseconds that the clock of a desk may be ahead of the server's. */
const CLOCKS_DIFFER = 5 * 60_000;

/** What is to be read aloud to the patient of an invitation. */
export async function scriptFor(scope: Scope, invitation: string): Promise<ScriptAnswer> {
  const people = await findWithPeople(scope, invitation);
  if (!people) throw new Refusal('not-found');
  const form = await findForm(scope, people.form_hash);
  if (!form) throw new Error(`no form ${people.form_hash}`);
  return { form, formHash: people.form_hash, fills: fillsOf(people, await getPractice(scope), form) };
}

/**
 * Records what a patient answered by word of mouth, which CMS allows where it is documented. The record, its ledger entry
 * and what follows from it are one transaction. Sent again under the same id it changes nothing.
 */
export async function takeVerbal(
  deps: Pick<Deps, 'now' | 'nudges' | 'jobs' | 'keyring'>,
  scope: Scope,
  by: Pick<StaffRow, 'id' | 'name'>,
  invitation: string,
  request: VerbalRequest,
): Promise<void> {
  const at = deps.now().toISOString();
  const { dataKey } = await deps.keyring.keysOf(scope.practice);
  await inTransaction(scope, async (within) => {
    if (await isKept(within, dataKey, invitation, request)) return;
    const record = await presentVersion(within, invitation, request.version);
    if (!isUnfinished(record.state)) throw new Refusal('invitation-over');
    const { form, formHash, fills } = await scriptFor(within, invitation);
    if (formHash !== request.form) throw new Refusal('changed-meanwhile');
    refuseMistakes(request, form, at);
    const { id, language, answer, readBy, answeredAt, said, reason } = request;
    await keepRecord(within, dataKey, {
      protocol: 1,
      kind: 'verbal',
      id,
      practice: scope.practice,
      invitation,
      patient: record.patient_id,
      form: { id: form.id, version: form.version, hash: formHash },
      fills,
      language,
      recordedAt: at,
      recordedBy: by.id,
      answer,
      readBy,
      answeredAt,
      by: request.by,
      said,
      reason,
    });
    await addConsent(within, {
      invitation_id: invitation,
      patient_id: record.patient_id,
      kind: answer,
      method: 'verbal',
      envelope_id: id,
      signed_at: answeredAt,
      reason,
      form_hash: formHash,
    });
    await tell(within, { invitation, kind: `verbal-${answer}`, at, who: by.name, detail: readBy });
    await addJob(within, { kind: RECORD_DOCUMENT_JOB, subject: id, at });
    await endMails(within, invitation, at);
    if (answer === 'consent') await enrol(within, record, at);
    else await moveInvitation(within, record, 'decline');
  });
  deps.nudges.nudge(scope.practice);
  deps.jobs.wake();
}

/** Whether this very answer was recorded before: its success was not heard. */
async function isKept(scope: Scope, dataKey: Uint8Array, invitation: string, request: VerbalRequest): Promise<boolean> {
  const row = await findRecord(scope, request.id);
  if (!row) return false;
  const kept = v.safeParse(verbalRecord, openRecord(scope, dataKey, row));
  if (row.invitation_id !== invitation || !kept.success || !isSame(kept.output, request))
    throw new Refusal('duplicate-submission');
  return true;
}

function isSame(kept: VerbalRecord, request: VerbalRequest): boolean {
  const same = ['language', 'answer', 'readBy', 'by', 'answeredAt', 'said', 'reason'] as const;
  return kept.form.hash === request.form && same.every((field) => kept[field] === request[field]);
}

function refuseMistakes(
  { language, answer, answeredAt, reason }: VerbalRequest,
  form: ScriptAnswer['form'],
  at: string,
): void {
  const knownReason = form.declineReasons.some(({ id }) => id === reason);
  const fields = [
    ...(form.languages.includes(language) ? [] : [{ field: 'language', problem: 'is not a language of this form' }]),
    ...(Date.parse(answeredAt) > Date.parse(at) + CLOCKS_DIFFER
      ? [{ field: 'answeredAt', problem: 'is in the future' }]
      : []),
    ...((answer === 'declination') === knownReason
      ? []
      : [{ field: 'reason', problem: 'goes with a no, and only with it' }]),
  ];
  if (fields.length > 0) throw new Refusal('unreadable-request', { fields });
}
