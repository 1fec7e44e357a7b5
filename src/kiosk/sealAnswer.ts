import { buildEvidence } from '../consent/evidence.ts';
import type { Draft } from '../consent/draft.ts';
import type { PatientAnswer } from '../consent/session.ts';
import { envelopeHash, seal } from '../contract/envelope.ts';
import { newId } from '../contract/newId.ts';
import { getMeta } from '../local/meta.ts';
import { commitSigned, NotCommitted } from '../local/outbox.ts';
import { withStorage } from '../local/storageTrouble.ts';
import { appVersion } from './appVersion.ts';
import type { HandOff } from './handOff.ts';
import { emptyRefuge } from './refuge.ts';
import { reopen, type Tablet } from './tablet.ts';

/** Where an answer moves the invitation on this tablet; a change of mind leaves it to the practice. */
const AFTER = { consent: 'signed', declination: 'declined', withdrawal: undefined } as const;

/** Seals a patient's answer to the practice and keeps it. When this comes back, it is safe on this iPad (invariant 1). */
export async function sealAnswer(tablet: Tablet, handOff: HandOff, draft: Draft, answer: PatientAnswer): Promise<void> {
  await withStorage(
    () => sealOnce(tablet, handOff, draft, answer),
    () => reopen(tablet),
  );
  emptyRefuge();
}

async function sealOnce(tablet: Tablet, handOff: HandOff, draft: Draft, answer: PatientAnswer): Promise<void> {
  const { database, identity } = tablet;
  const id = await idFor(tablet, draft.envelope, answer.kind);
  if (id === undefined) return;
  const counter = ((await getMeta(database, 'counter')) ?? 0) + 1;
  const now = new Date().toISOString();
  const evidence = buildEvidence({ ...draft, envelope: id }, answer, {
    practice: identity.practice.id,
    invitation: handOff.invitation.id,
    patient: handOff.invitation.patient,
    form: handOff.form,
    formHash: handOff.formHash,
    fills: handOff.fills,
    device: identity.device,
    app: appVersion,
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
async function idFor({ database }: Tablet, id: string, kind: PatientAnswer['kind']): Promise<string | undefined> {
  const [waits, delivered] = await Promise.all([database.outbox.get(id), database.delivered.get(id)]);
  const kept = waits ?? delivered;
  if (!kept) return id;
  if (kept.kind !== kind) return newId();
  if (waits && (await envelopeHash(waits.envelope)) !== waits.sha256)
    throw new NotCommitted('the stored envelope reads back differently');
  return undefined;
}
