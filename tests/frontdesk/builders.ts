import { randomBytes, toBase64url } from '../../src/contract/bytes.ts';
import { newId } from '../../src/contract/newId.ts';
import type { Role } from '../../src/domain/roles.ts';
import type { WorkItem } from '../../src/contract/worklistApi.ts';
import type { DeviceRow, Session } from '../../src/contract/staffApi.ts';
import type { Conflict, InvitationDetail, InvitationRow, StoryEvent } from '../../src/contract/invitationsApi.ts';

/** What the server would say, with only what matters to a test set. */

export const drRuiz = { id: newId(), name: 'Dr. Ana Ruiz' };

export function aSession(change: Partial<Session['practice']> = {}, role: Role = 'front-desk'): Session {
  return {
    staff: { id: newId(), name: 'Luis Ortega', role },
    practice: {
      id: '01900000-0000-7000-8000-000000000001',
      name: 'Bayside Family Practice',
      phone: '(813) 555-0100',
      zone: 'America/New_York',
      method: 'tablet',
      languages: ['en', 'es'],
      ...change,
    },
    practitioners: [drRuiz, { id: newId(), name: 'Dr. Ben Cole' }],
    draftKey: toBase64url(randomBytes(32)),
  };
}

export function anInvitationRow(change: Partial<InvitationRow> = {}): InvitationRow {
  return {
    id: newId(),
    name: { first: 'Margaret', last: 'Whitfield' },
    birthDate: '1947-03-09',
    recordNumber: null,
    state: 'waiting',
    method: 'tablet',
    createdAt: '2026-01-05T15:00:00.000Z',
    addedBy: 'Luis Ortega',
    tablet: null,
    conflicts: 0,
    stopsOn: null,
    ...change,
  };
}

export function anInvitation(change: Partial<InvitationDetail> = {}): InvitationDetail {
  return {
    ...anInvitationRow(),
    version: 1,
    sex: 'female',
    email: null,
    phone: null,
    language: 'en',
    address: '',
    practitioner: drRuiz.id,
    practitionerName: drRuiz.name,
    username: 'margaret.whitfield',
    contact: { days: [], from: null, to: null, zone: 'America/New_York', phone: null },
    note: '',
    household: [],
    samePatient: [],
    caregivers: [],
    account: null,
    stop: null,
    wouldEndOn: null,
    story: [anEvent({ kind: 'added', who: 'Luis Ortega' })],
    conflictList: [],
    refused: [],
    mails: [],
    documents: [],
    documentsPending: false,
    ...change,
  };
}

export function anEvent(change: Partial<StoryEvent> = {}): StoryEvent {
  return { at: '2026-01-05T15:00:00.000Z', kind: 'added', who: null, detail: null, ...change };
}

export function aDevice(change: Partial<DeviceRow> = {}): DeviceRow {
  return {
    id: newId(),
    name: 'Front desk iPad',
    pairedAt: '2026-01-05T15:00:00.000Z',
    lastSeen: new Date().toISOString(),
    online: true,
    app: '0.1.0+abc',
    waiting: 0,
    oldest: null,
    refused: { count: 0, reasons: [] },
    locked: false,
    revoked: false,
    holding: null,
    asking: null,
    ...change,
  };
}

export function aWorkItem(change: Partial<WorkItem> = {}): WorkItem {
  return {
    invitation: newId(),
    name: { first: 'Margaret', last: 'Whitfield' },
    language: 'en',
    enrolledAt: '2026-01-05T15:00:00.000Z',
    contact: { days: [], from: null, to: null, zone: 'America/New_York', phone: null },
    phone: '+18135550142',
    note: '',
    misses: [],
    stop: null,
    claimed: null,
    done: null,
    ...change,
  };
}

export function aConflict(change: Partial<Conflict> = {}): Conflict {
  return {
    id: newId(),
    kind: 'after-cancel',
    notedAt: '2026-01-05T15:00:00.000Z',
    tablet: 'Front desk iPad',
    sealed: 'consent',
    signedAt: '2026-01-05T14:58:00.000Z',
    document: null,
    choices: [],
    settled: null,
    ...change,
  };
}
