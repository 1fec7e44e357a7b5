import { toBase64url, type Bytes } from '../contract/bytes.ts';
import { envelopeHash, seal } from '../contract/envelope.ts';
import { newId } from '../contract/newId.ts';
import type { ScanEvidence } from '../contract/scanEvidence.ts';
import { addingFacts } from './addHousehold.ts';
import type { TabletDatabase } from './database.ts';
import type { Identity } from './identity.ts';
import { getMeta, setMeta } from './meta.ts';
import { NotCommitted } from './outbox.ts';

type Given = {
  database: TabletDatabase;
  identity: Identity;
  staff: string;
  app: string;
  /** Milliseconds since 1970. */
  now: () => number;
};

/**
 * Seals a picture of a paper form into the outbox, in one strict transaction, and reads it back: only then is it safe on
 * this tablet. Nobody can look at it here after that. Answers the envelope's id.
 */
export async function addPictureHere(given: Given, picture: Bytes): Promise<string> {
  const { database, identity } = given;
  const facts = await addingFacts(database);
  if (!facts) throw new NotCommitted('this tablet has not heard the practice yet');
  const at = new Date(given.now()).toISOString();
  const counter = ((await getMeta(database, 'counter')) ?? 0) + 1;
  const id = newId(given.now());
  const evidence: ScanEvidence = {
    protocol: 1,
    kind: 'scan',
    id,
    practice: identity.practice.id,
    invitation: id,
    form: { hash: facts.form },
    device: identity.device,
    staff: given.staff,
    takenAt: at,
    counter,
    app: given.app,
    picture: toBase64url(picture),
  };
  const envelope = await seal({
    evidence,
    deviceKey: identity.keys.signing.privateKey,
    practiceKey: identity.receiveKey,
    sealedAt: at,
  });
  const sha256 = await envelopeHash(envelope);
  await database.transaction('rw', [database.outbox, database.meta], async () => {
    if (((await getMeta(database, 'counter')) ?? 0) !== counter - 1)
      throw new NotCommitted('another envelope was sealed meanwhile');
    await database.outbox.add({
      id,
      invitation: id,
      kind: 'scan',
      envelope,
      sha256,
      state: 'queued',
      createdAt: at,
    });
    await setMeta(database, 'counter', counter);
  });
  const back = await database.outbox.get(id);
  if (!back || (await envelopeHash(back.envelope)) !== sha256)
    throw new NotCommitted('the stored envelope reads back differently');
  return id;
}
