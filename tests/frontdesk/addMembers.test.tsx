import { screen, within } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import type { NewInvitation } from '../../src/contract/people.ts';
import { aSession, drRuiz, stored } from './builders.ts';
import { fillPatient, goTo, heading, openConsole, press } from './console.tsx';
import { fakeServer, loggedIn, type Asked } from './fakeServer.ts';

const INVITE = 'POST /api/staff/invitations';
const takes = ({ body }: Asked) => stored(body as NewInvitation);
const username = () => ({ username: 'margaret.whitfield' });

test('a mistake is told when its field is left, in plain words, and goes when it is put right', async () => {
  fakeServer();
  const user = openConsole('/add');
  await heading('Add Members');
  const birthDate = screen.getByLabelText('Date of birth');
  await user.type(birthDate, '2/30/1947');
  expect(birthDate).toBeValid();
  await user.tab();
  expect(birthDate).toBeInvalid();
  expect(birthDate).toHaveAccessibleDescription(/This day does not exist/);

  await user.clear(birthDate);
  await user.type(birthDate, '02281947');
  expect(birthDate).toBeValid();
  expect(birthDate).toHaveAccessibleDescription(/February 28, 1947, \d+ years old/);
});

test('Next with mistakes shows all of them, and nothing is asked of the server', async () => {
  const server = fakeServer();
  const user = openConsole('/add');
  await press(user, 'Next');
  const summary = screen.getByText('There are 4 problems').parentElement as HTMLElement;
  expect(summary).toHaveFocus();
  await user.click(within(summary).getByRole('link', { name: /billing practitioner/ }));
  expect(screen.getByLabelText('Billing practitioner')).toHaveFocus();
  expect(server.asked(INVITE)).toEqual([]);
});

test('with an e-mail address: patient, contact, sent, and what happens next', async () => {
  const server = fakeServer({ [INVITE]: takes });
  const user = openConsole('/add');
  await fillPatient(user, { email: 'margaret@example.org' });
  await user.type(screen.getByLabelText(/^Phone/), '813 555 0142');
  await press(user, 'Next');

  await heading('When to contact them');
  expect(screen.getByLabelText('Phone to use')).toHaveValue('813 555 0142');
  await user.click(screen.getByLabelText('Tue'));
  await user.selectOptions(screen.getByLabelText('From'), '09:00');
  await user.type(screen.getByLabelText(/^Note/), 'Hard of hearing: speak slowly.');
  await press(user, 'Send the invitation');

  await heading('That’s it!');
  expect(screen.getByText(/appears on the practice’s paired iPads/)).toBeVisible();
  expect(server.asked(INVITE).map(({ body }) => body)).toEqual([
    {
      id: expect.any(String),
      patient: {
        name: { first: 'Margaret', last: 'Whitfield' },
        birthDate: '1947-03-09',
        sex: 'female',
        phone: '+18135550142',
        email: 'margaret@example.org',
        language: 'en',
        address: '',
        recordNumber: null,
        practitioner: drRuiz.id,
      },
      method: 'tablet',
      contact: { days: ['tue'], from: '09:00', to: null, zone: 'America/New_York', phone: '+18135550142' },
      note: 'Hard of hearing: speak slowly.',
    },
  ]);
});

test('without an e-mail address the username is confirmed before anything is sent', async () => {
  const server = fakeServer({
    'POST /api/staff/usernames': username,
    [INVITE]: ({ body }) => stored(body as NewInvitation, 'margaret.whitfield'),
  });
  const user = openConsole('/add');
  await fillPatient(user);
  await press(user, 'Next');
  await press(user, 'Next');

  await heading('Confirm the username');
  expect(await screen.findByText('margaret.whitfield')).toBeVisible();
  expect(server.asked(INVITE)).toEqual([]);

  await press(user, 'Confirm and send the invitation');
  await heading('That’s it!');
  expect(screen.getByText('margaret.whitfield')).toBeVisible();
  expect(server.asked(INVITE)).toHaveLength(1);
});

test('a username that somebody took meanwhile is not passed over', async () => {
  fakeServer({
    'POST /api/staff/usernames': username,
    [INVITE]: ({ body }) => stored(body as NewInvitation, 'margaret.whitfield.2'),
  });
  const user = openConsole('/add');
  await fillPatient(user);
  await press(user, 'Next');
  await press(user, 'Next');
  await press(user, 'Confirm and send the invitation');
  await heading('That’s it!');
  expect(screen.getByText('margaret.whitfield.2')).toBeVisible();
  expect(screen.getByText(/not the one you confirmed/)).toBeVisible();
});

test('In App needs an e-mail address and says so', async () => {
  fakeServer();
  const user = openConsole('/add');
  await fillPatient(user);
  await user.click(screen.getByRole('radio', { name: 'In App' }));
  await press(user, 'Next');
  const email = screen.getByLabelText(/E-mail/);
  expect(email).toHaveAccessibleDescription(/In App sends a link by e-mail/);
  await user.type(email, 'margaret@example.org');
  await press(user, 'Next');
  await heading('When to contact them');
});

test('Sign Forms starts at what the practice prefers', async () => {
  fakeServer(loggedIn(aSession({ id: '01900000-0000-7000-8000-000000000002', method: 'paper' })));
  openConsole('/add');
  await heading('Add Members');
  expect(screen.getByRole('radio', { name: 'On Paper' })).toBeChecked();
});

test('a half-filled form is there again after looking at something else', async () => {
  fakeServer();
  const user = openConsole('/add');
  await heading('Add Members');
  await user.type(screen.getByLabelText('Last name'), 'Whitfield');
  await goTo(user, 'Invitations');
  await heading('Invitations');
  await goTo(user, /Add Members Unfinished/);
  await heading('Add Members');
  expect(screen.getByLabelText('Last name')).toHaveValue('Whitfield');
});

test('names are taken as people have them', async () => {
  const server = fakeServer({ [INVITE]: takes });
  const user = openConsole('/add');
  await fillPatient(user, { first: '', last: 'שרה', email: 'sara@example.org' });
  expect(screen.getByLabelText('Last name')).toHaveAttribute('dir', 'auto');
  await press(user, 'Next');
  await press(user, 'Send the invitation');
  await heading('That’s it!');
  const [sent] = server.asked(INVITE).map(({ body }) => body as NewInvitation);
  expect(sent?.patient.name).toEqual({ first: '', last: 'שרה' });
});

test('a reload in the middle starts at the first page', async () => {
  fakeServer();
  openConsole('/add/username');
  await heading('Add Members');
  await vi.waitFor(() => expect(location.pathname).toBe('/add'));
});
