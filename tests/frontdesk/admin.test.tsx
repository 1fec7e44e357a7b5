import { act, screen, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { changes } from '../../src/frontdesk/live.ts';
import { newId } from '../../src/contract/newId.ts';
import { aSession } from './builders.ts';
import { goTo, heading, openConsole, press } from './console.tsx';
import { done, fakeServer, loggedIn, noNetwork, refusal } from './fakeServer.ts';

const dana = aSession({}, 'administrator');
const asAdmin = loggedIn(dana);
const somethingChanges = () => act(() => void changes.value++);
const settings = {
  name: 'Bayside Family Practice',
  phone: '(813) 555-0100',
  zone: 'America/New_York',
  method: 'tablet' as const,
  reminders: 2,
  expireDays: 180,
};
const luis = { id: newId(), name: 'Luis Ortega', role: 'front-desk' as const, login: 'luis', active: true };
const STAFF = 'GET /api/staff/staff';

test('a role sees its own rooms, and is told where a room is for others', async () => {
  fakeServer();
  openConsole('/staff');
  expect(await heading('This room is not part of your role')).toBeVisible();
  const panel = within(screen.getByRole('navigation', { name: 'Rooms' }));
  expect(panel.getAllByRole('link').map((link) => link.textContent?.trim())).toEqual([
    'Add Members',
    'Invitations',
    'Scans',
    'Tablets',
  ]);
});

test('settings: what is typed stays when another desk saves, and an untouched form follows', async () => {
  const server = fakeServer({ ...asAdmin, 'GET /api/staff/settings': () => settings });
  const user = openConsole('/settings');
  const name = await screen.findByLabelText('Name of the practice');
  server.nowAt('GET /api/staff/settings', () => ({ ...settings, name: 'Bayside' }));
  await somethingChanges();
  await expect.poll(() => (name as HTMLInputElement).value).toBe('Bayside');
  await user.type(name, ' Clinic');
  server.nowAt('GET /api/staff/settings', () => settings);
  await somethingChanges();
  expect(name).toHaveValue('Bayside Clinic');
});

test('settings are checked, saved, and said to be saved', async () => {
  const server = fakeServer({
    ...asAdmin,
    'GET /api/staff/settings': () => settings,
    'PUT /api/staff/settings': ({ body }) => body,
  });
  const user = openConsole('/settings');
  await user.clear(await screen.findByLabelText('Phone'));
  await user.click(screen.getByRole('radio', { name: 'On Paper' }));
  await press(user, 'Save');
  expect(screen.getAllByText('Enter a phone number. Patients are told to call it.')[0]).toBeVisible();
  await user.type(screen.getByLabelText('Phone'), '813 555 0199');
  server.nowAt('GET /api/staff/settings', () => ({ ...settings, phone: '813 555 0199', method: 'paper' }));
  await press(user, 'Save');
  expect(await screen.findByText('Saved.')).toBeVisible();
  expect(server.asked('PUT /api/staff/settings')[0]?.body).toEqual({
    ...settings,
    phone: '813 555 0199',
    method: 'paper',
  });
});

test('staff: a taken log-in name is marked at its field, and a lost connection loses nothing', async () => {
  const ADD = 'POST /api/staff/staff';
  const server = fakeServer({ ...asAdmin, [STAFF]: () => ({ staff: [luis] }), [ADD]: () => refusal('login-taken') });
  const user = openConsole('/staff/new');
  await user.type(await screen.findByLabelText('Name'), 'Keisha Brown');
  await user.type(screen.getByLabelText('Log-in name'), 'luis');
  await user.type(screen.getByLabelText('Password'), 'plenty of quiet words');
  await user.type(screen.getByLabelText('PIN for the tablets'), '271828');
  await press(user, 'Add a staff member');
  expect(await screen.findByRole('link', { name: /already uses that log-in name/ })).toBeVisible();
  server.nowAt(ADD, () => noNetwork);
  await user.type(screen.getByLabelText('Log-in name'), '2');
  await press(user, 'Add a staff member');
  expect(await screen.findByText('This is not saved. What you typed is still here.')).toBeVisible();
  server.nowAt(ADD, () => ({ staff: [luis] }));
  await press(user, 'Add a staff member');
  expect(await heading('Staff')).toBeVisible();
  const ids = server.asked(ADD).map(({ body }) => (body as { id: string }).id);
  expect(new Set(ids).size).toBe(1);
});

test('staff: access is ended and given back, a new PIN is set and forgotten here', async () => {
  const CHANGE = 'PUT /api/staff/staff/:id';
  const PIN = 'POST /api/staff/staff/:id/pin';
  const member = { ...luis };
  const server = fakeServer({
    ...asAdmin,
    [STAFF]: () => ({ staff: [member] }),
    [CHANGE]: ({ body }) => ({ staff: [Object.assign(member, body)] }),
    [PIN]: done,
  });
  const user = openConsole(`/staff/${member.id}`);
  await heading('Luis Ortega');
  await user.type(screen.getByLabelText('PIN for the tablets'), '12345');
  await press(user, 'Set a new PIN');
  expect(server.asked(PIN)).toHaveLength(0);
  await user.type(screen.getByLabelText('PIN for the tablets'), '6');
  await press(user, 'Set a new PIN');
  expect(await screen.findByText('Saved.')).toBeVisible();
  expect(screen.getByLabelText('PIN for the tablets')).toHaveValue('');
  await press(user, 'End their access');
  expect(await screen.findByText('Can no longer log in')).toBeVisible();
  await press(user, 'Let them log in again');
  expect(await screen.findByText('Can log in')).toBeVisible();
});

test('the last administrator can’t be taken away, and the page says what to do', async () => {
  const self = { ...luis, id: dana.staff.id, role: 'administrator' as const };
  fakeServer({
    ...asAdmin,
    [STAFF]: () => ({ staff: [self] }),
    'PUT /api/staff/staff/:id': () => refusal('last-administrator'),
  });
  const user = openConsole(`/staff/${self.id}`);
  await user.click(await screen.findByRole('radio', { name: 'Front desk' }));
  await press(user, 'Save');
  expect(await screen.findByRole('alert')).toHaveTextContent('Make someone else an administrator first.');
  expect(screen.queryByRole('button', { name: 'End their access' })).toBeNull();
});

test('practitioners: added, renamed, taken off the list', async () => {
  const all = [{ id: newId(), name: 'Dr. Ana Ruiz', active: true }];
  const answer = () => ({ practitioners: all });
  const server = fakeServer({
    ...asAdmin,
    'GET /api/staff/practitioners': answer,
    'POST /api/staff/practitioners': ({ body }) => {
      all.push({ ...(body as { id: string; name: string }), active: true });
      return answer();
    },
    'PUT /api/staff/practitioners/:id': ({ body }) => {
      Object.assign(all[0] ?? {}, body);
      return answer();
    },
  });
  const user = openConsole('/practitioners');
  await user.type(await screen.findByLabelText('Name, as the consent should say it'), 'Dr. Noor Haddad');
  await press(user, 'Add a practitioner');
  expect(await screen.findByRole('rowheader', { name: 'Dr. Noor Haddad' })).toBeVisible();
  await press(user, 'Rename Dr. Ana Ruiz');
  const rename = within(await screen.findByRole('region', { name: 'Rename Dr. Ana Ruiz' }));
  expect(rename.getByRole('textbox')).toHaveFocus();
  await user.type(rename.getByRole('textbox'), ', MD');
  await user.click(rename.getByRole('button', { name: 'Save' }));
  expect(await screen.findByRole('rowheader', { name: 'Dr. Ana Ruiz, MD' })).toBeVisible();
  await press(user, 'Take off the list: Dr. Ana Ruiz, MD');
  expect(await screen.findByText('No longer')).toBeVisible();
  expect(server.asked('PUT /api/staff/practitioners/:id').at(-1)?.body).toEqual({
    name: 'Dr. Ana Ruiz, MD',
    active: false,
  });
});

test('one’s own password needs the present one, which is marked where it is wrong', async () => {
  const CHANGE = 'POST /api/staff/me/password';
  const server = fakeServer({ [CHANGE]: () => refusal('wrong-password') });
  const user = openConsole('/invitations');
  await screen.findByText('Nobody has been invited yet.');
  await goTo(user, 'Your password and PIN');
  const own = within(await screen.findByRole('region', { name: 'Change your password' }));
  await user.type(own.getByLabelText('Your present password'), 'not this one');
  await user.type(own.getByLabelText('New password'), 'other quiet words');
  await user.click(own.getByRole('button', { name: 'Change the password' }));
  expect(await own.findByRole('link', { name: /not the password you log in with now/ })).toBeVisible();
  server.nowAt(CHANGE, done);
  await user.type(own.getByLabelText('Your present password'), '!');
  await user.click(own.getByRole('button', { name: 'Change the password' }));
  expect(await own.findByText(/Your password is changed/)).toBeVisible();
  expect(own.getByLabelText('New password')).toHaveValue('');
});
