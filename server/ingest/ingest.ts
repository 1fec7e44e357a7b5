import { signReceipt } from '../../src/contract/receipt.ts';
import { PROBLEMS, type ProblemCode } from '../../src/contract/problems.ts';
import type { EnvelopeResult } from '../../src/contract/deviceApi.ts';
import type { Deps } from '../deps.ts';
import { lockBox } from '../keys/box.ts';
import { SIGNED_DOCUMENT_JOB } from '../jobs/signedDocument.ts';
import { lockPractice } from '../store/changes.ts';
import type { DeviceRowRecord } from '../store/devices.ts';
import { addEnvelope, findEnvelope, noteConflict } from '../store/envelopes.ts';
import { addScanEnvelope, findScanEnvelope } from '../store/scanEnvelopes.ts';
import { tell } from '../store/events.ts';
import { findInvitation, touchInvitation } from '../store/invitations.ts';
import { addJob } from '../store/jobs.ts';
import { appendToLedger } from '../store/ledger.ts';
import { inTransaction, scopeOf, type Scope } from '../store/scope.ts';
import { tellRefusal } from './tellRefusal.ts';
import { applyEvidence } from './applyEvidence.ts';
import { applyHousehold } from './applyHousehold.ts';
import { applyScan } from './applyScan.ts';
import { readInside, readOutside, type ReadEnvelope, type ReadHousehold, type ReadScan } from './readEnvelope.ts';

/**
 * Takes one envelope in. Same id and same bytes: the same receipt, however often (invariant 3). Whatever the server
 * decided meanwhile, a signature that holds is kept (invariant 8). Never throws: one bad envelope doesn't hold up others.
 */
export async function ingest(deps: Deps, device: DeviceRowRecord, raw: unknown): Promise<EnvelopeResult> {
  const result = await takeIn(deps, device, raw);
  try {
    await tellRefusal(deps, device, raw, result);
  } catch (error) {
    deps.log.error({ err: error, envelope: result.id }, 'a refusal could not be told');
  }
  return result;
}

async function takeIn(deps: Deps, device: DeviceRowRecord, raw: unknown): Promise<EnvelopeResult> {
  const outside = await readOutside(raw);
  if (!outside) return refused(idOf(raw), 'unreadable-request');
  const { envelope, sha256 } = outside;
  try {
    const scope = scopeOf(deps.store, device.practice_id);
    const known = await verdictOnKnown(deps, scope, device, outside);
    if (known) return known;
    const inside = await readInside(deps, device, outside);
    if (!inside.ok) {
      deps.log.info({ envelope: envelope.id, device: device.id, code: inside.code }, 'envelope refused');
      return refused(envelope.id, inside.code);
    }
    return await inTransaction(scope, async (within) => {
      await lockPractice(within);
      const meanwhile = await verdictOnKnown(deps, within, device, outside);
      if (meanwhile) return meanwhile;
      if (inside.what === 'household') return storeHousehold(deps, within, device, inside.read);
      if (inside.what === 'scan') return storePicture(deps, within, device, inside.read);
      return store(deps, within, device, inside.read);
    });
  } catch (error) {
    deps.log.error({ err: error, envelope: envelope.id, sha256 }, 'envelope could not be stored');
    return refused(envelope.id, 'server-failed');
  }
}

type Outside = NonNullable<Awaited<ReturnType<typeof readOutside>>>;

async function verdictOnKnown(
  deps: Deps,
  scope: Scope,
  device: DeviceRowRecord,
  { envelope, sha256 }: Outside,
): Promise<EnvelopeResult | undefined> {
  const known = await findEnvelope(scope, envelope.id);
  if (!known) return verdictOnPicture(deps, scope, device, { envelope, sha256 });
  if (known.sha256 === sha256)
    return {
      id: envelope.id,
      status: 'stored',
      receipt: known.receipt,
      enrolled: await isEnrolled(scope, known.invitation_id),
    };
  const at = deps.now().toISOString();
  const isNew = await noteConflict(scope, {
    kind: 'other-content',
    envelope_id: envelope.id,
    sha256,
    invitation_id: known.invitation_id,
    device_id: device.id,
    content: Buffer.from(JSON.stringify(envelope)),
    noted_at: at,
  });
  if (isNew)
    await tell(scope, { invitation: known.invitation_id, kind: 'conflict-other-content', at, who: device.name });
  return refused(envelope.id, 'envelope-conflict');
}

