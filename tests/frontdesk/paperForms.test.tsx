import { screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { addSpouse, sentHouseholds, takesAll } from './adding.ts';
import { anInvitation, anInvitationRow, aSession } from './builders.ts';
import { fillPatient, heading, openConsole, press } from './console.tsx';
import { fakeServer, loggedIn } from './fakeServer.ts';

/** Where the console offers to print forms, and for whom. */

const ONE = 'GET /api/staff/invitations/:id';
const LIST = 'GET /api/staff/invitations';
const print = /^Print (the|these) .*(form|forms) \(PDF\)$/;

test('the page of an invitation on paper opens its form beside itself', async () => {
  const invitation = anInvitation({ method: 'paper' });
  fakeServer({ [ONE]: () => invitation });
  openConsole(`/invitations/${invitation.id}`);
  const link = await screen.findByRole('link', { name: print });
  expect(link).toHaveAttribute('href', `/api/staff/invitations/${invitation.id}/paper-form`);
  expect(link).toHaveAttribute('target', '_blank');
});

test.each([
  ['on a tablet', { method: 'tablet' }],
  ['that is over', { method: 'paper', state: 'enrolled' }],
] as const)('for an invitation %s there is none', async (_, change) => {
  const invitation = anInvitation(change);
  fakeServer({ [ONE]: () => invitation });
  openConsole(`/invitations/${invitation.id}`);
  await heading('Margaret Whitfield');
  expect(screen.queryByRole('link', { name: print })).toBeNull();
});

test('a Health Assistant is not offered it', async () => {
  const invitation = anInvitation({ method: 'paper' });
  fakeServer({ ...loggedIn(aSession({}, 'health-assistant')), [ONE]: () => invitation });
  openConsole(`/invitations/${invitation.id}`);
  await heading('Margaret Whitfield');
  expect(screen.queryByRole('link', { name: print })).toBeNull();
});

test('a form that was refused is explained on the page that its tab is led to', async () => {
  const invitation = anInvitation();
  fakeServer({ [ONE]: () => invitation });
  openConsole(`/invitations/${invitation.id}?refused=not-on-paper`);
  expect(await screen.findByText(/Change Sign Forms to On Paper first/)).toBeVisible();
});

test('the list of those on paper prints the ones that still wait', async () => {
  const rows = [
    anInvitationRow({ method: 'paper' }),
    anInvitationRow({ method: 'paper', state: 'enrolled' }),
    anInvitationRow({ method: 'paper' }),
  ];
  fakeServer({ [LIST]: () => ({ invitations: rows, total: 3 }) });
  openConsole('/invitations?method=paper');
  const link = await screen.findByRole('link', { name: 'Print these 2 forms (PDF)' });
  expect(link).toHaveAttribute('href', `/api/staff/paper-forms?ids=${rows[0]?.id},${rows[2]?.id}`);
});

test('more than one file may have are printed in turns', async () => {
  const rows = Array.from({ length: 60 }, () => anInvitationRow({ method: 'paper' }));
  fakeServer({ [LIST]: () => ({ invitations: rows, total: 60 }) });
  openConsole('/invitations?method=paper');
  const link = await screen.findByRole('link', { name: 'Print the first 50 forms (PDF)' });
  expect(link.getAttribute('href')?.split(',')).toHaveLength(50);
});

test('after Add Members the forms of all on paper are one press away', async () => {
  const server = fakeServer({ ...loggedIn(aSession({ method: 'paper' })), ...takesAll });
  const user = openConsole('/add');
  await fillPatient(user, { email: 'margaret@example.org' });
  await addSpouse(user, { email: 'jorge@example.org' });
  await press(user, 'Next');
  await press(user, 'Send the invitations');
  await heading('That’s it!');
  const ids = sentHouseholds(server)[0]?.members.map(({ invitation }) => invitation) ?? [];
  expect(ids).toHaveLength(2);
  expect(screen.getByRole('link', { name: print })).toHaveAttribute('href', `/api/staff/paper-forms?ids=${ids.join()}`);
});

test('and nobody on paper needs none', async () => {
  fakeServer(takesAll);
  const user = openConsole('/add');
  await fillPatient(user, { email: 'margaret@example.org' });
  await press(user, 'Next');
  await press(user, 'Send the invitation');
  await heading('That’s it!');
  expect(screen.queryByRole('link', { name: print })).toBeNull();
});
