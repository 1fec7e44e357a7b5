import { newId } from '../../src/contract/newId.ts';
import { currentForm } from '../../server/forms/currentForm.ts';
import * as accounts from '../../server/store/accounts.ts';
import * as changes from '../../server/store/changes.ts';
import * as devices from '../../server/store/devices.ts';
import * as documents from '../../server/store/documents.ts';
import * as envelopes from '../../server/store/envelopes.ts';
import * as events from '../../server/store/events.ts';
import * as invitations from '../../server/store/invitations.ts';
import * as jobs from '../../server/store/jobs.ts';
import * as ledger from '../../server/store/ledger.ts';
import * as pairings from '../../server/store/pairings.ts';
import * as patients from '../../server/store/patients.ts';
import * as practices from '../../server/store/practices.ts';
import type { Scope } from '../../server/store/scope.ts';
import * as sessions from '../../server/store/sessions.ts';
import * as staff from '../../server/store/staff.ts';
import { anInvitation, aPatient, at, besides } from '../harness/builders.ts';
import { ownVersion, type FullPractice } from './fullPractice.ts';

/** How each function of the store is asked, in the scope of another practice, for what is ours. */

export type Tried = {
  call: (other: Scope, ours: FullPractice) => Promise<unknown>;
  /** The whole answer, where it could tell without naming anything: a number, a yes. */
  sees?: { value: unknown };
  /** Asked by ourselves it changes something. */
  changes?: true;
};

const nothing = { sees: { value: undefined } };
const none = { sees: { value: [] } };

export const scoped: Record<string, Tried> = {
  'accounts.accountOf': { call: (other, ours) => accounts.accountOf(other, ours.enrolled.patient), ...nothing },
  'accounts.ensureAccount': { call: (other, ours) => accounts.ensureAccount(other, ours.waiting.patient, at) },
  'changes.lockPractice': { call: (other) => changes.lockPractice(other), ...nothing },
  'changes.nextChange': { call: (other) => changes.nextChange(other) },
  'devices.addDevice': { call: (other, ours) => devices.addDevice(other, aDeviceRow(ours)) },
  'devices.countPinTry': {
    call: (other, ours) => devices.countPinTry(other, ours.tablet.device.id),
    sees: { value: false },
    changes: true,
  },
  'devices.deviceLockedItself': {
    call: (other, ours) => devices.deviceLockedItself(other, ours.tablet.device.id, 0),
  },
  'devices.deviceSeen': {
    call: (other, ours) => devices.deviceSeen(other, ours.tablet.device.id, at, { app: 'other', waiting: 9 }),
  },
  'devices.forgetPinTries': { call: (other, ours) => devices.forgetPinTries(other, ours.tablet.device.id) },
  'devices.listDevices': {
    call: async (other, ours) => (await devices.listDevices(other)).filter((row) => row.id === ours.tablet.device.id),
    ...none,
  },
  'devices.revokeDevice': { call: (other, ours) => devices.revokeDevice(other, ours.tablet.device.id, at) },
  'devices.setAsking': { call: (other, ours) => devices.setAsking(other, ours.tablet.device.id, null) },
  'devices.unlockDevice': { call: (other, ours) => devices.unlockDevice(other, ours.tablet.device.id) },
  'documents.addDocument': {
    call: (other, ours) =>
      documents.addDocument(other, {
        id: newId(),
        invitation_id: ours.enrolled.id,
        envelope_id: ours.envelope,
        kind: 'consent',
        content: Buffer.from('other'),
        sha256: '',
        created_at: at,
      }),
  },
  'documents.documentsOf': {
    call: async (other, ours) => {
      const rows = await documents.documentsOf(other, ours.enrolled.id);
      return rows.filter((row) => row.id === ours.document);
    },
    ...none,
  },
  'documents.findDocument': { call: (other, ours) => documents.findDocument(other, ours.document), ...nothing },
  'envelopes.addConsent': {
    call: (other, ours) =>
      envelopes.addConsent(other, {
        invitation_id: ours.waiting.id,
        patient_id: ours.waiting.patient,
        kind: 'consent',
        method: 'tablet',
        envelope_id: ours.envelope,
        signed_at: at,
      }),
  },
  'envelopes.addEnvelope': {
    call: (other, ours) =>
      envelopes.addEnvelope(other, {
        id: newId(),
        sha256: '',
        kind: 'consent',
        device_id: ours.tablet.device.id,
        invitation_id: ours.enrolled.id,
        content: Buffer.from('other'),
        evidence: Buffer.from('other'),
        evidence_sha256: '',
        ledger_seq: 1,
        receipt: '',
        received_at: at,
      }),
  },
  'envelopes.findEnvelope': { call: (other, ours) => envelopes.findEnvelope(other, ours.envelope), ...nothing },
  'envelopes.noteConflict': {
    call: (other, ours) =>
      envelopes.noteConflict(other, {
        kind: 'after-cancel',
        envelope_id: ours.envelope,
        sha256: '',
        invitation_id: ours.enrolled.id,
        device_id: ours.tablet.device.id,
        content: Buffer.from('other'),
        noted_at: at,
      }),
  },
  'events.storyOf': { call: (other, ours) => events.storyOf(other, ours.enrolled.id), ...none },
  'events.tell': { call: (other, ours) => events.tell(other, { invitation: ours.waiting.id, kind: 'added', at }) },
  'invitations.addInvitation': {
    call: (other, ours) =>
      invitations.addInvitation(
        other,
        anInvitation(ours.practice, {}, { id: ours.waiting.id }),
        besides(ours.practice, ours.waiting.patient),
      ),
  },
  'invitations.changedSince': { call: (other) => invitations.changedSince(other, 0, 100), ...none },
  'invitations.findInvitation': {
    call: (other, ours) => invitations.findInvitation(other, ours.waiting.id),
    ...nothing,
  },
  'invitations.findWithPeople': {
    call: (other, ours) => invitations.findWithPeople(other, ours.waiting.id),
    ...nothing,
  },
  'invitations.moveInvitation': {
    call: (other, ours) => invitations.moveInvitation(other, { id: ours.waiting.id, state: 'waiting' }, 'cancel'),
  },
  'invitations.touchInvitation': { call: (other, ours) => invitations.touchInvitation(other, ours.waiting.id) },
  'jobs.addJob': {
    call: (other, ours) => jobs.addJob(other, { kind: 'signed-document', subject: ours.envelope, at }),
  },
  'jobs.documentJobsPending': {
    call: (other, ours) => jobs.documentJobsPending(other, ours.enrolled.id),
    sees: { value: false },
  },
  'ledger.appendToLedger': {
    call: (other, ours) =>
      ledger.appendToLedger(other, { kind: 'consent', subject: newId(), sha256: ours.formHash, at }),
  },
  'ledger.firstBrokenEntry': { call: (other) => ledger.firstBrokenEntry(other), ...nothing },
  'pairings.addPairing': {
    call: (other, ours) =>
      pairings.addPairing(other, { id: newId(), codeHash: newId(), by: ours.practice.staff.id, expiresAt: at }),
  },
  'patients.addPatient': {
    call: (other, ours) =>
      patients.addPatient(other, aPatient(ours.practice), { id: newId(), household: newId(), username: null, at }),
  },
  'patients.freeUsername': {
    call: async (other) => [
      await patients.freeUsername(other, { first: 'Xanadu', last: 'Patient' }),
      await patients.freeUsername(other, { first: 'Xanadu', last: 'Account' }),
    ],
    sees: { value: ['xanadu.patient', 'xanadu.account'] },
  },
  'patients.getPatient': { call: (other, ours) => patients.getPatient(other, ours.enrolled.patient) },
  'patients.giveUsername': { call: (other, ours) => patients.giveUsername(other, ours.waiting.patient, 'taken.over') },
  'practices.addPractitioner': {
    call: (other) => practices.addPractitioner(other, { id: newId(), name: 'Dr. Other' }),
  },
  'practices.findForm': { call: (other, ours) => practices.findForm(other, ours.formHash), ...nothing },
  'practices.formsInUse': {
    async call(other, ours) {
      // Kept by both, and in use with us alone.
      await practices.keepForm(other, { ...currentForm, version: 'kept' }, ours.formHash, at);
      return (await practices.formsInUse(other)).map((one) => one.form.version);
    },
    sees: { value: [currentForm.version] },
  },
  'practices.getPractice': { call: (other) => practices.getPractice(other) },
  'practices.keepForm': {
    call: (other) => practices.keepForm(other, { ...currentForm, version: ownVersion }, 'another-text', at),
    ...nothing,
  },
  'practices.listPractitioners': { call: (other) => practices.listPractitioners(other) },
  'sessions.addSession': {
    call: (other, ours) =>
      sessions.addSession(other, { tokenHash: newId(), staff: ours.practice.staff.id, now: new Date(at) }),
  },
  'staff.addStaff': { call: (other) => staff.addStaff(other, aStaffRow()) },
  'staff.findStaff': { call: (other, ours) => staff.findStaff(other, ours.practice.staff.id), ...nothing },
  'staff.listStaff': { call: (other) => staff.listStaff(other) },
};

