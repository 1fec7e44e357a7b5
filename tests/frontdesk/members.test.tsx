import { screen, within } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import type { InvitationDetail } from '../../src/contract/invitationsApi.ts';
import { anInvitation, anInvitationRow, aSession, aWorkItem } from './builders.ts';
import { heading, openConsole, press } from './console.tsx';
import { fakeServer, loggedIn, refusal } from './fakeServer.ts';

/** A member's account and the wish to stop, as staff see them. */

const ONE = 'GET /api/staff/invitations/:id';
const SLIP = 'POST /api/staff/invitations/:id/activation-slip';
const MAIL = 'POST /api/staff/invitations/:id/activation-mail';
const STOP = 'POST /api/staff/invitations/:id/stop';

const madeAt = '2026-01-05T15:30:00.000Z';
const code = { way: 'mail', madeAt, expiresAt: '2026-01-19T15:30:00.000Z', good: true } as const;
const own = { holder: 'member', handle: 'margaret@example.org', activatedAt: null, code } as const;
const ana = {
  id: '01900000-0000-7000-8000-0000000000ab',
  name: { first: 'Ana', last: 'Whitfield' },
  relationship: 'Daughter',
  phone: null,
  email: 'ana@example.org',
  legalRepresentative: true,
};

function enrolled(change: Partial<InvitationDetail> = {}): InvitationDetail {
  return anInvitation({
    state: 'enrolled',
    email: 'margaret@example.org',
    account: { createdAt: madeAt, handle: 'margaret@example.org', accesses: [own] },
    wouldEndOn: '2026-01-31',
    ...change,
  });
}

async function showing(invitation: InvitationDetail, doors = {}) {
  const server = fakeServer({ [ONE]: () => invitation, ...doors });
  const user = openConsole(`/invitations/${invitation.id}`);
  await heading('Margaret Whitfield');
  return { server, user };
}
const account = () => within(screen.getByRole('region', { name: 'Account' }));

test('the account says who can sign in, and how far each has come', async () => {
  await showing(enrolled({ caregivers: [ana, { ...ana, id: anInvitation().id, legalRepresentative: false }] }));
  expect(account().getByText(/^Not opened yet\. A link was mailed/)).toBeVisible();
  expect(account().getByText('May act for the member, and has no way to sign in yet.')).toBeVisible();
  expect(account().getAllByText(/legal representative$/)).toHaveLength(1);
});

test('a slip is made, and stands there to be opened; a code given out before is told to end', async () => {
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:slip', revokeObjectURL: () => undefined }));
  const pdf = () => new Response('%PDF-1.7', { headers: { 'content-type': 'application/pdf' } });
  const { server, user } = await showing(enrolled({ email: null }), { [SLIP]: pdf });
  expect(screen.queryByRole('button', { name: 'Mail a link to Margaret Whitfield' })).toBeNull();
  await press(user, 'Print a slip for Margaret Whitfield');
  expect(await screen.findByRole('link', { name: 'Open the slip (PDF)' })).toHaveAttribute('href', 'blob:slip');
  expect(server.asked(SLIP)[0]?.body).toEqual({ holder: 'member' });
});

test('the log-in page of a Wi-Fi is no slip, and a refusal says so', async () => {
  const page = () => new Response('<html>', { headers: { 'content-type': 'text/html' } });
  const { server, user } = await showing(enrolled(), { [SLIP]: page });
  await press(user, 'Print a slip for Margaret Whitfield');
  expect(await screen.findByRole('alert')).toHaveTextContent('did not come from the practice’s server');
  server.nowAt(SLIP, () => refusal('not-enrolled'));
  await press(user, 'Print a slip for Margaret Whitfield');
  await expect.poll(() => screen.getByRole('alert').textContent).toContain('not enrolled');
  expect(screen.queryByRole('link', { name: 'Open the slip (PDF)' })).toBeNull();
});

