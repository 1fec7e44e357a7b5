import { newId } from '../../src/contract/newId.ts';
import * as caregivers from '../../server/store/caregivers.ts';
import * as devices from '../../server/store/devices.ts';
import * as duplicates from '../../server/store/duplicates.ts';
import * as envelopes from '../../server/store/envelopes.ts';
import * as expiry from '../../server/store/expiry.ts';
import * as invitations from '../../server/store/invitations.ts';
import * as outcomes from '../../server/store/outcomes.ts';
import * as patients from '../../server/store/patients.ts';
import * as practices from '../../server/store/practices.ts';
import * as staff from '../../server/store/staff.ts';
import * as work from '../../server/store/work.ts';
import { aPatient, at } from '../harness/builders.ts';
import type { Tried } from './scoped.ts';

/** What the front desk, the Health Assistant and the administrator ask of the store, from another practice. */

const refused = { sees: { value: false }, changes: true } as const;
const none = { sees: { value: [] } };

export const scopedDesk: Record<string, Tried> = {
  'caregivers.addCaregiver': {
    call: (other, ours) =>
      caregivers.addCaregiver(
        other,
        ours.household,
        {
          id: newId(),
          name: { first: 'Other', last: 'Caregiver' },
          relationship: 'son',
          phone: null,
          email: 'o@example.org',
          legalRepresentative: true,
        },
        at,
      ),
  },
  'caregivers.caregiversOf': {
    call: async (other, ours) =>
      (await caregivers.caregiversOf(other, ours.household)).filter((one) => one.name.last === 'Xanadu'),
    ...none,
  },
  'devices.holdersOf': { call: async (other) => [...(await devices.holdersOf(other))], ...none },
  'devices.renameDevice': {
    call: (other, ours) => devices.renameDevice(other, ours.tablet.device.id, 'Taken'),
    ...refused,
  },
  'devices.heldElsewhere': {
    call: (other, ours) => devices.heldElsewhere(other, ours.waiting.id, newId()),
    sees: { value: false },
  },
  'devices.setHolding': { call: (other, ours) => devices.setHolding(other, ours.tablet.device.id, ours.enrolled.id) },
  'duplicates.likelyDuplicates': {
    call: (other) =>
      duplicates.likelyDuplicates(other, {
        name: { first: 'Xanadu', last: 'Whitfield' },
        birthDate: '1947-03-09',
        recordNumber: null,
      }),
    ...none,
  },
  'envelopes.conflictsOf': {
    call: (other, ours) => envelopes.conflictsOf(other, { id: ours.enrolled.id, state: 'enrolled' }),
    ...none,
  },
  'envelopes.findConflict': {
    call: async (other, ours) => {
      const [conflict] = await envelopes.conflictsOf(ours.practice.scope, { id: ours.enrolled.id, state: 'enrolled' });
      return envelopes.findConflict(other, { id: conflict?.id ?? '', invitation: ours.enrolled.id });
    },
    sees: { value: undefined },
  },
  'envelopes.settleConflict': {
    call: async (other, ours) => {
      const [conflict] = await envelopes.conflictsOf(ours.practice.scope, { id: ours.enrolled.id, state: 'enrolled' });
      const by = { by: ours.practice.staff.id, note: '', at, decision: null };
      const what = { id: conflict?.id ?? '', invitation: ours.enrolled.id, ...by };
      return envelopes.settleConflict(other, what);
    },
    ...refused,
  },
  'invitations.changeInvitation': {
    call: (other, ours) =>
      invitations.changeInvitation(other, ours.waiting.id, { method: 'paper', contact: {}, note: 'taken' }),
  },
  'expiry.leftAlone': { call: (other) => expiry.leftAlone(other, '9999', 100), ...none },
  'expiry.invitationsOfPatient': {
    call: (other, ours) => expiry.invitationsOfPatient(other, ours.waiting.patient),
    ...none,
  },
  'invitations.inviteOnceMore': {
    call: (other, ours) => {
      const by = { addedBy: ours.practice.staff.id, requestSha256: '', at };
      return invitations.inviteOnceMore(other, ours.enrolled.id, { id: newId(), method: 'tablet', ...by });
    },
    ...refused,
  },
  'invitations.householdOf': { call: (other, ours) => invitations.householdOf(other, ours.household), ...none },
  'invitations.listInvitations': {
    call: (other) =>
      invitations.listInvitations(other, { words: ['xanadu'], states: [], methods: [], limit: 100, offset: 0 }),
    sees: { value: { invitations: [], total: 0 } },
  },
  'invitations.tabletsOf': {
    call: async (other, ours) => [...(await invitations.tabletsOf(other, [ours.enrolled.id, ours.waiting.id]))],
    ...none,
  },
  'outcomes.outcomesBetween': {
    call: (other) => outcomes.outcomesBetween(other, '1970-01-01', '9999-01-01'),
    ...none,
  },
  'patients.changePatient': {
    call: (other, ours) => patients.changePatient(other, ours.waiting.patient, aPatient(ours.practice), 'taken'),
  },
  'practices.allPractitioners': { call: (other) => practices.allPractitioners(other) },
  'practices.changePractitioner': {
    call: (other, ours) =>
      practices.changePractitioner(other, ours.practice.practitioner.id, { name: 'Taken', active: false }),
    ...refused,
  },
  'practices.changeSettings': {
    call: (other) =>
      practices.changeSettings(other, {
        name: 'O',
        phone: '1',
        zone: 'UTC',
        method: 'paper',
        reminders: 2,
        expireDays: 90,
      }),
  },
  'staff.allStaff': { call: (other) => staff.allStaff(other) },
  'staff.changeStaff': {
    call: (other, ours) => staff.changeStaff(other, ours.practice.staff.id, { active: 0 }),
    ...refused,
  },
  'staff.endSessionsOf': { call: (other, ours) => staff.endSessionsOf(other, ours.practice.staff.id) },
  'staff.setPin': { call: (other, ours) => staff.setPin(other, ours.practice.staff.id, 'taken'), ...refused },
  'work.addWork': { call: (other, ours) => work.addWork(other, ours.enrolled.id, at) },
  'work.claimWork': {
    call: (other, ours) => work.claimWork(other, ours.enrolled.id, ours.practice.staff.id, at),
    ...refused,
  },
  'work.finishWork': {
    call: (other, ours) => work.finishWork(other, ours.enrolled.id, ours.practice.staff.id, at),
    ...refused,
  },
  'work.listWork': { call: (other) => work.listWork(other, 'open'), ...none },
  'work.releaseWork': { call: (other, ours) => work.releaseWork(other, ours.enrolled.id), ...refused },
  'work.reopenWork': { call: (other, ours) => work.reopenWork(other, ours.enrolled.id), ...refused },
};
