import type { ConsentEvidence, DeclinationEvidence, Signature } from '../../src/contract/evidence.ts';
import { toBase64url } from '../../src/contract/bytes.ts';
import { formHash } from '../../src/contract/digest.ts';
import { publicPart, seal, type Envelope, type SealInput } from '../../src/contract/envelope.ts';
import { newId } from '../../src/contract/newId.ts';
import type { NewHousehold } from '../../src/contract/householdApi.ts';
import type { Patient } from '../../src/contract/people.ts';
import type { PublicJwk } from '../../src/contract/shapes.ts';
import { filled, textIn, type Fills } from '../../src/domain/form.ts';
import { fullName } from '../../src/domain/people.ts';
import { packStrokes } from '../../src/domain/strokes.ts';
import { calculateJwkThumbprint } from 'jose';
import { currentForm } from '../../server/forms/currentForm.ts';
import { lockBox } from '../../server/keys/box.ts';
import { makePracticeKeys } from '../../server/keys/practiceKeys.ts';
import { addDevice, findByThumbprint, type DeviceRowRecord } from '../../server/store/devices.ts';
import { addInvitation, type NewInvitation, type NewInvitationRow } from '../../server/store/invitations.ts';
import { LEDGER_START } from '../../server/store/ledger.ts';
import type { Store } from '../../server/store/open.ts';
import { addPatient } from '../../server/store/patients.ts';
import { addPractitioner, insertPractice, keepForm } from '../../server/store/practices.ts';
import { inTransaction, scopeOf, type Scope } from '../../server/store/scope.ts';
import { addStaff } from '../../server/store/staff.ts';

/** People, tablets and what is signed on them, with real keys. What a test is about is said there; the rest is here. */

export const master = Buffer.alloc(32, 'a master key');
export const at = '2026-03-09T15:00:00.000Z';
export const hashOfForm = await formHash(currentForm);

export type TestPractice = {
  scope: Scope;
  id: string;
  name: string;
  phone: string;
  staff: { id: string; name: string };
  practitioner: { id: string; name: string };
  receiveKey: PublicJwk;
  receiptKey: PublicJwk;
};

type PracticeWishes = { name?: string; login?: string; passwordHash?: string; pinHash?: string; masterKey?: Buffer };

/** A practice with keys of its own, one form, one practitioner and one staff member. */
export async function aPractice(store: Pick<Store, 'db'>, wishes: PracticeWishes = {}): Promise<TestPractice> {
  const id = newId();
  const { name = 'Palmetto Family Medicine', masterKey = master } = wishes;
  const phone = '+1 813 555 0100';
  const keys = await makePracticeKeys(masterKey, id);
  const scope = scopeOf(store, id);
  const practitioner = { id: newId(), name: 'Dr. Ana Ruiz' };
  const staff = { id: newId(), name: 'Keisha Brown' };
  await inTransaction(scope, async (within) => {
    await insertPractice(within.db, {
      id,
      name,
      phone,
      zone: 'America/New_York',
      method: 'tablet',
      form_hash: hashOfForm,
      ledger_head: LEDGER_START,
      created_at: at,
      ...keys,
    });
    await keepForm(within, currentForm, hashOfForm, at);
    await addPractitioner(within, practitioner);
    await addStaff(within, {
      ...staff,
      role: 'front-desk',
      login: wishes.login ?? `keisha-${id}`,
      password_hash: wishes.passwordHash ?? '',
      pin_hash: wishes.pinHash ?? '',
      created_at: at,
    });
  });
  return {
    scope,
    id,
    name,
    phone,
    staff,
    practitioner,
    receiveKey: JSON.parse(keys.receive_public) as PublicJwk,
    receiptKey: JSON.parse(keys.receipt_public) as PublicJwk,
  };
}

export function aPatient(practice: TestPractice, wishes: Partial<Patient> = {}): Patient {
  return {
    name: { first: 'Margaret', last: 'Whitfield' },
    birthDate: '1947-03-09',
    sex: 'female',
    phone: '+18135550142',
    email: null,
    language: 'en',
    address: '',
    recordNumber: null,
    practitioner: practice.practitioner.id,
    ...wishes,
  };
}

export function anInvitation(
  practice: TestPractice,
  patient: Partial<Patient> = {},
  wishes: Partial<NewInvitation> = {},
): NewInvitation {
  return {
    id: newId(),
    patient: aPatient(practice, patient),
    method: 'tablet',
    contact: { days: ['mon'], from: '09:00', to: '12:00', zone: 'America/New_York', phone: null },
    note: '',
    ...wishes,
  };
}

/** A household of one, as staff send it. */
export function aHouseholdOf({ id, patient, method, contact, note }: NewInvitation): NewHousehold {
  const member = { invitation: id, patientId: newId(), patient, method, relationship: null };
  return { id: newId(), members: [member], caregivers: [], contact, note };
}

/** What the server adds to an invitation that staff sent. */
export function besides(practice: TestPractice, patient: string): NewInvitationRow {
  return { patient, formHash: hashOfForm, addedBy: practice.staff.id, requestSha256: '', at };
}

export type Invited = { id: string; patient: string; name: string };

