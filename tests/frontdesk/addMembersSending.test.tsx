import { screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import type { NewInvitation } from '../../src/contract/people.ts';
import { stored } from './builders.ts';
import { fillPatient, heading, openConsole, press } from './console.tsx';
import { captivePortal, fakeServer, noNetwork, refusal, type Asked } from './fakeServer.ts';

const INVITE = 'POST /api/staff/invitations';
const takes = ({ body }: Asked) => stored(body as NewInvitation);

test.each([
  ['the answer is lost', () => noNetwork],
  ['a Wi-Fi log-in page answers', captivePortal],
])('when %s, trying again sends the same invitation, not a second one', async (_what, firstReply) => {
  const server = fakeServer({ [INVITE]: firstReply });
  const user = openConsole('/add');
  await fillPatient(user, { email: 'margaret@example.org' });
  await press(user, 'Next');
  await press(user, 'Send the invitation');
  expect(await screen.findByText('The invitation was not confirmed')).toBeVisible();
  expect(screen.getByText(/it is added only once/)).toBeVisible();

  server.nowAt(INVITE, takes);
  await press(user, 'Send the invitation');
  await heading('That’s it!');
  const [first, second] = server.asked(INVITE).map(({ body }) => body as NewInvitation);
  expect(second?.id).toBe(first?.id);
  expect(second).toEqual(first);
});

test('what had arrived before a change is not taken for what was changed', async () => {
  let arrived: NewInvitation | undefined;
  const server = fakeServer({
    [INVITE]: ({ body }) => {
      arrived = body as NewInvitation;
      return noNetwork;
    },
  });
  const user = openConsole('/add');
  await fillPatient(user, { email: 'margaret@example.org' });
  await press(user, 'Next');
  await press(user, 'Send the invitation');
  await user.type(await screen.findByLabelText(/^Note/), 'Call her daughter.');
  server.nowAt(INVITE, () => stored(arrived as NewInvitation));
  await press(user, 'Send the invitation');
  await heading('That’s it!');
  expect(screen.getByText(/had arrived with your first try/)).toBeVisible();
});

test('the next member is another invitation', async () => {
  const server = fakeServer({ [INVITE]: takes });
  const user = openConsole('/add');
  for (const email of ['margaret@example.org', 'jose@example.org']) {
    await fillPatient(user, { email });
    await press(user, 'Next');
    await press(user, 'Send the invitation');
    await heading('That’s it!');
    await user.click(screen.getByRole('link', { name: 'Add another member' }));
  }
  const ids = server.asked(INVITE).map(({ body }) => (body as NewInvitation).id);
  expect(new Set(ids).size).toBe(2);
});

test('a session that ends while sending loses nothing: log in, and send', async () => {
  const server = fakeServer({ [INVITE]: () => refusal('not-logged-in') });
  const user = openConsole('/add');
  await fillPatient(user, { email: 'margaret@example.org' });
  await press(user, 'Next');
  await press(user, 'Send the invitation');

  await heading('Log in');
  expect(screen.getByText(/what you typed is still here/)).toBeVisible();
  expect(location.pathname).toBe('/add/contact');
  server.nowAt(INVITE, takes);
  await user.type(screen.getByLabelText('Log-in name'), 'luis');
  await user.type(screen.getByLabelText('Password'), 'correct horse battery');
  await press(user, 'Log in');
  await press(user, 'Send the invitation');
  await heading('That’s it!');
});

test('what the server turns down is shown at its field', async () => {
  const fields = [{ field: 'patient.practitioner', problem: 'is not a practitioner of this practice' }];
  fakeServer({ [INVITE]: () => refusal('unreadable-request', { fields }) });
  const user = openConsole('/add');
  await fillPatient(user, { email: 'margaret@example.org' });
  await press(user, 'Next');
  await press(user, 'Send the invitation');
  await heading('Add Members');
  expect(screen.getByLabelText('Billing practitioner')).toHaveAccessibleDescription(/could not take this/);
});
