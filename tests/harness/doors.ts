import { newId } from '../../src/contract/newId.ts';
import type { Action, Role } from '../../src/domain/roles.ts';
import { inTransaction } from '../../server/store/scope.ts';
import { addStaff } from '../../server/store/staff.ts';
import { logIn, type TestApp } from './app.ts';
import { currentForm } from '../../server/forms/currentForm.ts';
import { aPatient, hashOfForm, type TestPractice } from './builders.ts';

/** Every staff door, with what it takes to be let in and a request that would work. */
export type Door = { method: string; path: string; needs: Action | 'log-in'; body?: unknown };

/** The ids that doors are asked for; those of another practice must open nothing. */
export type Things = {
  invitation: string;
  device: string;
  staff: string;
  practitioner: string;
  document: string;
  conflict: string;
  scan: string;
  page: string;
};

export function staffDoors(practice: TestPractice, things: Things): Door[] {
  const { invitation, device, staff, practitioner, document, conflict, scan, page } = things;
  const patient = aPatient(practice);
  const contact = { days: ['mon'], from: null, to: null, zone: 'America/New_York', phone: null };
  const member = { invitation: newId(), patientId: newId(), patient, method: 'tablet', relationship: null };
  return [
    { method: 'GET', path: '/session', needs: 'log-in' },
    { method: 'GET', path: '/events', needs: 'log-in' },
    {
      method: 'POST',
      path: '/me/password',
      needs: 'log-in',
      body: { present: 'x', password: 'another long password' },
    },
    { method: 'POST', path: '/me/pin', needs: 'log-in', body: { present: 'x', pin: '123456' } },
    { method: 'GET', path: '/invitations', needs: 'see-invitations' },
    { method: 'GET', path: `/invitations/${invitation}`, needs: 'see-invitations' },
    { method: 'GET', path: `/documents/${document}`, needs: 'see-invitations' },
    { method: 'GET', path: `/invitations/${invitation}/paper-form`, needs: 'invite' },
    { method: 'GET', path: `/paper-forms?ids=${invitation}`, needs: 'invite' },
    {
      method: 'POST',
      path: '/households',
      needs: 'invite',
      body: { id: newId(), members: [member], caregivers: [], contact, note: '' },
    },
    { method: 'POST', path: '/usernames', needs: 'invite', body: { names: [patient.name] } },
    { method: 'POST', path: '/duplicates', needs: 'invite', body: { people: [] } },
    {
      method: 'PUT',
      path: `/invitations/${invitation}`,
      needs: 'invite',
      body: { version: 0, patient, method: 'tablet', contact, note: '' },
    },
    { method: 'POST', path: `/invitations/${invitation}/resend`, needs: 'invite', body: { version: 0 } },
    {
      method: 'PUT',
      path: `/invitations/${invitation}/caregivers`,
      needs: 'invite',
      body: {
        version: 0,
        caregiver: {
          id: newId(),
          name: { first: 'Ruth', last: 'Boyd' },
          relationship: 'daughter',
          phone: null,
          email: 'ruth@example.org',
          legalRepresentative: true,
        },
      },
    },
    { method: 'GET', path: `/invitations/${invitation}/script`, needs: 'take-verbal' },
    {
      method: 'POST',
      path: `/invitations/${invitation}/verbal`,
      needs: 'take-verbal',
      body: {
        id: newId(),
        version: 0,
        form: '0'.repeat(64),
        language: 'en',
        answer: 'consent',
        readBy: 'Keisha',
        by: 'phone',
        answeredAt: '2026-01-01T10:00:00.000Z',
        said: '',
        reason: null,
      },
    },
    { method: 'POST', path: `/invitations/${invitation}/activation-slip`, needs: 'invite', body: { holder: 'member' } },
    { method: 'POST', path: `/invitations/${invitation}/activation-mail`, needs: 'invite', body: { holder: 'member' } },
    {
      method: 'POST',
      path: `/invitations/${invitation}/stop`,
      needs: 'invite',
      body: { effectiveOn: '2026-03-31', reason: 'moves away' },
    },
    { method: 'GET', path: `/invitations/${invitation}/receipt-slip`, needs: 'see-invitations' },
    { method: 'GET', path: `/invitations/${invitation}/stop-letter`, needs: 'see-invitations' },
    { method: 'GET', path: '/mails', needs: 'administer' },
    { method: 'GET', path: `/mails/${newId()}`, needs: 'administer' },
    { method: 'POST', path: '/mails/send', needs: 'administer' },
    {
      method: 'POST',
      path: `/invitations/${invitation}/cancel`,
      needs: 'invite',
      body: { version: 0, reason: 'moved away' },
    },
    {
      method: 'POST',
      path: `/invitations/${invitation}/conflicts/${conflict}/settle`,
      needs: 'invite',
      body: { note: '' },
    },
    { method: 'GET', path: '/scans', needs: 'invite' },
    { method: 'POST', path: '/scans?name=a.pdf', needs: 'invite' },
    { method: 'GET', path: `/scans/${scan}`, needs: 'invite' },
    { method: 'GET', path: `/scans/${scan}/original`, needs: 'invite' },
    { method: 'GET', path: `/scan-pages/${page}/picture`, needs: 'invite' },
    {
      method: 'POST',
      path: `/scan-pages/${page}/match`,
      needs: 'invite',
      body: { invitation, page: 1, pages: 1 },
    },
    { method: 'POST', path: `/scan-pages/${page}/aside`, needs: 'invite', body: { note: 'not ours' } },
    { method: 'POST', path: `/scan-pages/${page}/back`, needs: 'invite' },
    { method: 'POST', path: `/scan-pages/${page}/turn`, needs: 'invite', body: { turn: 90 } },
    { method: 'GET', path: `/invitations/${invitation}/paper`, needs: 'invite' },
    {
      method: 'POST',
      path: `/invitations/${invitation}/paper`,
      needs: 'invite',
      body: {
        id: newId(),
        pages: [page],
        signedOn: '2026-03-09',
        signer: 'patient',
        printedName: 'Margaret Whitfield',
        note: '',
      },
    },
    { method: 'POST', path: `/invitations/${invitation}/again`, needs: 'invite', body: { id: newId() } },
    { method: 'POST', path: `/invitations/${invitation}/refused/settle`, needs: 'invite', body: { note: 'n' } },
    { method: 'GET', path: '/devices', needs: 'see-tablets' },
    {
      method: 'POST',
      path: '/rescue',
      needs: 'pair-tablets',
      body: { envelopes: [{}] },
    },
    { method: 'POST', path: '/pairings', needs: 'pair-tablets' },
    { method: 'PUT', path: `/devices/${device}`, needs: 'pair-tablets', body: { name: 'Mine now' } },
    { method: 'POST', path: `/devices/${device}/unlock`, needs: 'pair-tablets' },
    { method: 'POST', path: `/devices/${device}/revoke`, needs: 'revoke-tablets' },
    { method: 'GET', path: '/worklist', needs: 'work-list' },
    { method: 'POST', path: `/worklist/${invitation}/claim`, needs: 'work-list' },
    { method: 'POST', path: `/worklist/${invitation}/release`, needs: 'work-list' },
    { method: 'POST', path: `/worklist/${invitation}/done`, needs: 'work-list' },
    { method: 'POST', path: `/worklist/${invitation}/reopen`, needs: 'work-list' },
    { method: 'GET', path: '/reports?from=2026-01-01&to=2026-12-31', needs: 'see-reports' },
    { method: 'GET', path: '/reports/weeks.csv?from=2026-01-01&to=2026-12-31', needs: 'see-reports' },
    { method: 'GET', path: '/staff', needs: 'administer' },
    {
      method: 'POST',
      path: '/staff',
      needs: 'administer',
      body: {
        id: newId(),
        name: 'N',
        role: 'front-desk',
        login: `n-${newId()}`,
        password: 'another long password',
        pin: '123456',
      },
    },
    {
      method: 'PUT',
      path: `/staff/${staff}`,
      needs: 'administer',
      body: { name: 'N', role: 'administrator', active: true },
    },
    {
      method: 'POST',
      path: `/staff/${staff}/password`,
      needs: 'administer',
      body: { password: 'another long password' },
    },
    { method: 'POST', path: `/staff/${staff}/pin`, needs: 'administer', body: { pin: '123456' } },
    { method: 'GET', path: '/practitioners', needs: 'administer' },
    { method: 'POST', path: '/practitioners', needs: 'administer', body: { id: newId(), name: 'Dr. New' } },
    {
      method: 'PUT',
      path: `/practitioners/${practitioner}`,
      needs: 'administer',
      body: { name: 'Dr. New', active: true },
    },
    ...formDoors(),
    { method: 'GET', path: '/certificate', needs: 'administer' },
    { method: 'PUT', path: '/certificate', needs: 'administer', body: { file: '', password: '' } },
    { method: 'DELETE', path: '/certificate', needs: 'administer' },
    { method: 'GET', path: '/settings', needs: 'administer' },
    {
      method: 'PUT',
      path: '/settings',
      needs: 'administer',
      body: { name: 'P', phone: '1', zone: 'America/New_York', method: 'paper', reminders: 2, expireDays: 90 },
    },
  ];
}

