import { screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import {
  addSpouse,
  DUPLICATES,
  findsOne,
  givesUsernames,
  HOUSEHOLDS,
  part,
  sentHouseholds,
  takes,
  takesAll,
  USERNAMES,
} from './adding.ts';
import { fillPatient, heading, openConsole, press } from './console.tsx';
import { fakeServer, noNetwork, type Asked } from './fakeServer.ts';

test('without an e-mail address the username is confirmed before anything is sent', async () => {
  const server = fakeServer(takesAll);
  const user = openConsole('/add');
  await fillPatient(user);
  await press(user, 'Next');
  await press(user, 'Next');
  await heading('Confirm the username');
  expect(screen.getByText('margaret.whitfield')).toBeVisible();
  expect(sentHouseholds(server)).toEqual([]);

  await press(user, 'Confirm and send the invitation');
  await heading('That’s it!');
  expect(screen.getByText('margaret.whitfield')).toBeVisible();
  expect(sentHouseholds(server)).toHaveLength(1);
});

test('every member without an e-mail address has a username of their own', async () => {
  fakeServer(takesAll);
  const user = openConsole('/add');
  await fillPatient(user);
  await addSpouse(user, { first: 'Margaret' });
  await press(user, 'Next');
  await press(user, 'Next');
  await heading('Confirm the usernames');
  expect(screen.getByText('margaret.whitfield')).toBeVisible();
  expect(screen.getByText('margaret.whitfield.2')).toBeVisible();
});

test('one can go back and enter an address instead, at the very field', async () => {
  const server = fakeServer(takesAll);
  const user = openConsole('/add');
  await fillPatient(user, { email: 'margaret@example.org' });
  await addSpouse(user);
  await press(user, 'Next');
  await press(user, 'Next');
  await press(user, 'Enter an e-mail address for John instead');
  await heading('Add Members');
  expect(part(/^Related patient/).getByLabelText(/E-mail/)).toHaveFocus();
  await user.keyboard('john@example.org{Enter}');
  await press(user, 'Send the invitations');
  await heading('That’s it!');
  expect(sentHouseholds(server)[0]?.members[1]?.patient.email).toBe('john@example.org');
});

test('a username that somebody took meanwhile is not passed over', async () => {
  const changed = (asked: Asked) => {
    const answer = takes(asked);
    return { ...answer, members: answer.members.map((one) => ({ ...one, username: 'margaret.whitfield.2' })) };
  };
  fakeServer({ ...takesAll, [HOUSEHOLDS]: changed });
  const user = openConsole('/add');
  await fillPatient(user);
  await press(user, 'Next');
  await press(user, 'Next');
  await press(user, 'Confirm and send the invitation');
  await heading('That’s it!');
  expect(screen.getByText('margaret.whitfield.2')).toBeVisible();
  expect(screen.getByText(/someone took margaret.whitfield a moment before/)).toBeVisible();
});

test('usernames that cannot be found out are not made up: one tries again', async () => {
  const server = fakeServer({ ...takesAll, [USERNAMES]: () => noNetwork });
  const user = openConsole('/add');
  await fillPatient(user);
  await press(user, 'Next');
  await press(user, 'Next');
  expect(await screen.findByText('The usernames could not be found out')).toBeVisible();
  expect(screen.queryByRole('button', { name: /send/i })).toBeNull();
  server.nowAt(USERNAMES, givesUsernames);
  await press(user, 'Try again');
  expect(await screen.findByText('margaret.whitfield')).toBeVisible();
});

test('a likely duplicate is pointed out with what is known, and staff may send anyway', async () => {
  const server = fakeServer({ ...takesAll, [DUPLICATES]: findsOne({ state: 'declined' }) });
  const user = openConsole('/add');
  await fillPatient(user, { email: 'margaret@example.org' });
  await press(user, 'Next');
  await press(user, 'Send the invitation');
  await heading('Before this is sent');
  expect(screen.getByText(/same name and date of birth as in another invitation/)).toBeVisible();
  expect(screen.getByText('MRN-1')).toBeVisible();
  expect(screen.getByText('March 9, 1947')).toBeVisible();
  expect(screen.getByText('Said no')).toBeVisible();
  const link = screen.getByRole('link', { name: 'Open the other invitation of Margaret Whitfield (new tab)' });
  expect(link).toHaveAttribute('target', '_blank');
  expect(sentHouseholds(server)).toEqual([]);

  await press(user, 'Send anyway');
  await heading('That’s it!');
  expect(sentHouseholds(server)).toHaveLength(1);
});

test('after looking at a duplicate one can go back and change', async () => {
  const server = fakeServer({ ...takesAll, [DUPLICATES]: findsOne() });
  const user = openConsole('/add');
  await fillPatient(user, { email: 'margaret@example.org' });
  await press(user, 'Next');
  await press(user, 'Send the invitation');
  await press(user, 'Go back and change');
  await heading('Add Members');
  await user.clear(screen.getByLabelText('Date of birth'));
  await user.type(screen.getByLabelText('Date of birth'), '3/9/1948');
  server.nowAt(DUPLICATES, () => ({ duplicates: [] }));
  await press(user, 'Next');
  await press(user, 'Send the invitation');
  await heading('That’s it!');
  expect(server.asked(DUPLICATES)).toHaveLength(2);
});

test('two of one household who look like one are pointed out as well', async () => {
  fakeServer(takesAll);
  const user = openConsole('/add');
  await fillPatient(user, { email: 'margaret@example.org' });
  await addSpouse(user, { first: 'Margaret', email: 'm@example.org' });
  const twin = part(/^Related patient/).getByLabelText('Date of birth');
  await user.clear(twin);
  await user.type(twin, '03091947');
  await press(user, 'Next');
  await press(user, 'Send the invitations');
  await heading('Before this is sent');
  expect(
    screen.getByText('Margaret Whitfield and Margaret Whitfield in this form: same name and date of birth'),
  ).toBeVisible();
  expect(screen.getByRole('button', { name: 'Send anyway' })).toBeVisible();
});

test('where nobody could look for duplicates, that is said, and staff decide', async () => {
  const server = fakeServer({ ...takesAll, [DUPLICATES]: () => noNetwork });
  const user = openConsole('/add');
  await fillPatient(user, { email: 'margaret@example.org' });
  await press(user, 'Next');
  await press(user, 'Send the invitation');
  expect(await screen.findByText('Nobody could check whether they are invited already')).toBeVisible();
  await press(user, 'Send anyway');
  await heading('That’s it!');
  expect(sentHouseholds(server)).toHaveLength(1);
});