test('a link is mailed to a legal representative by their own door', async () => {
  const invitation = enrolled({ caregivers: [ana] });
  const { server, user } = await showing(invitation, { [MAIL]: () => invitation });
  await press(user, 'Mail a link to Ana Whitfield');
  expect(await screen.findByText(/^A link is on its way/)).toBeVisible();
  expect(server.asked(MAIL)[0]?.body).toEqual({ holder: ana.id });
});

test('a mail that did not arrive is told until the account is open', async () => {
  const mail = { id: ana.id, kind: 'activation', recipient: 'margaret@example.org', problem: '550', at: madeAt };
  const invitation = enrolled({ mails: [{ ...mail, state: 'failed' }] });
  await showing(invitation);
  expect(account().getByText(/could not be delivered\. Print a slip/)).toBeVisible();
});

test('what a patient says on the phone is written down, with the last day that is shown', async () => {
  const invitation = enrolled();
  const stop = { askedAt: madeAt, effectiveOn: '2026-01-31', by: 'staff', ended: false };
  const { server, user } = await showing(invitation, {
    [STOP]: () => Object.assign(invitation, { stop, stopsOn: '2026-01-31', wouldEndOn: null }),
  });
  await press(user, 'The patient wants to stop');
  expect(await screen.findByText(/The last day is January 31, 2026/)).toBeVisible();
  await press(user, 'Record the stop');
  expect(await screen.findByText('Write down what the patient said.')).toBeVisible();
  await user.type(screen.getByLabelText('What did the patient say?'), 'Moves away.');
  await press(user, 'Record the stop');
  expect(await screen.findByText('This member stops')).toBeVisible();
  expect(server.asked(STOP)[0]?.body).toEqual({ effectiveOn: '2026-01-31', reason: 'Moves away.' });
  expect(screen.queryByRole('button', { name: 'The patient wants to stop' })).toBeNull();
  expect(screen.getByText(/print the letter and hand it over/)).toBeVisible();
});

test('another month is looked at before it is recorded, and what was typed stays', async () => {
  const { user } = await showing(enrolled(), { [STOP]: () => refusal('changed-meanwhile') });
  await press(user, 'The patient wants to stop');
  await user.type(screen.getByLabelText('What did the patient say?'), 'Moves away.');
  await press(user, 'Record the stop');
  expect(await screen.findByRole('alert')).toHaveTextContent('A new month has begun');
  expect(screen.getByLabelText('What did the patient say?')).toHaveValue('Moves away.');
});

test('a Health Assistant sees that a member stops, and is offered no code to give', async () => {
  const stop = { askedAt: madeAt, effectiveOn: '2026-01-31', by: 'member', ended: false } as const;
  const invitation = enrolled({ stop, wouldEndOn: null });
  await showing(invitation, loggedIn(aSession({}, 'health-assistant')));
  expect(screen.getByText(/The member asked for it in their account/)).toBeVisible();
  expect(screen.queryByRole('button', { name: /Print a slip/ })).toBeNull();
});

test('the list and the worklist mark who stops', async () => {
  const items = [aWorkItem({ stop: { askedAt: madeAt, effectiveOn: '2099-01-31' } })];
  fakeServer({
    ...loggedIn(aSession({}, 'administrator')),
    'GET /api/staff/invitations': () => ({
      invitations: [anInvitationRow({ state: 'enrolled', stopsOn: '2099-01-31' })],
      total: 1,
    }),
    'GET /api/staff/worklist': () => ({ items }),
  });
  const user = openConsole('/invitations');
  expect(await screen.findByText('Stops: last day Jan 31, 2099')).toBeVisible();
  await user.click(screen.getByRole('link', { name: 'Worklist' }));
  const card = within(await screen.findByRole('article', { name: 'Margaret Whitfield' }));
  expect(card.getByText('Stops: last day Jan 31, 2099')).toBeVisible();
});
