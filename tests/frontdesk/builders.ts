import { newId } from '../../src/contract/newId.ts';
import type { NewInvitation } from '../../src/contract/people.ts';
import type { DeviceRow, InvitationDetail, InvitationRow, Session, StoryEvent } from '../../src/contract/staffApi.ts';

/** What the server would say, with only what matters to a test set. */

export const drRuiz = { id: newId(), name: 'Dr. Ana Ruiz' };

export function aSession(change: Partial<Session['practice']> = {}): Session {
  return {
    staff: { id: newId(), name: 'Luis Ortega', role: 'front-desk' },
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
  };
}

export function anInvitationRow(change: Partial<InvitationRow> = {}): InvitationRow {
  return {
    id: newId(),
    name: { first: 'Margaret', last: 'Whitfield' },
    birthDate: '1947-03-09',
    state: 'waiting',
    method: 'tablet',
    createdAt: '2026-01-05T15:00:00.000Z',
    addedBy: 'Luis Ortega',
    conflicts: 0,
    ...change,
  };
}

export function anInvitation(change: Partial<InvitationDetail> = {}): InvitationDetail {
  return {
    ...anInvitationRow(),
    email: null,
    phone: null,
    language: 'en',
    recordNumber: null,
    practitionerName: drRuiz.name,
    username: 'margaret.whitfield',
    note: '',
    account: null,
    story: [anEvent({ kind: 'added', who: 'Luis Ortega' })],
    documents: [],
    documentsPending: false,
    ...change,
  };
}

/** The server's answer to a new invitation. */
export function stored({ id, patient, method, note }: NewInvitation, username: string | null = null): InvitationDetail {
  const { name, birthDate, email, phone, language, recordNumber } = patient;
  return anInvitation({ id, name, birthDate, method, email, phone, language, recordNumber, note, username });
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
    locked: false,
    revoked: false,
    ...change,
  };
}
