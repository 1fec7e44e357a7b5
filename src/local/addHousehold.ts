import type { DeviceInvitation } from '../contract/deviceApi.ts';
import { envelopeHash, seal } from '../contract/envelope.ts';
import type { NewHousehold } from '../contract/householdApi.ts';
import type { HouseholdEvidence } from '../contract/householdEvidence.ts';
import { newId } from '../contract/newId.ts';
import type { TabletDatabase } from './database.ts';
import type { Identity } from './identity.ts';
import { boxInvitation } from './invitations.ts';
import { getMeta, setMeta } from './meta.ts';
import { NotCommitted } from './outbox.ts';
import type { Vault } from './vault.ts';

/** What a tablet needs to know to add members by itself. Undefined until it has heard the practice once. */
export async function addingFacts(database: TabletDatabase) {
  return getMeta(database, 'adding');
}

type Given = {
  database: TabletDatabase;
  identity: Identity;
  vault: Vault;
  staff: { id: string; name: string };
  app: string;
  /** Milliseconds since 1970. */
  now: () => number;
};

/**
 * Adds a household on this tablet: sealed into the outbox like a signature, and at once among the invitations that can
 * be handed over. Both in one strict transaction, so that neither is there without the other.
 */
export async function addHouseholdHere(given: Given, household: NewHousehold): Promise<void> {
  const { database, identity, vault, staff } = given;
  const facts = await addingFacts(database);
  const first = household.members[0];
  if (!facts || !first) throw new NotCommitted('this tablet has not heard the practice yet');
  const at = new Date(given.now()).toISOString();
  const counter = ((await getMeta(database, 'counter')) ?? 0) + 1;
  const evidence: HouseholdEvidence = {
    protocol: 1,
    kind: 'household',
    id: newId(given.now()),
    practice: identity.practice.id,
    invitation: first.invitation,
    form: { hash: facts.form },
    device: identity.device,
    staff: staff.id,
    enteredAt: at,
    counter,
    app: given.app,
    household,
  };
  const envelope = await seal({
    evidence,
    deviceKey: identity.keys.signing.privateKey,
    practiceKey: identity.receiveKey,
    sealedAt: at,
  });
  const sha256 = await envelopeHash(envelope);
  const names = new Map(facts.practitioners.map((one) => [one.id, one.name]));
  const representatives = household.caregivers
    .filter((one) => one.legalRepresentative)
    .map(({ id, name, relationship }) => ({ id, name, relationship }));
  const invitations = household.members
    .filter((member) => member.method === 'tablet')
    .map(({ invitation, patientId, patient }): DeviceInvitation => ({
      id: invitation,
      patient: patientId,
      household: household.id,
      seq: 0,
      state: 'waiting',
      method: 'tablet',
      name: patient.name,
      birthDate: patient.birthDate,
      language: patient.language,
      recordNumber: patient.recordNumber,
      practitionerName: names.get(patient.practitioner) ?? '',
      formHash: facts.form,
      createdAt: at,
      addedBy: staff.name,
      representatives,
    }));
  const boxed = await Promise.all(invitations.map((one) => boxInvitation(vault, one, at)));
  await database.transaction('rw', [database.outbox, database.invitations, database.meta], async () => {
    if (((await getMeta(database, 'counter')) ?? 0) !== counter - 1)
      throw new NotCommitted('another envelope was sealed meanwhile');
    await database.outbox.add({
      id: envelope.id,
      invitation: first.invitation,
      kind: 'household',
      envelope,
      sha256,
      state: 'queued',
      createdAt: at,
    });
    await database.invitations.bulkAdd(boxed);
    await setMeta(database, 'counter', counter);
  });
}
