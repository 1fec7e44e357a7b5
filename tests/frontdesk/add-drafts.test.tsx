import { cleanup, screen, waitFor } from '@testing-library/preact';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { leaveDesk } from '../../src/frontdesk/add/consoleHost.ts';
import { addSon, addSpouse, kept, part, storedText, takesAll } from './adding.ts';
import { aSession } from './builders.ts';
import { fillPatient, heading, openConsole, press } from './console.tsx';
import { fakeServer, loggedIn } from './fakeServer.ts';

/** As if the browser had been closed: nothing is left in memory. */
async function reopen(path = '/add') {
  cleanup();
  leaveDesk();
  return openConsole(path);
}

let session = aSession();
beforeEach(() => {
  session = aSession();
});

async function typedName(name: string) {
  const user = openConsole('/add');
  await user.type(await screen.findByLabelText('Last name'), name);
  await kept(session.staff.id);
  return user;
}

test('a form that was left by closing the browser is there again, with who comes along', async () => {
  fakeServer({ ...takesAll, ...loggedIn(session) });
  const user = openConsole('/add');
  await fillPatient(user);
  await addSpouse(user);
  await addSon(user);
  await kept(session.staff.id);

  await reopen();
  expect(await screen.findByText(/^Your unfinished form of .+ is here again\.$/)).toBeVisible();
  expect(part(/^The patient: Margaret/).getByLabelText('Date of birth')).toHaveValue('3/9/1947');
  expect(part(/^Related patient: John/).getByLabelText(/^Relationship/)).toHaveValue('husband');
  expect(part(/^Related caregiver: Declan/).getByRole('radio', { name: 'Yes' })).toBeChecked();
});

test('the panel says that something is unfinished, and the step that was open is open again', async () => {
  fakeServer({ ...takesAll, ...loggedIn(session) });
  const user = openConsole('/add');
  await fillPatient(user);
  await press(user, 'Next');
  await user.type(await screen.findByLabelText(/^Note/), 'Speak slowly.');
  await kept(session.staff.id);

  await reopen('/add/contact');
  await heading('When to contact them');
  expect(screen.getByLabelText(/^Note/)).toHaveValue('Speak slowly.');
  expect(screen.getByRole('link', { name: /Add Members Unfinished/ })).toBeVisible();
});

test('what lies on this computer cannot be read', async () => {
  fakeServer({ ...takesAll, ...loggedIn(session) });
  await typedName('Whitfieldington');
  expect(await kept(session.staff.id)).not.toContain('Whitfieldington');
});

test('nobody else finds it, and its owner finds it after logging out and in', async () => {
  const server = fakeServer({ ...takesAll, ...loggedIn(session) });
  const user = await typedName('Whitfield');
  await press(user, 'Log out');
  await heading('Log in');

  const other = aSession();
  server.nowAt('GET /api/staff/session', () => other);
  await reopen();
  expect(await screen.findByLabelText('Last name')).toHaveValue('');

  server.nowAt('GET /api/staff/session', () => session);
  await reopen();
  expect(await screen.findByLabelText('Last name')).toHaveValue('Whitfield');
});

test('clearing the form asks first, and then it is gone from this computer', async () => {
  fakeServer({ ...takesAll, ...loggedIn(session) });
  await typedName('Whitfield');
  const user = await reopen();
  await press(user, 'Clear this form');
  await press(user, 'Yes, clear it');
  expect(screen.getByLabelText('Last name')).toHaveValue('');
  expect(screen.getByLabelText(/First names/)).toHaveFocus();
  expect(screen.queryByText(/is here again/)).toBeNull();
  await waitFor(async () => expect(await storedText(session.staff.id)).toBe(''));
});

test('after sending nothing is kept', async () => {
  fakeServer({ ...takesAll, ...loggedIn(session) });
  const user = openConsole('/add');
  await fillPatient(user, { email: 'margaret@example.org' });
  await kept(session.staff.id);
  await press(user, 'Next');
  await press(user, 'Send the invitation');
  await heading('That’s it!');
  await waitFor(async () => expect(await storedText(session.staff.id)).toBe(''));
});

test('where a form cannot be kept, that is said', async () => {
  fakeServer({ ...takesAll, ...loggedIn(session) });
  const broken = vi.spyOn(crypto.subtle, 'encrypt').mockRejectedValue(new Error('no space left'));
  onTestFinished(() => broken.mockRestore());
  const user = openConsole('/add');
  await user.type(await screen.findByLabelText('Last name'), 'Whitfield');
  expect(await screen.findByText(/cannot be kept on this device/)).toBeVisible();
});
