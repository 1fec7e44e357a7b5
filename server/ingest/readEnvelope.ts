import * as v from 'valibot';
import { consentProblem } from './consentProblem.ts';
import { envelopeHash, envelopeSchema, open, type Envelope } from '../../src/contract/envelope.ts';
import { evidenceSchema, type Evidence } from '../../src/contract/evidence.ts';
import { householdEvidence, type HouseholdEvidence } from '../../src/contract/householdEvidence.ts';
import { scanEvidence, type ScanEvidence } from '../../src/contract/scanEvidence.ts';
import type { ProblemCode } from '../../src/contract/problems.ts';
import type { PublicJwk } from '../../src/contract/shapes.ts';
import type { FormVersion } from '../../src/domain/form.ts';
import type { Deps } from '../deps.ts';
import type { DeviceRowRecord } from '../store/devices.ts';
import { findForm } from '../store/practices.ts';
import { scopeOf } from '../store/scope.ts';

export type ReadEnvelope = {
  envelope: Envelope;
  sha256: string;
  evidence: Evidence;
  evidenceHash: string;
  form: FormVersion;
};
export type ReadHousehold = Omit<ReadEnvelope, 'evidence' | 'form'> & { evidence: HouseholdEvidence };
export type ReadScan = Omit<ReadEnvelope, 'evidence' | 'form'> & { evidence: ScanEvidence };
export type ReadResult =
  | { ok: true; what: 'answer'; read: ReadEnvelope }
  | { ok: true; what: 'household'; read: ReadHousehold }
  | { ok: true; what: 'scan'; read: ReadScan }
  | { ok: false; code: ProblemCode };

/** The outside of what a tablet sent, or undefined where it isn't an envelope at all. */
export async function readOutside(raw: unknown): Promise<{ envelope: Envelope; sha256: string } | undefined> {
  const parsed = v.safeParse(envelopeSchema, raw);
  return parsed.success ? { envelope: parsed.output, sha256: await envelopeHash(parsed.output) } : undefined;
}

/** Opens an envelope and checks all that can be checked before the database is asked: signature, shape, form, clauses. */
export async function readInside(
  deps: Deps,
  device: DeviceRowRecord,
  outside: { envelope: Envelope; sha256: string },
): Promise<ReadResult> {
  const { envelope, sha256 } = outside;
  const keys = await deps.keyring.keysOf(device.practice_id);
  const opened = await open(envelope, keys.receivePrivate, JSON.parse(device.public_key) as PublicJwk);
  if (!opened.ok) return { ok: false, code: `envelope-${opened.problem}` };
  const household = v.safeParse(householdEvidence, opened.evidence);
  if (household.success)
    return readHousehold(device, { envelope, sha256, evidence: household.output, evidenceHash: opened.evidenceHash });
  const scan = v.safeParse(scanEvidence, opened.evidence);
  if (scan.success)
    return readScan(device, { envelope, sha256, evidence: scan.output, evidenceHash: opened.evidenceHash });
  const parsed = v.safeParse(evidenceSchema, opened.evidence);
  if (!parsed.success) return { ok: false, code: 'envelope-bad-evidence' };
  const evidence = parsed.output;
  if (!belongsTogether(envelope, evidence, device) || !fromRightPlace(evidence, device))
    return { ok: false, code: 'envelope-bad-evidence' };
  const form = await findForm(scopeOf(deps.store, device.practice_id), envelope.formHash);
  if (!form) return { ok: false, code: 'envelope-form-unknown' };
  const problem = consentProblem(form, evidence);
  if (problem) return { ok: false, code: problem };
  return { ok: true, what: 'answer', read: { envelope, sha256, evidence, evidenceHash: opened.evidenceHash, form } };
}

function readHousehold(device: DeviceRowRecord, read: ReadHousehold): ReadResult {
  const { envelope, evidence } = read;
  const first = evidence.household.members[0]?.invitation;
  const fromTablet = device.invitation_id === null;
  const holds = fromTablet && belongsTogether(envelope, evidence, device) && first === envelope.invitation;
  return holds ? { ok: true, what: 'household', read } : { ok: false, code: 'envelope-bad-evidence' };
}

/** Only tablets of the practice take pictures of paper, and a picture names no invitation but itself. */
function readScan(device: DeviceRowRecord, read: ReadScan): ReadResult {
  const { envelope, evidence } = read;
  const fromTablet = device.invitation_id === null;
  const holds = fromTablet && belongsTogether(envelope, evidence, device) && envelope.invitation === envelope.id;
  return holds ? { ok: true, what: 'scan', read } : { ok: false, code: 'envelope-bad-evidence' };
}

function belongsTogether(
  envelope: Envelope,
  evidence: Evidence | HouseholdEvidence | ScanEvidence,
  device: DeviceRowRecord,
): boolean {
  return (
    envelope.device === device.id &&
    evidence.device === device.id &&
    evidence.practice === device.practice_id &&
    evidence.id === envelope.id &&
    evidence.invitation === envelope.invitation &&
    evidence.form.hash === envelope.formHash
  );
}

/** A patient's own browser may answer the one invitation it was mailed, and says what it is. */
function fromRightPlace(evidence: Evidence, { invitation_id: own }: DeviceRowRecord): boolean {
  return own === null ? evidence.where === undefined : evidence.where === 'own-device' && evidence.invitation === own;
}
