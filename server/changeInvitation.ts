import * as v from 'valibot';
import type { EditRequest } from '../src/contract/invitationsApi.ts';
import { id as idShape } from '../src/contract/shapes.ts';
import { isUnfinished } from '../src/domain/invitation.ts';
import type { Deps } from './deps.ts';
import { endMails, mailInvitation } from './mail/mailInvitation.ts';
import { Refusal } from './refusal.ts';
import { lockPractice } from './store/changes.ts';
import { tell } from './store/events.ts';
import {
  changeInvitation,
  findInvitation,
  moveInvitation,
  touchInvitation,
  type InvitationRecord,
} from './store/invitations.ts';
import { changePatient, freeUsername, getPatient, nameOf, type PatientRow } from './store/patients.ts';
import { listPractitioners } from './store/practices.ts';
import { inTransaction, type Scope } from './store/scope.ts';
import type { StaffRow } from './store/staff.ts';

type By = Pick<StaffRow, 'id' | 'name'>;

/**
 * What staff change of an invitation. It names the version it was made on: what another desk saved meanwhile is never
 * overwritten. Once there is an answer, only contact and note may change: the rest is what was agreed to.
 */
export async function editInvitation(
  deps: Pick<Deps, 'now' | 'nudges' | 'jobs'>,
  scope: Scope,
  by: By,
  id: string,
  edit: EditRequest,
): Promise<void> {
  const at = deps.now().toISOString();
  await inTransaction(scope, async (within) => {
    const record = await presentVersion(within, id, edit.version);
    const patient = await getPatient(within, record.patient_id);
    if (isUnfinished(record.state)) await editPatient(within, patient, record, edit);
    else if (patientDiffers(patient, edit) || record.method !== edit.method) throw new Refusal('invitation-over');
    await changeInvitation(within, id, edit);
    await tell(within, {
      invitation: id,
      kind: record.method === edit.method ? 'edited' : 'method-changed',
      at,
      who: by.name,
      detail: edit.method,
    });
    if (isUnfinished(record.state)) await mailAfterEdit(within, record, patient.email, edit, at);
  });
  deps.nudges.nudge(scope.practice);
  deps.jobs.wake();
}

export async function cancelInvitation(
  deps: Pick<Deps, 'now' | 'nudges'>,
  scope: Scope,
  by: By,
  id: string,
  { version, reason }: { version: number; reason: string },
): Promise<void> {
  const at = deps.now().toISOString();
  await inTransaction(scope, async (within) => {
    const record = await presentVersion(within, id, version);
    const moved = await moveInvitation(within, record, 'cancel');
    if (!moved.ok) throw new Refusal('invitation-over');
    await endMails(within, id, at);
    await tell(within, { invitation: id, kind: 'cancelled', at, who: by.name, detail: reason });
  });
  deps.nudges.nudge(scope.practice);
}

/** Sends the patient's mail again, with a new link in place of the old one. */
export async function resendInvitation(
  deps: Pick<Deps, 'now' | 'nudges' | 'jobs'>,
  scope: Scope,
  by: By,
  id: string,
  { version }: { version: number },
): Promise<void> {
  const at = deps.now().toISOString();
  await inTransaction(scope, async (within) => {
    const record = await presentVersion(within, id, version);
    if (!isUnfinished(record.state)) throw new Refusal('invitation-over');
    const { email } = await getPatient(within, record.patient_id);
    if (record.method !== 'app' || email === null) throw new Refusal('not-by-mail');
    await mailInvitation(within, id, email, at);
    await tell(within, { invitation: id, kind: 'mail-resent', at, who: by.name, detail: email });
    await touchInvitation(within, id);
  });
  deps.nudges.nudge(scope.practice);
  deps.jobs.wake();
}

/** A link goes to the address that holds now, and to nobody once another way to sign was chosen. */
async function mailAfterEdit(
  scope: Scope,
  before: InvitationRecord,
  emailBefore: string | null,
  { method, patient }: EditRequest,
  at: string,
): Promise<void> {
  const byMail = method === 'app' ? patient.email : null;
  const byMailBefore = before.method === 'app' ? emailBefore : null;
  if (byMail === byMailBefore) return;
  if (byMail === null) await endMails(scope, before.id, at);
  else await mailInvitation(scope, before.id, byMail, at);
}

/** Holds the practice: what was found here still holds when the change is written, whatever comes in meanwhile. */
export async function presentVersion(scope: Scope, id: string, version: number): Promise<InvitationRecord> {
  await lockPractice(scope);
  const record = v.is(idShape, id) ? await findInvitation(scope, id) : undefined;
  if (!record) throw new Refusal('not-found');
  if (record.change_seq !== version) throw new Refusal('changed-meanwhile');
  return record;
}

async function editPatient(
  scope: Scope,
  before: PatientRow,
  record: InvitationRecord,
  { patient, method }: EditRequest,
): Promise<void> {
  if (method === 'app' && patient.email === null) {
    throw new Refusal('unreadable-request', {
      fields: [{ field: 'method', problem: 'In App needs an e-mail address' }],
    });
  }
  const known = (await listPractitioners(scope)).some((one) => one.id === patient.practitioner);
  if (!known && patient.practitioner !== before.practitioner_id) {
    throw new Refusal('unreadable-request', {
      fields: [{ field: 'patient.practitioner', problem: 'is not a practitioner of this practice' }],
    });
  }
  const username =
    patient.email === null ? (before.username ?? (await freeUsername(scope, patient.name))) : before.username;
  await changePatient(scope, record.patient_id, patient, username);
}

function patientDiffers(row: PatientRow, { patient }: EditRequest): boolean {
  const name = nameOf(row);
  return (
    name.first !== patient.name.first ||
    name.last !== patient.name.last ||
    (name.suffix ?? '') !== (patient.name.suffix ?? '') ||
    (name.preferred ?? '') !== (patient.name.preferred ?? '') ||
    row.birth_date !== patient.birthDate ||
    row.sex !== patient.sex ||
    row.phone !== patient.phone ||
    row.email !== patient.email ||
    row.language !== patient.language ||
    row.address !== patient.address ||
    row.record_number !== patient.recordNumber ||
    row.practitioner_id !== patient.practitioner
  );
}