async function verdictOnPicture(
  deps: Deps,
  scope: Scope,
  device: DeviceRowRecord,
  { envelope, sha256 }: Outside,
): Promise<EnvelopeResult | undefined> {
  const known = await findScanEnvelope(scope, envelope.id);
  if (!known) return undefined;
  if (known.sha256 === sha256) return { id: envelope.id, status: 'stored', receipt: known.receipt, enrolled: false };
  await noteConflict(scope, {
    kind: 'other-content',
    envelope_id: envelope.id,
    sha256,
    invitation_id: envelope.invitation,
    device_id: device.id,
    content: Buffer.from(JSON.stringify(envelope)),
    noted_at: deps.now().toISOString(),
  });
  return refused(envelope.id, 'envelope-conflict');
}

/** A picture of a paper form: kept with its ledger entry and receipt, and read afterwards like any scan. */
async function storePicture(
  deps: Deps,
  scope: Scope,
  device: DeviceRowRecord,
  read: ReadScan,
): Promise<EnvelopeResult> {
  const { envelope, sha256 } = read;
  const at = deps.now().toISOString();
  const keys = await deps.keyring.keysOf(scope.practice);
  const problem = await applyScan(scope, keys.dataKey, device, read, at);
  if (problem) return refused(envelope.id, problem);
  const { seq, head } = await appendToLedger(scope, { kind: 'scan', subject: envelope.id, sha256, at });
  const receipt = await signReceipt({ id: envelope.id, sha256, seq, head, time: at }, keys.receiptPrivate);
  const content = Buffer.from(JSON.stringify(envelope));
  const row = { id: envelope.id, sha256, device_id: device.id, content, ledger_seq: seq, receipt, received_at: at };
  await addScanEnvelope(scope, row);
  return { id: envelope.id, status: 'stored', receipt, enrolled: false };
}

async function store(deps: Deps, scope: Scope, device: DeviceRowRecord, read: ReadEnvelope): Promise<EnvelopeResult> {
  const { envelope, evidence } = read;
  const invitation = await findInvitation(scope, envelope.invitation);
  if (!invitation || invitation.patient_id !== evidence.patient)
    return refused(envelope.id, 'envelope-invitation-unknown');
  const at = deps.now().toISOString();
  const receipt = await keepEnvelope(deps, scope, device, read, at);
  await applyEvidence(scope, { invitation, device, read, at });
  await addJob(scope, { kind: SIGNED_DOCUMENT_JOB, subject: envelope.id, at });
  await touchInvitation(scope, invitation.id);
  return { id: envelope.id, status: 'stored', receipt, enrolled: await isEnrolled(scope, invitation.id) };
}

async function storeHousehold(
  deps: Deps,
  scope: Scope,
  device: DeviceRowRecord,
  read: ReadHousehold,
): Promise<EnvelopeResult> {
  const at = deps.now().toISOString();
  const problem = await applyHousehold(scope, device, read, at);
  if (problem) return refused(read.envelope.id, problem);
  const receipt = await keepEnvelope(deps, scope, device, read, at);
  return { id: read.envelope.id, status: 'stored', receipt, enrolled: false };
}

/** Envelope, ledger entry and receipt: what makes it safe at the practice. */
async function keepEnvelope(
  deps: Deps,
  scope: Scope,
  device: DeviceRowRecord,
  { envelope, sha256, evidence, evidenceHash }: ReadEnvelope | ReadHousehold,
  at: string,
): Promise<string> {
  const keys = await deps.keyring.keysOf(scope.practice);
  const { seq, head } = await appendToLedger(scope, { kind: evidence.kind, subject: envelope.id, sha256, at });
  const receipt = await signReceipt({ id: envelope.id, sha256, seq, head, time: at }, keys.receiptPrivate);
  await addEnvelope(scope, {
    id: envelope.id,
    sha256,
    kind: evidence.kind,
    device_id: device.id,
    invitation_id: envelope.invitation,
    content: Buffer.from(JSON.stringify(envelope)),
    evidence: lockBox(keys.dataKey, Buffer.from(JSON.stringify(evidence)), `evidence:${scope.practice}:${envelope.id}`),
    evidence_sha256: evidenceHash,
    ledger_seq: seq,
    receipt,
    received_at: at,
  });
  return receipt;
}

async function isEnrolled(scope: Scope, invitation: string): Promise<boolean> {
  return (await findInvitation(scope, invitation))?.state === 'enrolled';
}

function refused(id: string, code: ProblemCode): EnvelopeResult {
  return { id, status: 'refused', http: PROBLEMS[code], code };
}

function idOf(raw: unknown): string {
  return typeof raw === 'object' && raw !== null && 'id' in raw && typeof raw.id === 'string' ? raw.id : '';
}
