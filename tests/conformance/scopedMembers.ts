import { newId } from '../../src/contract/newId.ts';
import * as access from '../../server/store/access.ts';
import * as activations from '../../server/store/activations.ts';
import * as agreements from '../../server/store/agreements.ts';
import * as mails from '../../server/store/mails.ts';
import * as sessions from '../../server/store/memberSessions.ts';
import * as passkeys from '../../server/store/passkeys.ts';
import * as stops from '../../server/store/stops.ts';
import { at } from '../harness/builders.ts';
import type { Tried } from './scoped.ts';

/** What members ask of the store, from another practice. */

const nothing = { sees: { value: undefined } };
const none = { sees: { value: [] } };

export const scopedMembers: Record<string, Tried> = {
  'access.accessesHeldBy': { call: (other, ours) => access.accessesHeldBy(other, ours.access.holder), ...none },
  'access.accessesOf': { call: (other, ours) => access.accessesOf(other, ours.enrolled.patient), ...none },
  'access.addAccess': {
    // Its answer is the row, with what was asked for.
    call: async (other, ours) => {
      const row = await access.addAccess(other, { account: ours.access.account_id, holder: 'x', handle: 'other', at });
      return row.handle;
    },
  },
  'access.closeAccess': { call: (other, ours) => access.closeAccess(other, ours.access.id) },
  'access.findAccess': { call: (other, ours) => access.findAccess(other, ours.access.id), ...nothing },
  'access.handleTaken': {
    call: (other, ours) => access.handleTaken(other, ours.access.handle),
    sees: { value: false },
  },
  'access.patientOf': { call: (other, ours) => access.patientOf(other, ours.access) },
  'access.setMemberLanguage': { call: (other, ours) => access.setMemberLanguage(other, ours.access.id, 'es') },
  'access.setMemberPassword': {
    call: (other, ours) => access.setMemberPassword(other, ours.access.id, 'theirs', at),
  },
  'activations.addActivation': {
    call: (other, ours) =>
      activations.addActivation(other, {
        access: ours.access.id,
        codeHash: newId(),
        way: 'slip',
        at,
        expiresAt: at,
      }),
  },
  'activations.newestActivation': {
    call: async (other, ours) => {
      const row = await activations.newestActivation(other, ours.access.id);
      return row?.code_hash === ours.activation;
    },
    sees: { value: false },
  },
  'activations.revokeActivations': {
    call: (other, ours) => activations.revokeActivations(other, ours.access.id, at),
  },
  'activations.useActivation': {
    call: (other, ours) => activations.useActivation(other, ours.activation, at),
    sees: { value: false },
    changes: true,
  },
  'agreements.consentOf': { call: (other, ours) => agreements.consentOf(other, ours.enrolled.id), ...nothing },
  'agreements.consentsOf': { call: (other, ours) => agreements.consentsOf(other, ours.enrolled.patient), ...none },
  'mails.voidMailsAbout': { call: (other, ours) => mails.voidMailsAbout(other, ours.waiting.id, at) },
  'memberSessions.addMemberSession': {
    call: (other, ours) =>
      sessions.addMemberSession(other, { tokenHash: newId(), access: ours.access.id, now: new Date(at) }),
  },
  'memberSessions.endMemberSessionsOf': {
    call: (other, ours) => sessions.endMemberSessionsOf(other, ours.access.id),
  },
  'passkeys.addPasskey': {
    call: (other, ours) =>
      passkeys.addPasskey(other, {
        id: newId(),
        access: ours.access.id,
        publicKey: Buffer.from('other'),
        counter: 0,
        at,
      }),
  },
  'passkeys.passkeysOf': {
    call: async (other, ours) =>
      (await passkeys.passkeysOf(other, ours.access.id)).filter((row) => row.id === ours.passkey),
    ...none,
  },
  'passkeys.passkeyUsed': { call: (other, ours) => passkeys.passkeyUsed(other, ours.passkey, { counter: 9, at }) },
  'passkeys.removePasskey': {
    call: (other, ours) => passkeys.removePasskey(other, ours.access.id, ours.passkey),
    sees: { value: false },
    changes: true,
  },
  'passkeys.removePasskeysOf': { call: (other, ours) => passkeys.removePasskeysOf(other, ours.access.id) },
  'stops.addStop': {
    call: (other, ours) =>
      stops.addStop(other, {
        invitation_id: ours.enrolled.id,
        record_id: ours.record,
        asked_at: at,
        effective_on: '2026-03-31',
        asked_by: 'staff',
      }),
    sees: { value: false },
    changes: true,
  },
  'stops.stopOf': { call: (other, ours) => stops.stopOf(other, ours.enrolled.id), ...nothing },
};