/** A patient of the practice and their invitation, as rows. */
export async function anInvited(
  practice: TestPractice,
  patient: Partial<Patient> & { username?: string } = {},
  wishes: Partial<NewInvitation> = {},
): Promise<Invited> {
  const { username = null, ...person } = patient;
  const invitation = anInvitation(practice, person, wishes);
  const id = newId();
  await inTransaction(practice.scope, async (within) => {
    await addPatient(within, invitation.patient, { id, household: newId(), username, at });
    await addInvitation(within, invitation, besides(practice, id));
  });
  return { id: invitation.id, patient: id, name: fullName(invitation.patient.name) };
}

export type TestTablet = { practice: TestPractice; device: DeviceRowRecord; keys: CryptoKeyPair; vaultKey: Buffer };

/** A paired tablet with a device key of its own. */
export async function aTablet(practice: TestPractice, name = 'Front desk iPad'): Promise<TestTablet> {
  const keys = await newDeviceKeys();
  const publicKey = publicPart(await crypto.subtle.exportKey('jwk', keys.publicKey));
  const id = newId();
  const vaultKey = Buffer.alloc(32, name);
  const thumbprint = await calculateJwkThumbprint(publicKey);
  await addDevice(practice.scope, {
    id,
    name,
    public_key: JSON.stringify(publicKey),
    thumbprint,
    vault_key: lockBox(master, vaultKey, `vault:${id}`),
    paired_by: practice.staff.id,
    paired_at: at,
    seen_at: null,
    app: 'tests',
    oldest: null,
    revoked_at: null,
  });
  const device = await findByThumbprint(practice.scope.db, thumbprint);
  if (!device) throw new Error('the tablet was not paired');
  return { practice, device, keys, vaultKey };
}

export function newDeviceKeys(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
}

/** Long and odd enough to be found wherever it lies in clear. */
export const drawnStrokes = toBase64url(
  packStrokes([
    {
      pointer: 'pen',
      at: 0,
      samples: Array.from({ length: 90 }, (_, i) => ({
        x: i * 371,
        y: (i * i) % 907,
        t: i * 42,
        p: 500,
        tx: 3,
        ty: 9,
      })),
    },
  ]),
);

const drawn: Signature = {
  how: 'drawn',
  strokes: drawnStrokes,
  samples: 90,
  width: 640,
  height: 260,
  coalesced: true,
  pointers: ['pen'],
};

function shared({ practice, device }: TestTablet, invited: Invited) {
  const fills: Fills = {
    patient: invited.name,
    practice: practice.name,
    practicePhone: practice.phone,
    practitioner: practice.practitioner.name,
    programme: currentForm.programme,
  };
  return {
    protocol: 1 as const,
    id: newId(),
    practice: practice.id,
    invitation: invited.id,
    patient: invited.patient,
    form: { id: currentForm.id, version: currentForm.version, hash: hashOfForm },
    fills,
    language: 'en',
    acknowledgements: currentForm.clauses.map((clause) => ({
      clause: clause.id,
      language: 'en',
      shownAt: '2026-03-09T15:04:00.000Z',
      acknowledgedAt: '2026-03-09T15:04:30.000Z',
    })),
    answers: [],
    identity: { by: 'birth-date' as const, at: '2026-03-09T15:02:20.000Z', tries: 1 },
    times: {
      handedOff: '2026-03-09T15:02:11.000Z',
      began: '2026-03-09T15:02:40.000Z',
      signed: '2026-03-09T15:14:32.000Z',
      zone: 'America/New_York',
      clockOffset: 0,
    },
    device: device.id,
    staff: practice.staff.id,
    app: 'tests',
    counter: 1,
    agent: 'Mozilla/5.0 (iPad)',
    signer: { capacity: 'patient' as const, printedName: invited.name },
  };
}

export function aConsent(tablet: TestTablet, invited: Invited, wishes: Partial<ConsentEvidence> = {}): ConsentEvidence {
  const common = { ...shared(tablet, invited), ...wishes };
  const meaning = filled(textIn(currentForm.meaning, common.language), common.fills);
  return { meaning, signature: drawn, ...common, kind: 'consent' };
}

export function aDeclination(
  tablet: TestTablet,
  invited: Invited,
  wishes: Partial<DeclinationEvidence> = {},
): DeclinationEvidence {
  const common = { ...shared(tablet, invited), ...wishes };
  const meaning = filled(textIn(currentForm.declineMeaning, common.language), common.fills);
  const reason = currentForm.declineReasons[0]?.id ?? '';
  return { meaning, reason, words: '', ...common, kind: 'declination' };
}

/** Signs and seals as the tablet does. Sealed twice, the same evidence makes two envelopes of one id. */
export function sealed(
  tablet: TestTablet,
  evidence: SealInput['evidence'],
  wishes: { deviceKey?: CryptoKey; practiceKey?: PublicJwk } = {},
): Promise<Envelope> {
  return seal({
    evidence,
    deviceKey: wishes.deviceKey ?? tablet.keys.privateKey,
    practiceKey: wishes.practiceKey ?? tablet.practice.receiveKey,
    sealedAt: '2026-03-09T15:14:33.000Z',
  });
}
