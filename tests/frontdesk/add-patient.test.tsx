import { screen, within } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { HOUSEHOLDS, sentHouseholds, takesAll } from './adding.ts';
import { aSession, drRuiz } from './builders.ts';
import { fill, fillPatient, goTo, heading, openConsole, press } from './console.tsx';
import { fakeServer, loggedIn } from './fakeServer.ts';

test('a mistake is told when its field is left, in plain words, and goes when it is put right', async () => {
  fakeServer();
  const user = openConsole('/add');
  await heading('Add Members');
  const birthDate = await screen.findByLabelText('Date of birth');
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
  expect(server.asked(HOUSEHOLDS)).toEqual([]);
});

test('with an e-mail address: patient, contact, sent, and what happens next', async () => {
  const server = fakeServer(takesAll);
  const user = openConsole('/add');
  await fillPatient(user, { email: 'margaret@example.org' });
  await fill(user, screen.getByLabelText(/^Phone/), '813 555 0142');
  await press(user, 'Next');

  await heading('When to contact them');
  expect(screen.getByLabelText('Phone to use')).toHaveValue('813 555 0142');
  await user.click(screen.getByLabelText('Tue'));
  await user.selectOptions(screen.getByLabelText('From'), '09:00');
  await fill(user, screen.getByLabelText(/^Note/), 'Hard of hearing: speak slowly.');
  await press(user, 'Send the invitation');

  await heading('That’s it!');
  expect(screen.getByText(/appears on the practice’s paired iPads/)).toBeVisible();
  expect(sentHouseholds(server)).toEqual([
    {
      id: expect.any(String),
      members: [
        {
          invitation: expect.any(String),
          patientId: expect.any(String),
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
          relationship: null,
        },
      ],
      caregivers: [],
      contact: { days: ['tue'], from: '09:00', to: null, zone: 'America/New_York', phone: '+18135550142' },
      note: 'Hard of hearing: speak slowly.',
    },
  ]);
});

test('In App cannot be chosen without an e-mail address, and the reason is told', async () => {
  fakeServer(takesAll);
  const user = openConsole('/add');
  await fillPatient(user);
  const inApp = screen.getByRole('radio', { name: 'In App' });
  expect(inApp).toHaveAttribute('aria-disabled', 'true');
  expect(inApp).toHaveAccessibleDescription(/after you enter an e-mail address/);
  await user.click(inApp);
  expect(inApp).not.toBeChecked();
  expect(screen.getByRole('radio', { name: 'On Tablet' })).toBeChecked();

  await user.type(screen.getByLabelText(/E-mail/), 'margaret@example.org');
  expect(inApp).not.toHaveAttribute('aria-disabled');
  await user.click(inApp);
  expect(inApp).toBeChecked();
});

test('an address that is taken away from In App is asked for before going on', async () => {
  fakeServer(takesAll);
  const user = openConsole('/add');
  await fillPatient(user, { email: 'margaret@example.org' });
  await user.click(screen.getByRole('radio', { name: 'In App' }));
  const email = screen.getByLabelText(/E-mail/);
  await user.clear(email);
  await press(user, 'Next');
  expect(email).toHaveAccessibleDescription(/In App sends a link by e-mail/);
});

test('each way to sign says what it means', async () => {
  fakeServer();
  openConsole('/add');
  const tablet = await screen.findByRole('radio', { name: 'On Tablet' });
  expect(tablet).toHaveAccessibleDescription(/Your office is using an iPad/);
  expect(screen.getByRole('radio', { name: 'On Paper' })).toHaveAccessibleDescription(/signed forms are uploaded/);
  expect(screen.getByRole('radio', { name: 'In App' })).toHaveAccessibleDescription(/e-mail invitation is sent/);
});

test('Sign Forms starts at what the practice prefers', async () => {
  fakeServer(loggedIn(aSession({ method: 'paper' })));
  openConsole('/add');
  await heading('Add Members');
  expect(await screen.findByRole('radio', { name: 'On Paper' })).toBeChecked();
});

test('where the practice prefers In App, it stands, and the missing address is asked for', async () => {
  fakeServer({ ...takesAll, ...loggedIn(aSession({ method: 'app' })) });
  const user = openConsole('/add');
  await fillPatient(user);
  const inApp = screen.getByRole('radio', { name: 'In App' });
  expect(inApp).toBeChecked();
  expect(inApp).toHaveAccessibleDescription(/after you enter an e-mail address/);
  await press(user, 'Next');
  expect(screen.getByLabelText(/E-mail/)).toHaveAccessibleDescription(/In App sends a link by e-mail/);
});

test('a practice with one practitioner is not asked which', async () => {
  const server = fakeServer({ ...takesAll, ...loggedIn({ ...aSession(), practitioners: [drRuiz] }) });
  const user = openConsole('/add');
  await fillPatient(user, { email: 'margaret@example.org' });
  await press(user, 'Next');
  await press(user, 'Send the invitation');
  await heading('That’s it!');
  expect(sentHouseholds(server)[0]?.members[0]?.patient.practitioner).toBe(drRuiz.id);
});

test('the zone is guessed, and it is said from what', async () => {
  const server = fakeServer(takesAll);
  const user = openConsole('/add');
  await fillPatient(user, { email: 'margaret@example.org' });
  await press(user, 'Next');
  const zone = await screen.findByLabelText('The patient’s time zone');
  expect(zone).toHaveValue('America/New_York');
  expect(zone).toHaveAccessibleDescription(/time zone of the practice/);

  await goTo(user, 'Back');
  await fill(user, screen.getByLabelText(/^Address/), '5 Lake St, Chicago, IL 60601');
  await press(user, 'Next');
  await heading('When to contact them');
  expect(screen.getByLabelText('The patient’s time zone')).toHaveAccessibleDescription(/from the address \(IL\)/);
  await press(user, 'Send the invitation');
  await heading('That’s it!');
  expect(sentHouseholds(server)[0]?.contact.zone).toBe('America/Chicago');
});

test('Enter sends the screen that one is on', async () => {
  const server = fakeServer(takesAll);
  const user = openConsole('/add');
  await fillPatient(user, { email: 'margaret@example.org' });
  await user.type(screen.getByLabelText('Last name'), '{Enter}');
  await heading('When to contact them');
  await user.type(screen.getByLabelText(/^Phone to use/), '8135550142{Enter}');
  await heading('That’s it!');
  expect(sentHouseholds(server)).toHaveLength(1);
});

test('names are taken as people have them', async () => {
  const server = fakeServer(takesAll);
  const user = openConsole('/add');
  await fillPatient(user, { first: '', last: 'שרה', email: 'sara@example.org' });
  expect(screen.getByLabelText('Last name')).toHaveAttribute('dir', 'auto');
  await press(user, 'Next');
  await press(user, 'Send the invitation');
  await heading('That’s it!');
  expect(sentHouseholds(server)[0]?.members[0]?.patient.name).toEqual({ first: '', last: 'שרה' });
});

test('an address of a later screen without a form leads to the first one', async () => {
  fakeServer();
  openConsole('/add/confirm');
  await heading('Add Members');
  await vi.waitFor(() => expect(location.pathname).toBe('/add'));
});

test('a half-filled form is there again after looking at something else', async () => {
  fakeServer();
  const user = openConsole('/add');
  await user.type(await screen.findByLabelText('Last name'), 'Whitfield');
  await goTo(user, 'Invitations');
  await heading('Invitations');
  await goTo(user, /Add Members Unfinished/);
  await heading('Add Members');
  expect(screen.getByLabelText('Last name')).toHaveValue('Whitfield');
});
