import { act, screen, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { changes } from '../../src/frontdesk/live.ts';
import type { InvitationDetail } from '../../src/contract/invitationsApi.ts';
import { aConflict, anEvent, anInvitation, aSession } from './builders.ts';
import { goTo, heading, openConsole, press } from './console.tsx';
import { fakeServer, loggedIn, refusal } from './fakeServer.ts';

const ONE = 'GET /api/staff/invitations/:id';
const CANCEL = 'POST /api/staff/invitations/:id/cancel';
const SETTLE = 'POST /api/staff/invitations/:id/conflicts/:id/settle';
const somethingChanges = () => act(() => void changes.value++);

async function showing(change: Partial<InvitationDetail>) {
  const invitation = anInvitation(change);
  fakeServer({ [ONE]: () => invitation });
  openConsole(`/invitations/${invitation.id}`);
  await heading('Margaret Whitfield');
}

test('an invitation tells its story in sentences, its account and its document', async () => {
  await showing({
    state: 'enrolled',
    account: { createdAt: '2026-01-05T15:30:00.000Z', handle: 'margaret.whitfield', accesses: [] },
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

test('what was answered on the patient’s own device names no tablet', async () => {
  await showing({
    state: 'enrolled',
    method: 'app',
    tablet: 'own-device',
    story: [
      anEvent({ kind: 'presented', who: 'own-device' }),
      anEvent({ kind: 'signed', who: 'Margaret Whitfield' }),
      anEvent({ kind: 'received', who: 'own-device' }),
    ],
  });
  const story = within(screen.getByRole('region', { name: 'Story' })).getAllByRole('listitem');
  expect(story.map((item) => item.firstChild?.textContent)).toEqual([
    'The patient began to read on their own device',
    'Margaret Whitfield signed',
    'Safe at the practice, received from the patient’s own device',
  ]);
  expect(screen.getByText('the patient’s own device')).toBeVisible();
  expect(screen.queryByText(/own-device/)).toBeNull();
});

test('a conflict stands above all else, and says what is kept and what to do', async () => {
  await showing({
    state: 'cancelled',
    conflicts: 1,
    conflictList: [aConflict({ kind: 'after-cancel' })],
  });
  expect(screen.getByText('Please look at this')).toBeVisible();
  expect(screen.getByText(/It is kept, and nobody was enrolled/)).toBeVisible();
  expect(screen.getByText('Needs a look')).toBeVisible();
});

test('codes that this version does not know never reach the screen', async () => {
  await showing({
    conflicts: 1,
    conflictList: [aConflict({ kind: 'from-mars' })],
    story: [
      anEvent({ kind: 'teleported', who: 'X', detail: 'warp-9' }),
      anEvent({ kind: 'conflict-from-mars' }),
      anEvent({ kind: 'declined', who: 'Margaret Whitfield', detail: 'reason-code-77' }),
      anEvent({ kind: 'constructor' }),
    ],
  });
  for (const code of ['teleported', 'warp-9', 'from-mars', 'reason-code-77', 'constructor'])
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

test('the household is linked, caregivers say whether they may sign, and the contact is told in words', async () => {
  await showing({
    contact: { days: ['mon', 'wed'], from: '09:00', to: '11:30', zone: 'America/New_York', phone: '+18135550199' },
    household: [
      {
        invitation: '01900000-0000-7000-8000-0000000000aa',
        name: { first: 'Carl', last: 'Whitfield' },
        relationship: 'Husband',
        state: 'signed',
      },
    ],
    caregivers: [
      {
        id: '01900000-0000-7000-8000-0000000000ab',
        name: { first: 'Ana', last: 'Whitfield' },
        relationship: 'Daughter',
        phone: null,
        email: 'ana@example.org',
        legalRepresentative: true,
      },
    ],
  });
  const household = within(screen.getByRole('region', { name: 'Household' }));
  expect(household.getByRole('link', { name: 'Carl Whitfield' })).toHaveAttribute(
    'href',
    '/invitations/01900000-0000-7000-8000-0000000000aa',
  );
  expect(household.getByText('Husband')).toBeVisible();
  expect(screen.getByText('Legal representative: may sign for the patient')).toBeVisible();
  expect(screen.getByText(/^Mon, Wed, 9:00\s–\s11:30\sAM in New York$/)).toBeVisible();
  expect(screen.getByText('(813) 555-0199')).toBeVisible();
});

test('cancelling asks why in place, and needs an answer', async () => {
  const invitation = anInvitation({ version: 7 });
  const server = fakeServer({
    [ONE]: () => invitation,
    [CANCEL]: () => Object.assign(invitation, { state: 'cancelled' }),
  });
  const user = openConsole(`/invitations/${invitation.id}`);
  await press(user, 'Cancel the invitation');
  expect(screen.getByLabelText('Why is it cancelled?')).toHaveFocus();
  await press(user, 'Cancel it');
  expect(screen.getByText(/Write down why/)).toBeVisible();
  expect(server.asked(CANCEL)).toHaveLength(0);
  await user.type(screen.getByLabelText('Why is it cancelled?'), 'Moved away');
  await press(user, 'Cancel it');
  expect(await screen.findByText('Cancelled')).toBeVisible();
  expect(server.asked(CANCEL)[0]?.body).toEqual({ version: 7, reason: 'Moved away' });
  expect(screen.queryByRole('button', { name: 'Cancel the invitation' })).toBeNull();
});

test('what another desk changed just now is looked at before it is cancelled', async () => {
  const invitation = anInvitation();
  fakeServer({ [ONE]: () => invitation, [CANCEL]: () => refusal('changed-meanwhile') });
  const user = openConsole(`/invitations/${invitation.id}`);
  await press(user, 'Cancel the invitation');
  await user.type(screen.getByLabelText('Why is it cancelled?'), 'Moved away');
  await press(user, 'Cancel it');
  expect(await screen.findByRole('alert')).toHaveTextContent('Look at it once more');
  expect(screen.getByLabelText('Why is it cancelled?')).toHaveValue('Moved away');
});

test('a conflict is settled with a note, and leaves the page', async () => {
  const conflict = aConflict({ kind: 'signed-twice' });
  const invitation = anInvitation({ state: 'enrolled', conflicts: 1, conflictList: [conflict] });
  const server = fakeServer({
    [ONE]: () => invitation,
    [SETTLE]: () =>
      Object.assign(invitation, {
        conflicts: 0,
        conflictList: [{ ...conflict, settled: { at: conflict.notedAt, by: 'Luis', note: 'Asked.', decision: null } }],
      }),
  });
  const user = openConsole(`/invitations/${invitation.id}`);
  await press(user, 'We have dealt with it');
  await press(user, 'We have dealt with it');
  expect(await screen.findByText('Write down what was done.')).toBeVisible();
  await user.type(screen.getByLabelText('What did you do about it?'), 'Asked her: the first one.');
  await somethingChanges();
  expect(screen.getByLabelText('What did you do about it?')).toHaveValue('Asked her: the first one.');
  await press(user, 'We have dealt with it');
  await expect.poll(() => screen.queryByText('Please look at this')).toBeNull();
  expect(server.asked(SETTLE)[0]?.body).toEqual({ note: 'Asked her: the first one.', decision: null });
});

test('a consent after the end is let count: what follows is said before, and why is asked for', async () => {
  const conflict = aConflict({ choices: ['counts', 'does-not-count'] });
  const invitation = anInvitation({ state: 'cancelled', conflicts: 1, conflictList: [conflict] });
  const settled = { at: conflict.notedAt, by: 'Luis', note: 'Called her.', decision: 'counts' as const };
  const server = fakeServer({
    [ONE]: () => invitation,
    [SETTLE]: () =>
      Object.assign(invitation, { state: 'enrolled', conflictList: [{ ...conflict, choices: [], settled }] }),
  });
  const user = openConsole(`/invitations/${invitation.id}`);
  await press(user, 'Write down the decision');
  const yes = await screen.findByRole('radio', { name: 'This consent counts' });
  expect(yes).toHaveAccessibleDescription('The patient is enrolled now and gets an account.');
  await press(user, 'Write down the decision');
  expect(await screen.findByText('Choose what you decide.')).toBeVisible();
  expect(server.asked(SETTLE)).toEqual([]);
  await user.click(yes);
  await user.type(screen.getByLabelText('Why?'), 'Called her.');
  await press(user, 'Write down the decision');
  await expect.poll(() => screen.queryByText('Please look at this')).toBeNull();
  expect(server.asked(SETTLE)[0]?.body).toEqual({ note: 'Called her.', decision: 'counts' });
});

test('who decides second is told', async () => {
  const conflict = aConflict({ kind: 'withdrawn', choices: ['stay', 'stop'] });
  const invitation = anInvitation({ state: 'enrolled', conflicts: 1, conflictList: [conflict] });
  fakeServer({ [ONE]: () => invitation, [SETTLE]: () => refusal('decided-already') });
  const user = openConsole(`/invitations/${invitation.id}`);
  await press(user, 'Write down the decision');
  await user.click(await screen.findByRole('radio', { name: 'They do not want it' }));
  await user.type(screen.getByLabelText('Why?'), 'She called.');
  await press(user, 'Write down the decision');
  expect(await screen.findByRole('alert')).toHaveTextContent('A colleague has dealt with this already.');
});

test('a Health Assistant reads, and is offered nothing to change', async () => {
  const invitation = anInvitation({ conflicts: 1, conflictList: [aConflict()] });
  fakeServer({ ...loggedIn(aSession({}, 'health-assistant')), [ONE]: () => invitation });
  openConsole(`/invitations/${invitation.id}`);
  await heading('Margaret Whitfield');
  expect(screen.getByText('Please look at this')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Print this page' })).toBeVisible();
  for (const name of ['Cancel the invitation', 'We have dealt with it'])
    expect(screen.queryByRole('button', { name })).toBeNull();
  expect(screen.queryByRole('link', { name: 'Edit' })).toBeNull();
});

test('a patient’s own device is named in words, and never by its code', async () => {
  await showing({
    state: 'enrolled',
    method: 'app',
    tablet: 'own-device',
    story: [anEvent({ kind: 'received', who: 'own-device' })],
  });
  expect(screen.getByText('Safe at the practice, received from the patient’s own device')).toBeVisible();
  expect(screen.getByText('the patient’s own device')).toBeVisible();
  expect(document.body.textContent).not.toContain('own-device');
});