function formDoors(): Door[] {
  const hash = hashOfForm;
  const form = currentForm;
  return [
    { method: 'GET', path: '/forms', needs: 'administer' },
    { method: 'GET', path: `/forms/${hash}`, needs: 'administer' },
    { method: 'POST', path: `/forms/${hash}/use`, needs: 'administer', body: { waiting: 'leave' } },
    { method: 'POST', path: '/form-draft', needs: 'administer', body: { base: hash } },
    { method: 'GET', path: '/form-draft', needs: 'administer' },
    { method: 'PUT', path: '/form-draft', needs: 'administer', body: { revision: 9, form } },
    { method: 'POST', path: '/form-draft/drop', needs: 'administer', body: { revision: 9 } },
    { method: 'POST', path: '/form-draft/use', needs: 'administer', body: { revision: 9, waiting: 'leave' } },
  ];
}

/** Adds somebody with a role to a practice, and logs them in. */
export async function logInAs(app: TestApp, practice: TestPractice, role: Role, passwordHash: string): Promise<string> {
  const login = `${role}-${newId()}`;
  await inTransaction(practice.scope, (within) =>
    addStaff(within, {
      id: newId(),
      name: role,
      role,
      login,
      password_hash: passwordHash,
      pin_hash: '',
      created_at: app.clock.now().toISOString(),
    }),
  );
  return logIn(app, login);
}
