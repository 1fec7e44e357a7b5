import { misses } from '../../src/domain/consent.ts';
import type { Evidence } from '../../src/contract/evidence.ts';
import { filled, textIn, type Fills, type FormVersion, type InLanguages } from '../../src/domain/form.ts';
import { enrol } from '../enrol.ts';
import { fullName } from '../../src/domain/people.ts';
import { representativesOf } from '../store/caregivers.ts';
import { fillsOf } from '../fills.ts';
import type { DeviceRowRecord } from '../store/devices.ts';
import type { ConflictKind } from '../../src/domain/conflicts.ts';
import { addConsent, noteConflict } from '../store/envelopes.ts';
import { tell } from '../store/events.ts';
import { findWithPeople, moveInvitation, type InvitationRecord } from '../store/invitations.ts';
import { getPractice } from '../store/practices.ts';
import { getPatient } from '../store/patients.ts';
import type { Scope } from '../store/scope.ts';
import type { ReadEnvelope } from './readEnvelope.ts';

const STORY = { consent: 'signed', declination: 'declined', withdrawal: 'withdrawn' } as const;

type Applied = { invitation: InvitationRecord; device: DeviceRowRecord; read: ReadEnvelope; at: string };

/** What kept evidence does: the consent record, the invitation's move, the account; or a conflict put before staff. */
export async function applyEvidence(scope: Scope, applied: Applied): Promise<void> {
  const { invitation, device, read, at } = applied;
  const { evidence, envelope } = read;
  if (evidence.kind !== 'withdrawal')
    await tell(scope, { invitation: invitation.id, kind: 'presented', at: evidence.times.handedOff, who: device.name });
  await tell(scope, {
    invitation: invitation.id,
    kind: STORY[evidence.kind],
    at: evidence.times.signed,
    who: evidence.signer.printedName,
    detail: evidence.kind === 'declination' ? evidence.reason : null,
  });
  await tell(scope, { invitation: invitation.id, kind: 'received', at, who: device.name });
  await addConsent(scope, {
    invitation_id: invitation.id,
    patient_id: invitation.patient_id,
    kind: evidence.kind,
    method: device.invitation_id === null ? 'tablet' : 'app',
    envelope_id: envelope.id,
    signed_at: evidence.times.signed,
    reason: evidence.kind === 'declination' ? evidence.reason : null,
    misses: JSON.stringify(misses(evidence.answers)),
    form_hash: evidence.form.hash,
  });
  if (await textDiffers(scope, applied)) await putBeforeStaff(scope, 'text-mismatch', applied);
  if (device.revoked_at !== null) return putBeforeStaff(scope, 'device-revoked', applied);

  // What was signed stays, and so does the account: staff decide what a change of mind means (docs/decisions/0006).
  if (evidence.kind === 'withdrawal') return putBeforeStaff(scope, 'withdrawn', applied);

  if (!(await mayAnswer(scope, invitation, evidence))) return putBeforeStaff(scope, 'representative-unknown', applied);

  const moved =
    evidence.kind === 'consent'
      ? await enrol(scope, invitation, at)
      : await moveInvitation(scope, invitation, 'decline');
  if (moved.ok) return;
  const over = moved.rejection === 'cancelled' || moved.rejection === 'expired';
  await putBeforeStaff(scope, over ? 'after-cancel' : 'signed-twice', applied);
}

/** Only whom the practice recorded as a legal representative may answer for a patient; of others staff decide. */
async function mayAnswer(scope: Scope, { patient_id }: InvitationRecord, { signer }: Evidence): Promise<boolean> {
  if (signer.capacity === 'patient') return true;
  const { household } = await getPatient(scope, patient_id);
  const recorded = (await representativesOf(scope, [household])).get(household) ?? [];
  return recorded.some(({ id, name }) => id === signer.recorded && fullName(name) === signer.printedName);
}

async function putBeforeStaff(
  scope: Scope,
  kind: ConflictKind,
  { invitation, device, read, at }: Applied,
): Promise<void> {
  await noteConflict(scope, {
    kind,
    envelope_id: read.envelope.id,
    sha256: read.sha256,
    invitation_id: invitation.id,
    device_id: device.id,
    content: Buffer.from(JSON.stringify(read.envelope)),
    noted_at: at,
  });
  await tell(scope, { invitation: invitation.id, kind: `conflict-${kind}`, at, who: device.name });
}

/** Whether the names in the text that was shown are others than the practice's records say now (invariant 6). */
async function textDiffers(scope: Scope, { invitation, read: { evidence, form } }: Applied): Promise<boolean> {
  const people = await findWithPeople(scope, invitation.id);
  const practice = await getPractice(scope);
  if (!people) return true;
  const expected = fillsOf(people, practice, form);
  const keys = Object.keys(expected) as (keyof Fills)[];
  if (keys.some((key) => expected[key] !== evidence.fills[key])) return true;
  const template = meaningOf(form, evidence);
  return template !== undefined && filled(textIn(template, evidence.language), evidence.fills) !== evidence.meaning;
}

/** What the form lets this signer say. A withdrawal's words are the app's, not the form's. */
function meaningOf(form: FormVersion, { kind, signer }: Evidence): InLanguages<string> | undefined {
  const bySelf = signer.capacity === 'patient';
  if (kind === 'consent') return bySelf ? form.meaning : form.representativeMeaning;
  if (kind === 'declination') return bySelf ? form.declineMeaning : form.representativeDeclineMeaning;
  return undefined;
}