/** Functions that work without a practice, and why. */
export const forAllPractices: Record<string, string> = {
  'access.accessesByHandle': 'a name to sign in by says which practice, with its password',
  'activations.findActivation': 'a code is known by itself',
  'passkeys.findPasskey': 'a passkey is known by its id, before it is known who comes',
  'memberSessions.endMemberSession': 'a session is known by its secret token',
  'memberSessions.forgetOldMemberSessions': 'old sessions of all practices go',
  'memberSessions.useMemberSession': 'a session is known by its secret token',
  'devices.findByThumbprint': 'a tablet is known by its key before its practice is',
  'expiry.everyPractice': 'each practice looks for what nobody answers',
  'jobs.finishJob': 'the runner does the jobs of all practices',
  'jobs.putOffJob': 'the runner does the jobs of all practices',
  'jobs.takeJob': 'the runner does the jobs of all practices',
  'links.findLink': 'a link is known by its secret token',
  'mails.aboutForm': 'asks no database',
  'ledger.ledgerHash': 'asks no database',
  'migrate.migrate': 'a version is one of the whole database',
  'open.openPostgres': 'opens the whole database',
  'open.openSqlite': 'opens the whole database',
  'pairings.spendCode': 'a code says which practice',
  'pairings.spendSecret': 'a secret says which practice',
  'patients.nameOf': 'asks no database',
  'practices.anyPractice': 'whether the first start is over',
  'practices.insertPractice': 'makes a practice',
  'practices.practiceIds': 'each has a folder for its scans',
  'practices.somePractice': 'whether the master key is the one of this data',
  'scope.inTransaction': 'keeps the scope it is given',
  'scope.scopeOf': 'makes a scope',
  'sessions.endSession': 'a session is known by its secret token',
  'sessions.forgetOldSessions': 'old sessions of all practices go',
  'sessions.useSession': 'a session is known by its secret token',
  'staff.findByLogin': 'a log-in says which practice',
};

function aDeviceRow(ours: FullPractice) {
  const id = newId();
  return { ...ours.tablet.device, id, thumbprint: id, name: 'Other iPad' };
}

function aStaffRow() {
  const id = newId();
  return {
    id,
    name: 'Other',
    role: 'front-desk' as const,
    login: id,
    password_hash: '',
    pin_hash: '',
    created_at: at,
  };
}
