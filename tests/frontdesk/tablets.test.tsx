import { act, screen, waitFor } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { changes } from '../../src/frontdesk/live.ts';
import { aDevice, aSession } from './builders.ts';
import { heading, openConsole, press } from './console.tsx';
import { done, fakeServer, loggedIn, refusal } from './fakeServer.ts';

const DEVICES = 'GET /api/staff/devices';
const PAIR = 'POST /api/staff/pairings';
const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
const inTenMinutes = () => new Date(Date.now() + 600_000).toISOString();

test('a tablet tells whether it is there, and what waits on it for how long', async () => {
  const devices = [aDevice({ waiting: 2, oldest: hoursAgo(3) })];
  fakeServer({ [DEVICES]: () => ({ devices }) });
  openConsole('/tablets');
  expect(await screen.findByText('Front desk iPad')).toBeVisible();
  expect(screen.getByText('Online')).toBeVisible();
  expect(screen.getByText('2 records, the oldest for 3 hours')).toBeVisible();
});

test('what a tablet that is away had is told as what it had when last seen', async () => {
  const devices = [aDevice({ online: false, lastSeen: hoursAgo(2) })];
  fakeServer({ [DEVICES]: () => ({ devices }) });
  openConsole('/tablets');
  expect(await screen.findByText('Not connected, last seen 2 hours ago')).toBeVisible();
  expect(screen.getByText('Nothing, when last seen')).toBeVisible();
});

test('pairing shows a code with three steps, and says when a tablet has used it', async () => {
  const server = fakeServer({ [PAIR]: () => ({ code: '1R0Y-78F0', expiresAt: inTenMinutes() }) });
  const user = openConsole('/tablets');
  await heading('Tablets');
  await screen.findByText('No tablet is paired yet.');
  await press(user, 'Pair a tablet');
  expect(await screen.findByText('1R0Y-78F0')).toBeVisible();
  expect(screen.getAllByRole('listitem')).toHaveLength(3);

  server.nowAt(DEVICES, () => ({ devices: [aDevice({ name: 'Room 2 iPad' })] }));
  await act(() => void changes.value++);
  expect(await screen.findByText('Room 2 iPad is paired')).toBeVisible();
  expect(screen.queryByText('1R0Y-78F0')).toBeNull();
});

test('a code that is over is not shown any more', async () => {
  fakeServer({ [PAIR]: () => ({ code: '1R0Y-78F0', expiresAt: hoursAgo(1) }) });
  const user = openConsole('/tablets');
  await press(user, 'Pair a tablet');
  expect(await screen.findByText('This code no longer works.')).toBeVisible();
  expect(screen.queryByText('1R0Y-78F0')).toBeNull();
  expect(screen.getByRole('button', { name: 'Make a new code' })).toBeVisible();
});

test('a locked tablet is unlocked from here', async () => {
  const tablet = aDevice({ locked: true });
  const server = fakeServer({
    [DEVICES]: () => ({ devices: [tablet] }),
    'POST /api/staff/devices/:id/unlock': () => {
      tablet.locked = false;
      return done();
    },
  });
  const user = openConsole('/tablets');
  expect(await screen.findByText('Locked after wrong PINs')).toBeVisible();
  await press(user, 'Unlock Front desk iPad');
  await waitFor(() => expect(screen.queryByText('Locked after wrong PINs')).toBeNull());
  expect(server.asked('POST /api/staff/devices/:id/unlock')[0]?.path).toContain(tablet.id);
});

test('an unlocking that was refused says why', async () => {
  const devices = [aDevice({ locked: true })];
  fakeServer({
    [DEVICES]: () => ({ devices }),
    'POST /api/staff/devices/:id/unlock': () => refusal('not-allowed'),
  });
  const user = openConsole('/tablets');
  await press(user, 'Unlock Front desk iPad');
  expect(await screen.findByRole('alert')).toHaveTextContent('Ask the practice administrator');
  expect(screen.getByText('Locked after wrong PINs')).toBeVisible();
});

test('who has a tablet is told while it is connected, and as not known while it is away', async () => {
  const holding = { invitation: '01900000-0000-7000-8000-0000000000aa', name: { first: 'Ada', last: 'Ashby' } };
  const devices = [aDevice({ holding }), aDevice({ name: 'Room 2', online: false, lastSeen: hoursAgo(2) })];
  fakeServer({ [DEVICES]: () => ({ devices }) });
  openConsole('/tablets');
  expect(await screen.findByRole('link', { name: 'Ada Ashby' })).toHaveAttribute(
    'href',
    `/invitations/${holding.invitation}`,
  );
  expect(screen.getByText('Not known while it is away')).toBeVisible();
});

test('whoever has a question is told of in every room, while their tablet is connected', async () => {
  const holding = { invitation: '01900000-0000-7000-8000-0000000000aa', name: { first: 'Ada', last: 'Ashby' } };
  const asking = hoursAgo(0);
  const devices = [aDevice({ holding, asking }), aDevice({ name: 'Room 2', online: false, asking, holding: null })];
  const server = fakeServer({ [DEVICES]: () => ({ devices }) });
  openConsole('/invitations');
  expect(await screen.findByText('Ada Ashby has a question')).toBeVisible();
  expect(screen.queryByText(/Room 2/)).toBeNull();
  server.nowAt(DEVICES, () => ({ devices: [aDevice({ holding })] }));
  await act(() => void changes.value++);
  await expect.poll(() => screen.queryByText('Ada Ashby has a question')).toBeNull();
});

test('a tablet gets another name, in place', async () => {
  const tablet = aDevice();
  const server = fakeServer({
    [DEVICES]: () => ({ devices: [tablet] }),
    'PUT /api/staff/devices/:id': ({ body }) => {
      Object.assign(tablet, body);
      return done();
    },
  });
  const user = openConsole('/tablets');
  await press(user, 'Rename Front desk iPad');
  const name = screen.getByLabelText('Name of the tablet');
  expect(name).toHaveFocus();
  await user.clear(name);
  await press(user, 'Save the name');
  expect(screen.getByText('Enter a name for the tablet.')).toBeVisible();
  await user.type(name, 'Room 2');
  await press(user, 'Save the name');
  expect(await screen.findByRole('button', { name: 'Rename Room 2' })).toHaveFocus();
  expect(server.asked('PUT /api/staff/devices/:id')).toHaveLength(1);
});

test('removing asks first, with what waits, and the front desk is not offered it', async () => {
  const tablet = aDevice({ waiting: 2, oldest: hoursAgo(3) });
  const REVOKE = 'POST /api/staff/devices/:id/revoke';
  const server = fakeServer({
    ...loggedIn(aSession({}, 'administrator')),
    [DEVICES]: () => ({ devices: [tablet] }),
    [REVOKE]: () => {
      tablet.revoked = true;
      return done();
    },
  });
  const user = openConsole('/tablets');
  await press(user, 'Remove Front desk iPad');
  expect(screen.getByText(/2 records have not reached the practice/)).toBeVisible();
  expect(screen.getByText(/is not deleted. If it arrives later, it is kept/)).toBeVisible();
  await press(user, 'Leave it as it is');
  expect(server.asked(REVOKE)).toHaveLength(0);
  await press(user, 'Remove Front desk iPad');
  await press(user, 'Remove it');
  expect(await screen.findByText('Removed from the practice')).toBeVisible();
  expect(screen.queryByRole('button', { name: /Remove|Rename/ })).toBeNull();
});
