import { envelopeHash, seal } from '../contract/envelope.ts';
import { newId } from '../contract/newId.ts';
import type { PublicJwk } from '../contract/shapes.ts';
import type { Fills, FormVersion } from '../domain/form.ts';
import type { TabletDatabase } from '../local/database.ts';
import { getMeta } from '../local/meta.ts';
import { commitSigned, NotCommitted } from '../local/outbox.ts';
import { withStorage } from '../local/storageTrouble.ts';
import type { Draft } from './draft.ts';
import { buildEvidence } from './evidence.ts';
import type { PatientAnswer } from './session.ts';

/** The device that an answer is given on. */
export type Sealer = {
  database: TabletDatabase;
  identity: {
    device: string;
    practice: { id: string };
    receiveKey: PublicJwk;
    keys: { signing: CryptoKeyPair };
  };
  /** The version of the page. */
  app: string;
  /** Set on a device of the patient's own. */
  where?: 'own-device' | undefined;
  /** Opens the database again, whose storage process died. */
  reopen: () => Promise<void>;
};

/** What is answered. */
export type Answered = {
  invitation: { id: string; patient: string };
  form: FormVersion;
  formHash: string;
  fills: Fills;
};

/** Where an answer moves the invitation on this device; a change of mind leaves it to the practice. */
const AFTER = { consent: 'signed', declination: 'declined', withdrawal: undefined } as const;

/** Seals a patient's answer to the practice and keeps it. When this comes back, it is safe on this device (invariant 1). */
export function sealAnswer(sealer: Sealer, answered: Answered, draft: Draft, answer: PatientAnswer): Promise<void> {
  return withStorage(() => sealOnce(sealer, answered, draft, answer), sealer.reopen);
}

async function sealOnce(
  { database, identity, app, where }: Sealer,
  { invitation, form, formHash, fills }: Answered,
  draft: Draft,
  answer: PatientAnswer,
): Promise<void> {
  const id = await idFor(database, draft.envelope, answer.kind);
  if (id === undefined) return;
  const counter = ((await getMeta(database, 'counter')) ?? 0) + 1;
  const now = new Date().toISOString();
  const evidence = buildEvidence({ ...draft, envelope: id }, answer, {
    practice: identity.practice.id,
    invitation: invitation.id,
    patient: invitation.patient,
    form,
    formHash,
    fills,
    device: identity.device,
    where,
    app,
    counter,
    agent: navigator.userAgent,
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    clockOffset: (await getMeta(database, 'clockOffset')) ?? null,
    signed: now,
  });
  const envelope = await seal({
    evidence,
    deviceKey: identity.keys.signing.privateKey,
    practiceKey: identity.receiveKey,
    sealedAt: now,
  });
  await commitSigned(database, {
    envelope,
    kind: answer.kind,
    state: AFTER[answer.kind],
    counter,
    now,
  });
}

/**
 * The id to seal under; undefined where this very answer is kept already: a commit whose success was not heard is a
 * commit all the same, once the row reads back as it was written. Another answer than the kept one is another record.
 */
async function idFor(database: TabletDatabase, id: string, kind: PatientAnswer['kind']): Promise<string | undefined> {
  const [waits, delivered] = await Promise.all([database.outbox.get(id), database.delivered.get(id)]);
  const kept = waits ?? delivered;
  if (!kept) return id;
  if (kept.kind !== kind) return newId();
  if (waits && (await envelopeHash(waits.envelope)) !== waits.sha256)
    throw new NotCommitted('the stored envelope reads back differently');
  return undefined;
}
