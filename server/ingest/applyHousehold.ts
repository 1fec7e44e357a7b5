import type { ProblemCode } from '../../src/contract/problems.ts';
import { addHousehold } from '../inviteHousehold.ts';
import { Refusal } from '../refusal.ts';
import type { DeviceRowRecord } from '../store/devices.ts';
import { noteConflict } from '../store/envelopes.ts';
import { allPractitioners, findForm } from '../store/practices.ts';
import type { Scope } from '../store/scope.ts';
import { allStaff } from '../store/staff.ts';
import type { ReadHousehold } from './readEnvelope.ts';

/** Adds a household that was entered on a tablet. Whoever entered it, or is named in it, may have left meanwhile. */
export async function applyHousehold(
  scope: Scope,
  device: DeviceRowRecord,
  { envelope, sha256, evidence }: ReadHousehold,
  at: string,
): Promise<ProblemCode | undefined> {
  const by = (await allStaff(scope)).find((one) => one.id === evidence.staff);
  const practitioners = new Set((await allPractitioners(scope)).map((one) => one.id));
  const known = evidence.household.members.every((member) => practitioners.has(member.patient.practitioner));
  if (!by || !known) return 'envelope-bad-evidence';
  if (!(await findForm(scope, evidence.form.hash))) return 'envelope-form-unknown';
  try {
    await addHousehold(scope, by, evidence.household, evidence.enteredAt, evidence.form.hash);
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  if (device.revoked_at !== null) {
    await noteConflict(scope, {
      kind: 'device-revoked',
      envelope_id: envelope.id,
      sha256,
      invitation_id: envelope.invitation,
      device_id: device.id,
      content: Buffer.from(JSON.stringify(envelope)),
      noted_at: at,
    });
  }
  return undefined;
}
