import * as v from 'valibot';
import { evidenceSchema } from '../../src/contract/evidence.ts';
import { receiptSchema } from '../../src/contract/receipt.ts';
import { decodeJwt } from 'jose';
import type { Deps } from '../deps.ts';
import { keepDocument } from '../documents/keep.ts';
import { signedConsent } from '../documents/signedConsent.ts';
import { openBox } from '../keys/box.ts';
import { sealerOf } from '../seal/sealer.ts';
import { findDevice } from '../store/devices.ts';
import { findEnvelope } from '../store/envelopes.ts';
import { tell } from '../store/events.ts';
import { touchInvitation } from '../store/invitations.ts';
import { findForm, getPractice } from '../store/practices.ts';
import { inTransaction, scopeOf } from '../store/scope.ts';
import { findStaff } from '../store/staff.ts';

export const SIGNED_DOCUMENT_JOB = 'signed-document';

/** Makes the document of a kept envelope. Run again after a crash it makes no second one. */
export async function makeSignedDocument(deps: Deps, practiceId: string, envelopeId: string): Promise<void> {
  const scope = scopeOf(deps.store, practiceId);
  const envelope = await findEnvelope(scope, envelopeId);
  if (!envelope) throw new Error(`no envelope ${envelopeId}`);
  const { dataKey } = await deps.keyring.keysOf(practiceId);
  const evidence = v.parse(
    evidenceSchema,
    JSON.parse(openBox(dataKey, envelope.evidence, `evidence:${practiceId}:${envelopeId}`).toString()),
  );
  const form = await findForm(scope, evidence.form.hash);
  if (!form) throw new Error(`no form ${evidence.form.hash}`);
  const practice = await getPractice(scope);
  const device = await findDevice(scope, envelope.device_id);
  const staff = await findStaff(scope, evidence.staff);
  const at = deps.now().toISOString();
  const input = {
    form,
    evidence,
    evidenceHash: envelope.evidence_sha256,
    envelopeHash: envelope.sha256,
    receipt: v.parse(receiptSchema, decodeJwt(envelope.receipt)),
    practice: { name: practice.name, phone: practice.phone, zone: practice.zone },
    staffName: staff?.name ?? '',
    deviceName: device?.name ?? '',
    madeAt: envelope.received_at,
  };
  const bytes = await signedConsent(input, await sealerOf(deps, scope));
  await inTransaction(scope, async (within) => {
    const isNew = await keepDocument(within, dataKey, {
      invitation: envelope.invitation_id,
      envelope: envelopeId,
      kind: evidence.kind,
      bytes,
      at,
    });
    if (!isNew) return;
    await tell(within, { invitation: envelope.invitation_id, kind: 'document-made', at });
    await touchInvitation(within, envelope.invitation_id);
  });
  deps.nudges.nudge(practiceId);
}
