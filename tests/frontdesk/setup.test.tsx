import { screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { heading, openConsole, press } from './console.tsx';
import { fakeServer, loggedOut, refusal } from './fakeServer.ts';

const notSetUp = { ...loggedOut, 'GET /api/setup': () => ({ done: false, codeNeeded: true }) };
const SETUP = 'POST /api/setup';

test('a new practice is made, and its administrator is in without typing anything twice', async () => {
  const server = fakeServer({ ...notSetUp, [SETUP]: () => ({ logins: [] }) });
  const user = openConsole('/setup');
  await heading('Welcome to Countersign');
  await user.click(screen.getByRole('radio', { name: 'Set up my practice' }));
  await user.type(screen.getByLabelText('Set-up code'), 'EZ9Y6AFM');
  await user.type(screen.getByLabelText('Name of the practice'), 'Bayside Family Practice');
  await user.type(screen.getByLabelText('Phone'), '813 555 0100');
  await user.type(screen.getByLabelText('First billing practitioner'), 'Dr. Ana Ruiz');
  await user.type(screen.getByLabelText('Your name'), 'Dana Brooks');
  await user.type(screen.getByLabelText('Log-in name'), 'dana');
  await user.type(screen.getByLabelText('Password'), 'correct horse battery');
  await user.type(screen.getByLabelText('PIN for tablets'), '202613');
  await press(user, 'Set up the practice');

  await heading('Invitations');
  expect(location.pathname).toBe('/invitations');
  expect(server.asked(SETUP)[0]?.body).toEqual({
    what: 'new',
    setupCode: 'EZ9Y6AFM',
    practice: { name: 'Bayside Family Practice', phone: '813 555 0100', zone: expect.any(String) },
    administrator: { name: 'Dana Brooks', login: 'dana', password: 'correct horse battery', pin: '202613' },
    practitioner: 'Dr. Ana Ruiz',
  });
  expect(server.asked('POST /api/staff/login')[0]?.body).toEqual({ login: 'dana', password: 'correct horse battery' });
});

test('a short password and a PIN of letters are told before anything is sent', async () => {
  const server = fakeServer(notSetUp);
  const user = openConsole('/setup');
  await heading('Welcome to Countersign');
  await user.click(screen.getByRole('radio', { name: 'Set up my practice' }));
  await user.type(screen.getByLabelText('Password'), 'short');
  await user.type(screen.getByLabelText('PIN for tablets'), 'abcdef');
  await press(user, 'Set up the practice');
  expect(screen.getByLabelText('Password')).toHaveAccessibleDescription(/at least 12 characters long/);
  expect(screen.getByLabelText('PIN for tablets')).toHaveAccessibleDescription(/Enter a PIN of six digits/);
  expect(server.asked(SETUP)).toEqual([]);
});

test('the sample practice shows its log-ins, and one of them is a short way in', async () => {
  const dana = {
    name: 'Dana Brooks',
    role: 'administrator',
    login: 'dana',
    password: 'JjtxkZM7cGB0-Y3I',
    pin: '137102',
  };
  const server = fakeServer({ ...notSetUp, [SETUP]: () => ({ logins: [dana] }) });
  const user = openConsole();
  await heading('Welcome to Countersign');
  await user.click(screen.getByRole('radio', { name: /Look around/ }));
  await user.type(screen.getByLabelText('Set-up code'), 'EZ9Y6AFM');
  await press(user, 'Load the sample practice');
  await heading('The sample practice is ready');
  for (const text of ['Dana Brooks', 'dana', dana.password, dana.pin]) expect(screen.getByText(text)).toBeVisible();
  await press(user, 'Log in as Dana Brooks');
  await heading('Invitations');
  expect(server.asked('POST /api/staff/login')[0]?.body).toEqual({ login: 'dana', password: dana.password });
});

test('a wrong set-up code says where to find the right one', async () => {
  fakeServer({ ...notSetUp, [SETUP]: () => refusal('setup-code-wrong') });
  const user = openConsole();
  await heading('Welcome to Countersign');
  await user.click(screen.getByRole('radio', { name: /Look around/ }));
  await user.type(screen.getByLabelText('Set-up code'), 'WRONG');
  await press(user, 'Load the sample practice');
  expect(await screen.findByRole('alert')).toHaveTextContent('window where the server runs');
});

test('when it was set up meanwhile, or the answer to the first try was lost, it leads to the log-in', async () => {
  const server = fakeServer({ ...notSetUp, [SETUP]: () => refusal('setup-done') });
  const user = openConsole('/setup');
  await heading('Welcome to Countersign');
  server.nowAt('GET /api/setup', () => ({ done: true, codeNeeded: true }));
  await user.click(screen.getByRole('radio', { name: /Look around/ }));
  await user.type(screen.getByLabelText('Set-up code'), 'EZ9Y6AFM');
  await press(user, 'Load the sample practice');
  expect(await heading('Log in')).toBeVisible();
});
