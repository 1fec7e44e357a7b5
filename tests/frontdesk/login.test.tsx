import { screen } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { aSession } from './builders.ts';
import { goTo, heading, openConsole, press } from './console.tsx';
import { done, fakeServer, loggedOut, noNetwork, refusal } from './fakeServer.ts';

const LOGIN = 'POST /api/staff/login';

test('whoever is not logged in is asked in place, and arrives where they wanted to go', async () => {
  fakeServer(loggedOut);
  const user = openConsole('/tablets');
  await heading('Log in');
  await user.type(screen.getByLabelText('Log-in name'), ' luis ');
  await user.type(screen.getByLabelText('Password'), 'correct horse battery{Enter}');
  await heading('Tablets');
  expect(location.pathname).toBe('/tablets');
});

test('a wrong password is told without saying which of the two was wrong', async () => {
  fakeServer({ ...loggedOut, [LOGIN]: () => refusal('wrong-login') });
  const user = openConsole();
  await heading('Log in');
  await user.type(screen.getByLabelText('Log-in name'), 'luis');
  await user.type(screen.getByLabelText('Password'), 'wrong{Enter}');
  expect(await screen.findByRole('alert')).toHaveTextContent('log-in name and password do not match');
  expect(screen.getByLabelText('Log-in name')).toHaveValue('luis');
});

test('after too many tries it says how long to wait', async () => {
  fakeServer({ ...loggedOut, [LOGIN]: () => refusal('too-many-tries', { retryAfter: 300 }) });
  const user = openConsole();
  await heading('Log in');
  await user.type(screen.getByLabelText('Log-in name'), 'luis');
  await user.type(screen.getByLabelText('Password'), 'wrong{Enter}');
  expect(await screen.findByRole('alert')).toHaveTextContent('in 5 minutes');
});

test('an empty log-in form goes nowhere', async () => {
  const server = fakeServer(loggedOut);
  const user = openConsole();
  await press(user, 'Log in');
  expect(screen.getByText('There are 2 problems')).toBeVisible();
  expect(server.asked(LOGIN)).toEqual([]);
});

test('the password can be looked at while it is typed', async () => {
  fakeServer(loggedOut);
  const user = openConsole();
  await heading('Log in');
  expect(screen.getByLabelText('Password')).toHaveAttribute('type', 'password');
  await press(user, 'Show: Password');
  expect(screen.getByLabelText('Password')).toHaveAttribute('type', 'text');
});

test('logging out takes what was half typed along: the next person is somebody else', async () => {
  const server = fakeServer();
  const user = openConsole('/add');
  await heading('Add Members');
  await user.type(screen.getByLabelText('Last name'), 'Whitfield');
  await press(user, 'Log out');
  await heading('Log in');
  const dana = aSession();
  server.nowAt('POST /api/staff/login', () => dana);
  await user.type(screen.getByLabelText('Log-in name'), 'dana');
  await user.type(screen.getByLabelText('Password'), 'correct horse battery{Enter}');
  await heading('Add Members');
  expect(await screen.findByLabelText('Last name')).toHaveValue('');
});

test('a log-out that did not reach the server does not pretend', async () => {
  const server = fakeServer({ 'POST /api/staff/logout': () => noNetwork });
  const user = openConsole('/tablets');
  await heading('Tablets');
  await press(user, 'Log out');
  expect(await screen.findByText('You are still logged in.')).toBeVisible();
  server.nowAt('POST /api/staff/logout', done);
  await press(user, 'Log out');
  await heading('Log in');
});

test('while the server does not answer, the page says so and goes on trying', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const server = fakeServer({ 'GET /api/staff/session': () => noNetwork });
  openConsole('/tablets');
  await vi.waitFor(() => expect(screen.getByText('The practice’s server does not answer')).toBeVisible());
  server.nowAt('GET /api/staff/session', () => aSession());
  await vi.advanceTimersByTimeAsync(5_000);
  vi.useRealTimers();
  await heading('Tablets');
});

test('an address that leads nowhere says so', async () => {
  fakeServer();
  const user = openConsole('/nowhere');
  expect(await heading('This page does not exist')).toBeVisible();
  await goTo(user, 'Go to Invitations');
  expect(await heading('Invitations')).toBeVisible();
});

test('the console speaks Spanish at the press of a button', async () => {
  fakeServer();
  const user = openConsole('/add');
  await heading('Add Members');
  await press(user, 'Español');
  await heading('Agregar miembros');
  expect(document.title).toBe('Agregar miembros – Countersign');
});
