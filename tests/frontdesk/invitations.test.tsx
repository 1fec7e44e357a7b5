import { act, screen, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { changes } from '../../src/frontdesk/live.ts';
import type { InvitationDetail, InvitationRow } from '../../src/contract/staffApi.ts';
import { anEvent, anInvitation, anInvitationRow } from './builders.ts';
import { goTo, heading, openConsole } from './console.tsx';
import { fakeServer, noNetwork, refusal } from './fakeServer.ts';

const LIST = 'GET /api/staff/invitations';
const ONE = 'GET /api/staff/invitations/:id';
const listOf = (...invitations: InvitationRow[]) => ({ invitations, total: invitations.length });
const somethingChanges = () => act(() => void changes.value++);

test('the list tells each state in words', async () => {
  const states = ['waiting', 'presented', 'signed', 'declined', 'enrolled', 'cancelled', 'expired'] as const;
  const rows = states.map((state) => anInvitationRow({ state }));
  fakeServer({ [LIST]: () => listOf(...rows) });
  openConsole('/invitations');
  for (const words of ['Not signed yet', 'With the patient now', 'Safe at the practice', 'Said no', 'Account created'])
    expect(await screen.findByText(words)).toBeVisible();
  for (const state of states) expect(screen.queryByText(state)).toBeNull();
});

test('a name is shown whole, in its own direction', async () => {
  const last = 'von Hohenzollern-Sigmaringen-Schleswig-Holstein-Sonderburg-Glücksburg';
  const rows = [
    { first: '', last: 'שרה כהן' },
    { first: 'Maximiliana', last },
  ].map((name) => anInvitationRow({ name }));
  fakeServer({ [LIST]: () => listOf(...rows) });
  openConsole('/invitations');
  expect(await screen.findByRole('link', { name: 'שרה כהן' })).toHaveAttribute('dir', 'auto');
  expect(screen.getByRole('link', { name: `Maximiliana ${last}` })).toBeVisible();
});

test('an empty list says what comes next', async () => {
  fakeServer();
  openConsole('/invitations');
  expect(await screen.findByText('Nobody has been invited yet.')).toBeVisible();
});

test('more than a page is leafed through', async () => {
  const server = fakeServer({ [LIST]: () => ({ invitations: [anInvitationRow()], total: 230 }) });
  const user = openConsole('/invitations');
  await user.click(await screen.findByRole('link', { name: 'Older' }));
  await screen.findByText('101 to 101 of 230');
  expect(server.asked(LIST).at(-1)?.path).toContain('limit=100&offset=100');
});

test('what changes elsewhere changes here', async () => {
  const row = anInvitationRow();
  const server = fakeServer({ [LIST]: () => listOf(row) });
  openConsole('/invitations');
  await screen.findByText('Not signed yet');
  server.nowAt(LIST, () => listOf({ ...row, state: 'enrolled' }));
  await somethingChanges();
  expect(await screen.findByText('Account created')).toBeVisible();
});

test('without a network the list stays, and says since when it may be old', async () => {
  const server = fakeServer({ [LIST]: () => listOf(anInvitationRow()) });
  openConsole('/invitations');
  await screen.findByText('Margaret Whitfield');
  server.nowAt(LIST, () => noNetwork);
  await somethingChanges();
  expect(await screen.findByText(/may be old: no connection since \d+:\d\d/)).toBeVisible();
  expect(screen.getByText('Margaret Whitfield')).toBeVisible();

  server.nowAt(LIST, () => listOf(anInvitationRow({ name: { first: 'José', last: 'Peña' } })));
  await somethingChanges();
  expect(await screen.findByText('José Peña')).toBeVisible();
  expect(screen.queryByText(/may be old/)).toBeNull();
});

async function showing(change: Partial<InvitationDetail>) {
  const invitation = anInvitation(change);
  fakeServer({ [ONE]: () => invitation });
  openConsole(`/invitations/${invitation.id}`);
  await heading('Margaret Whitfield');
}

test('an invitation tells its story in sentences, its account and its document', async () => {
  await showing({
    state: 'enrolled',
    account: { createdAt: '2026-01-05T15:30:00.000Z', handle: 'margaret.whitfield' },
    documents: [
      {
        id: '01900000-0000-7000-8000-00000000000d',
        kind: 'consent',
        createdAt: '2026-01-05T15:31:00.000Z',
        sha256: '',
      },
    ],
    story: [
      anEvent({ kind: 'added', who: 'Luis Ortega' }),
      anEvent({ kind: 'presented', who: 'Front desk iPad' }),
      anEvent({ kind: 'signed', who: 'Margaret Whitfield' }),
      anEvent({ kind: 'received', who: 'Front desk iPad' }),
      anEvent({ kind: 'account-created', detail: 'margaret.whitfield' }),
    ],
  });
  const story = within(screen.getByRole('region', { name: 'Story' })).getAllByRole('listitem');
  expect(story.map((item) => item.firstChild?.textContent)).toEqual([
    'Luis Ortega added this invitation',
    'Handed to the patient on Front desk iPad',
    'Margaret Whitfield signed',
    'Safe at the practice, received from Front desk iPad',
    'Account created',
  ]);
  expect(screen.getByText(/They sign in as margaret.whitfield/)).toBeVisible();
  const document = screen.getByRole('link', { name: /Open the signed consent \(PDF\)/ });
  expect(document).toHaveAttribute('href', '/api/staff/documents/01900000-0000-7000-8000-00000000000d');
  expect(document).toHaveAttribute('target', '_blank');
});

test('a conflict stands above all else, and says what is kept and what to do', async () => {
  await showing({
    state: 'cancelled',
    conflicts: 1,
    story: [anEvent({ kind: 'conflict-after-cancel', who: 'Front desk iPad' })],
  });
  expect(screen.getByText('Please look at this')).toBeVisible();
  expect(screen.getByText(/It is kept, and nobody was enrolled/)).toBeVisible();
  expect(screen.getByText('Needs a look')).toBeVisible();
});

test('codes that this version does not know never reach the screen', async () => {
  await showing({
    conflicts: 2,
    story: [
      anEvent({ kind: 'teleported', who: 'X', detail: 'warp-9' }),
      anEvent({ kind: 'conflict-from-mars' }),
      anEvent({ kind: 'declined', who: 'Margaret Whitfield', detail: 'reason-code-77' }),
      anEvent({ kind: 'constructor' }),
    ],
  });
  for (const code of ['teleported', 'warp-9', 'conflict-from-mars', 'reason-code-77', 'constructor'])
    expect(document.body.textContent).not.toContain(code);
  expect(screen.getAllByText(/Something else was recorded/)).toHaveLength(2);
  expect(screen.getByText(/A reason was given/)).toBeVisible();
});

test('a "no" is told with its reason', async () => {
  await showing({
    state: 'declined',
    story: [anEvent({ kind: 'declined', who: 'Margaret Whitfield', detail: 'cost' })],
  });
  expect(screen.getByText('Reason given: Worried about the cost')).toBeVisible();
  expect(screen.getByText('There is no account.')).toBeVisible();
});

test('an invitation that does not exist says so, with the way back', async () => {
  fakeServer({ [ONE]: () => refusal('not-found') });
  const user = openConsole('/invitations/01900000-0000-7000-8000-00000000000f');
  expect(await heading('This invitation could not be found')).toBeVisible();
  await goTo(user, 'Back to Invitations');
  expect(await heading('Invitations')).toBeVisible();
});
