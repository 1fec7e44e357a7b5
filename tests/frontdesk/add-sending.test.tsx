import { screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { DUPLICATES, HOUSEHOLDS, sentHouseholds, takes, takesAll } from './adding.ts';
import { fillPatient, goTo, heading, openConsole, press } from './console.tsx';
import { captivePortal, fakeServer, noNetwork, refusal } from './fakeServer.ts';

test.each([
  ['the answer is lost', () => noNetwork],
  ['a Wi-Fi log-in page answers', captivePortal],
])('when %s, trying again sends the same household, not a second one', async (_what, firstReply) => {
  const server = fakeServer({ ...takesAll, [HOUSEHOLDS]: firstReply });
  const user = openConsole('/add');
  await fillPatient(user, { email: 'margaret@example.org' });
  await press(user, 'Next');
  await press(user, 'Send the invitation');
  expect(await screen.findByText('This was not confirmed by the practice')).toBeVisible();
  expect(screen.getByText(/it is added only once/)).toBeVisible();

  server.nowAt(HOUSEHOLDS, takes);
  await press(user, 'Send the invitation');
  await heading('That’s it!');
  const [first, second] = sentHouseholds(server);
  expect(second).toEqual(first);
});

test('a first try that had arrived is no duplicate of itself', async () => {
  const server = fakeServer({ ...takesAll, [HOUSEHOLDS]: () => noNetwork });
  const user = openConsole('/add');
  await fillPatient(user, { email: 'margaret@example.org' });
  await press(user, 'Next');
  await press(user, 'Send the invitation');
  await screen.findByText('This was not confirmed by the practice');
  const [first] = sentHouseholds(server);
  const invitation = first?.members[0]?.invitation ?? '';
  server.nowAt(HOUSEHOLDS, takes);
  server.nowAt(DUPLICATES, () => ({
    duplicates: [
      {
        key: invitation,
        reasons: ['name-and-birth-date'],
        invitation,
        name: { first: 'Margaret', last: 'Whitfield' },
        birthDate: '1947-03-09',
        recordNumber: null,
        state: 'waiting',
        createdAt: '2026-01-05T15:00:00.000Z',
      },
    ],
  }));
  await press(user, 'Send the invitation');
  await heading('That’s it!');
  expect(sentHouseholds(server)).toHaveLength(2);
});

test('what had arrived before a change is not taken for what was changed', async () => {
  const server = fakeServer({ ...takesAll, [HOUSEHOLDS]: () => noNetwork });
  const user = openConsole('/add');
  await fillPatient(user, { email: 'margaret@example.org' });
  await press(user, 'Next');
  await press(user, 'Send the invitation');
  await user.type(await screen.findByLabelText(/^Note/), 'Call her daughter.');
  server.nowAt(HOUSEHOLDS, () => refusal('duplicate-submission'));
  await press(user, 'Send the invitation');
  const link = await screen.findByRole('link', { name: 'Open what arrived' });
  expect(link).toHaveAttribute('href', `/invitations/${sentHouseholds(server)[0]?.members[0]?.invitation}`);
});

test('the next household is another one, and starts empty', async () => {
  const server = fakeServer(takesAll);
  const user = openConsole('/add');
  for (const email of ['margaret@example.org', 'jose@example.org']) {
    await fillPatient(user, { email });
    await press(user, 'Next');
    await press(user, 'Send the invitation');
    await heading('That’s it!');
    await user.click(screen.getByRole('link', { name: 'Add another member' }));
  }
  const sent = sentHouseholds(server);
  expect(new Set(sent.map(({ id }) => id)).size).toBe(2);
  expect(new Set(sent.map(({ members }) => members[0]?.invitation)).size).toBe(2);
  expect(await screen.findByLabelText('Last name')).toHaveValue('');
});

test('pressed twice, it is sent once', async () => {
  let answer = (): void => undefined;
  const server = fakeServer({
    ...takesAll,
    [HOUSEHOLDS]: (asked) => new Promise((done) => (answer = () => done(takes(asked)))),
  });
  const user = openConsole('/add');
  await fillPatient(user, { email: 'margaret@example.org' });
  await press(user, 'Next');
  await press(user, 'Send the invitation');
  await press(user, 'Sending…');
  answer();
  await heading('That’s it!');
  expect(sentHouseholds(server)).toHaveLength(1);
});

test('a session that ends while sending loses nothing: log in, and send', async () => {
  const server = fakeServer({ ...takesAll, [HOUSEHOLDS]: () => refusal('not-logged-in') });
  const user = openConsole('/add');
  await fillPatient(user, { email: 'margaret@example.org' });
  await press(user, 'Next');
  await press(user, 'Send the invitation');

  await heading('Log in');
  expect(screen.getByText(/what you typed is still here/)).toBeVisible();
  expect(location.pathname).toBe('/add/contact');
  server.nowAt(HOUSEHOLDS, takes);
  await user.type(screen.getByLabelText('Log-in name'), 'luis');
  await user.type(screen.getByLabelText('Password'), 'correct horse battery');
  await press(user, 'Log in');
  await press(user, 'Send the invitation');
  await heading('That’s it!');
});

test('what went wrong with one form is not told of the next', async () => {
  fakeServer({ ...takesAll, [HOUSEHOLDS]: () => noNetwork });
  const user = openConsole('/add');
  await fillPatient(user, { email: 'margaret@example.org' });
  await press(user, 'Next');
  await press(user, 'Send the invitation');
  expect(await screen.findByText('This was not confirmed by the practice')).toBeVisible();
  await goTo(user, 'Back');
  await heading('Add Members');
  await press(user, 'Clear this form');
  await press(user, 'Yes, clear it');
  expect(screen.queryByText('This was not confirmed by the practice')).toBeNull();
});
