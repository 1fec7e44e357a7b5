import { screen, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { addSon, addSpouse, HOUSEHOLDS, part, sentHouseholds, takesAll } from './adding.ts';
import { aSession, drRuiz } from './builders.ts';
import { fill, fillPatient, heading, openConsole, press } from './console.tsx';
import { fakeServer, loggedIn, refusal } from './fakeServer.ts';

test('a couple with a caregiver: each with an invitation of their own, the contact once', async () => {
  const server = fakeServer(takesAll);
  const user = openConsole('/add');
  await fillPatient(user, { email: 'margaret@example.org' });
  await addSpouse(user, { email: 'john@example.org' });
  await addSon(user);
  await press(user, 'Next');
  await heading('When to contact them');
  expect(screen.getByText(/Margaret and John/)).toBeVisible();
  await press(user, 'Send the invitations');
  await heading('That’s it!');
  expect(screen.getByRole('heading', { name: 'John Whitfield' })).toBeVisible();

  const [sent] = sentHouseholds(server);
  expect(sent?.members.map(({ relationship, patient }) => [patient.name.first, relationship])).toEqual([
    ['Margaret', null],
    ['John', 'husband'],
  ]);
  expect(new Set(sent?.members.flatMap(({ invitation, patientId }) => [invitation, patientId])).size).toBe(4);
  expect(sent?.caregivers).toEqual([
    {
      id: expect.any(String),
      name: { first: 'Declan', last: 'Whitfield' },
      relationship: 'son',
      phone: null,
      email: 'declan@example.org',
      legalRepresentative: true,
    },
  ]);
});

test('nothing is asked twice: a related patient starts with the household’s data, follows it, and may differ', async () => {
  const server = fakeServer(takesAll);
  const user = openConsole('/add');
  await fillPatient(user, { email: 'margaret@example.org' });
  await addSpouse(user, { email: 'john@example.org' });
  const [patient, spouse] = [part(/^The patient/), part(/^Related patient/)];
  await fill(user, patient.getByLabelText(/^Phone/), '813 555 0142');
  await fill(user, patient.getByLabelText(/^Address/), '418 Palmetto Ave');
  await user.selectOptions(patient.getByLabelText('Preferred language'), 'es');
  expect(spouse.getByLabelText(/^Phone/)).toHaveValue('813 555 0142');
  expect(spouse.getByLabelText(/^Address/)).toHaveValue('418 Palmetto Ave');
  expect(spouse.getByLabelText('Preferred language')).toHaveValue('es');
  expect(spouse.getByLabelText('Billing practitioner')).toHaveValue(drRuiz.id);

  await user.selectOptions(spouse.getByLabelText('Preferred language'), 'en');
  await press(user, 'Next');
  await press(user, 'Send the invitations');
  await heading('That’s it!');
  const [sent] = sentHouseholds(server);
  expect(sent?.members[1]?.patient).toMatchObject({
    phone: '+18135550142',
    address: '418 Palmetto Ave',
    language: 'en',
    practitioner: drRuiz.id,
  });
});

test('each member has their own way to sign, and starts at what the practice prefers', async () => {
  const server = fakeServer({ ...takesAll, ...loggedIn(aSession({ method: 'paper' })) });
  const user = openConsole('/add');
  await fillPatient(user, { email: 'margaret@example.org' });
  await addSpouse(user, { email: 'john@example.org' });
  await user.click(part(/^The patient/).getByRole('radio', { name: 'In App' }));
  expect(part(/^Related patient/).getByRole('radio', { name: 'On Paper' })).toBeChecked();
  await press(user, 'Next');
  await press(user, 'Send the invitations');
  await heading('That’s it!');
  expect(sentHouseholds(server)[0]?.members.map(({ method }) => method)).toEqual(['app', 'paper']);
  const [first, second] = screen.getAllByRole('listitem').filter((item) => within(item).queryByRole('heading'));
  expect(first).toHaveTextContent(/e-mail with a link/);
  expect(second).toHaveTextContent(/paper forms to read and sign/);
});

test('a couple with one address between them is told what that means', async () => {
  fakeServer(takesAll);
  const user = openConsole('/add');
  await fillPatient(user, { email: 'whitfield@example.org' });
  await addSpouse(user, { email: 'Whitfield@example.org' });
  expect(part(/^Related patient/).getByLabelText(/E-mail/)).toHaveAccessibleDescription(
    /address of Margaret too. .*whoever signs second gets a username/,
  );
});

test('mistakes are named by the person they belong to', async () => {
  fakeServer();
  const user = openConsole('/add');
  await fillPatient(user);
  await user.click(screen.getByRole('button', { name: 'Add Related Patient' }));
  await user.type(part(/^Related patient/).getByLabelText(/First names/), 'José Luis');
  await user.click(screen.getByRole('button', { name: 'Add Related Caregiver' }));
  await press(user, 'Next');
  const summary = screen.getByText(/^There are \d+ problems$/).parentElement as HTMLElement;
  expect(summary).toHaveFocus();
  expect(within(summary).getByRole('link', { name: 'José Luis: Enter the date of birth.' })).toBeVisible();
  expect(
    within(summary).getByRole('link', { name: /^Related caregiver: .*Caregivers are told by e-mail/ }),
  ).toBeVisible();
  await user.click(within(summary).getByRole('link', { name: /^Related caregiver: Choose whether/ }));
  expect(part(/^Related caregiver/).getByRole('radio', { name: 'Yes' })).toHaveFocus();
});

test('whether a caregiver may sign has to be said, and it is said what it means', async () => {
  fakeServer();
  const user = openConsole('/add');
  await heading('Add Members');
  await press(user, 'Add Related Caregiver');
  const question = part(/^Related caregiver/).getByRole('group', { name: 'Are they a legal representative?' });
  expect(question).toHaveAccessibleDescription(/may sign for the patient. Only this answer gives that right/);
  expect(within(question).getByRole('radio', { name: 'No' })).not.toBeChecked();
});

test('adding goes to the new person’s first field; removing an empty one asks nothing', async () => {
  fakeServer();
  const user = openConsole('/add');
  await heading('Add Members');
  await press(user, 'Add Related Patient');
  expect(part(/^Related patient/).getByLabelText(/^Relationship/)).toHaveFocus();
  await press(user, 'Remove Related patient');
  expect(screen.queryByRole('region', { name: /^Related patient/ })).toBeNull();
  expect(screen.getByRole('button', { name: 'Add Related Patient' })).toHaveFocus();
  expect(screen.getByText('Related patient was removed.')).toBeInTheDocument();
});

test('removing somebody who was filled in asks first', async () => {
  fakeServer();
  const user = openConsole('/add');
  await heading('Add Members');
  await press(user, 'Add Related Caregiver');
  await user.type(part(/^Related caregiver/).getByLabelText(/First names/), 'Declan');
  await press(user, 'Remove Declan');
  expect(screen.getByRole('group', { name: 'Remove Declan and all that was typed for them?' })).toHaveFocus();
  await press(user, 'Keep');
  expect(screen.getByRole('button', { name: 'Remove Declan' })).toHaveFocus();
  await press(user, 'Remove Declan');
  await press(user, 'Yes, remove');
  expect(screen.queryByRole('region', { name: /^Related caregiver/ })).toBeNull();
  expect(screen.getByRole('button', { name: 'Add Related Caregiver' })).toHaveFocus();
});

test('what the server turns down is shown at the field of the right person', async () => {
  const fields = [{ field: 'members.1.patient.recordNumber', problem: 'is too long' }];
  fakeServer({ ...takesAll, [HOUSEHOLDS]: () => refusal('unreadable-request', { fields }) });
  const user = openConsole('/add');
  await fillPatient(user, { email: 'margaret@example.org' });
  await addSpouse(user, { email: 'john@example.org' });
  await press(user, 'Next');
  await press(user, 'Send the invitations');
  await heading('Add Members');
  expect(part(/^Related patient/).getByLabelText(/record number/)).toHaveAccessibleDescription(/could not take this/);
  expect(part(/^The patient/).getByLabelText(/record number/)).toBeValid();
});
