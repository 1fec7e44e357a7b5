import { newId } from '../../src/contract/newId.ts';
import * as caregivers from '../../server/store/caregivers.ts';
import * as devices from '../../server/store/devices.ts';
import * as invitations from '../../server/store/invitations.ts';
import * as links from '../../server/store/links.ts';
import * as mails from '../../server/store/mails.ts';
import { at } from '../harness/builders.ts';
import type { Tried } from './scoped.ts';

/** What mail and its links ask of the store, from another practice. */

const nothing = { sees: { value: undefined } };
const none = { sees: { value: [] } };
const refused = { sees: { value: false }, changes: true } as const;

export const scopedMail: Record<string, Tried> = {
  'caregivers.changeCaregiver': {
    call: (other, ours) =>
      caregivers.changeCaregiver(other, ours.household, {
        id: ours.caregiver,
        name: { first: 'Other', last: 'Other' },
        relationship: 'son',
        phone: null,
        email: 'other@example.org',
        legalRepresentative: true,
      }),
    ...refused,
  },
  'caregivers.representativesOf': {
    call: async (other, ours) =>
      [...(await caregivers.representativesOf(other, [ours.household])).values()]
        .flat()
        .filter(({ id }) => id === ours.caregiver),
    ...none,
  },
  'caregivers.findCaregiver': { call: (other, ours) => caregivers.findCaregiver(other, ours.caregiver), ...nothing },
  'devices.findDevice': { call: (other, ours) => devices.findDevice(other, ours.tablet.device.id), ...nothing },
  'invitations.findAsDevice': {
    call: (other, ours) => invitations.findAsDevice(other, ours.waiting.id),
    ...nothing,
  },
  'invitations.stopReminders': {
    call: (other, ours) => invitations.stopReminders(other, ours.waiting.id, at),
    ...refused,
  },
  'links.addLink': {
    call: (other, ours) => links.addLink(other, { tokenHash: newId(), invitation: ours.waiting.id, at, expiresAt: at }),
  },
  'links.bindLink': {
    call: (other, ours) => links.bindLink(other, ours.link, ours.tablet.device.id),
    ...refused,
  },
  'links.countLinkTry': {
    call: (other, ours) => links.countLinkTry(other, ours.link),
    sees: { value: undefined },
    changes: true,
  },
  'links.revokeLinks': { call: (other, ours) => links.revokeLinks(other, ours.waiting.id, at) },
  'mails.findMail': { call: (other, ours) => mails.findMail(other, ours.mail), ...nothing },
  'mails.keepContent': { call: (other, ours) => mails.keepContent(other, ours.mail, Buffer.from('other')) },
  'mails.mailsOf': {
    call: async (other, ours) => (await mails.mailsOf(other, ours.waiting.id)).filter((row) => row.id === ours.mail),
    ...none,
  },
  'mails.queueMail': {
    call: (other, ours) =>
      mails.queueMail(other, {
        kind: 'invitation',
        subject: ours.waiting.id,
        invitation: ours.waiting.id,
        recipient: 'other@example.org',
        at,
      }),
  },
  'mails.retryKept': { call: (other) => mails.retryKept(other, at), sees: { value: [] }, changes: true },
  'mails.settleMail': { call: (other, ours) => mails.settleMail(other, ours.mail, { state: 'sent', at }) },
  'mails.unsentMails': {
    call: async (other, ours) => (await mails.unsentMails(other, 9)).filter((row) => row.id === ours.mail),
    ...none,
  },
  'mails.voidMails': { call: (other, ours) => mails.voidMails(other, ours.waiting.id, at) },
};
