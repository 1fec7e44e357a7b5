import { act, screen, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { changes } from '../../src/frontdesk/live.ts';
import { endEditing } from '../../src/frontdesk/invitations/editing.ts';
import type { EditRequest, InvitationDetail } from '../../src/contract/invitationsApi.ts';
import { anInvitation } from './builders.ts';
import { heading, openConsole, press } from './console.tsx';
import { fakeServer, refusal } from './fakeServer.ts';

const ONE = 'GET /api/staff/invitations/:id';
const SAVE = 'PUT /api/staff/invitations/:id';

/** Opens the edit of an invitation; `stored` is what the server has, and tests change it as another desk would. */
async function editing(change: Partial<InvitationDetail> = {}) {
  const stored = anInvitation({ phone: '+18135550142', version: 4, ...change });
  const server = fakeServer({
    [ONE]: () => ({ ...stored }),
    [SAVE]: ({ body }) => {
      if ((body as EditRequest).version !== stored.version) return refusal('changed-meanwhile');
      return { ...stored, version: stored.version + 1 };
    },
  });
  const user = openConsole(`/invitations/${stored.id}/edit`);
  await heading('Edit Margaret Whitfield');
  const elsewhere = async (saved: Partial<InvitationDetail>) => {
    Object.assign(stored, saved, { version: stored.version + 1 });
    await act(() => void changes.value++);
  };
  const sent = () => server.asked(SAVE).map(({ body }) => body as EditRequest);
  return { user, stored, elsewhere, sent };
}

const field = (label: RegExp | string) => screen.getByLabelText(label);

test('what is stored stands in the form, and what was changed is sent with the version it was made on', async () => {
  const { user, sent } = await editing();
  expect(field('Date of birth')).toHaveValue('3/9/1947');
  expect(field(/^Phone \(optional\)/)).toHaveValue('(813) 555-0142');
  await user.clear(field('Last name'));
  await user.type(field('Last name'), 'Whitfield-Okafor');
  await user.click(screen.getByRole('checkbox', { name: 'Tue' }));
  await press(user, 'Save changes');
  expect(await heading('Margaret Whitfield')).toBeVisible();
  expect(sent()).toHaveLength(1);
  expect(sent()[0]).toMatchObject({
    version: 4,
    patient: { name: { first: 'Margaret', last: 'Whitfield-Okafor' }, birthDate: '1947-03-09', phone: '+18135550142' },
    contact: { days: ['tue'], phone: '+18135550142' },
  });
});

test('In App needs an e-mail, and says so before anything is sent', async () => {
  const { user, sent } = await editing();
  const inApp = screen.getByRole('radio', { name: 'In App' });
  await user.click(inApp);
  expect(inApp).not.toBeChecked();
  expect(inApp).toHaveAccessibleDescription(/e-mail/);
  await user.type(field(/E-mail/), 'margaret@example.org');
  await user.click(inApp);
  await user.clear(field(/E-mail/));
  await press(user, 'Save changes');
  expect(screen.getAllByText(/In App sends a link by e-mail/)[0]).toBeVisible();
  expect(sent()).toHaveLength(0);
  await user.type(field(/E-mail/), 'margaret@example.org');
  await press(user, 'Save changes');
  await heading('Margaret Whitfield');
  expect(sent()[0]).toMatchObject({ method: 'app', patient: { email: 'margaret@example.org' } });
});

test('what another desk saved in other fields joins what is typed here', async () => {
  const { user, elsewhere, sent } = await editing();
  await user.type(field('Note for the Health Assistant (optional)'), 'Call slowly.');
  await elsewhere({ address: '12 Bay Street' });
  expect(await screen.findByText(/Someone else saved changes while you had this open/)).toBeVisible();
  expect(field(/Address/)).toHaveValue('12 Bay Street');
  await press(user, 'Save changes');
  await heading('Margaret Whitfield');
  expect(sent()[0]).toMatchObject({ version: 5, note: 'Call slowly.', patient: { address: '12 Bay Street' } });
});

test('a field that both changed is decided by a person: theirs and mine side by side, nothing sent before', async () => {
  const { user, elsewhere, sent } = await editing();
  await user.type(field(/Address/), '9 Elm Street');
  await user.type(field(/Medical record/), 'MRN-1');
  await elsewhere({ address: '12 Bay Street', recordNumber: 'MRN-2' });
  const clashes = await screen.findByRole('alert');
  expect(within(clashes).getByText('12 Bay Street')).toBeVisible();
  expect(within(clashes).getByText('9 Elm Street')).toBeVisible();
  expect(field(/Address/)).toHaveValue('9 Elm Street');
  await press(user, 'Save changes');
  expect(sent()).toHaveLength(0);
  expect(screen.getByRole('button', { name: 'Use theirs: Address' })).toHaveFocus();
  await press(user, 'Use theirs: Address');
  await press(user, 'Use mine: Medical record number');
  expect(screen.queryByText('Someone else changed this too')).toBeNull();
  await press(user, 'Save changes');
  await heading('Margaret Whitfield');
  expect(sent()).toEqual([
    expect.objectContaining({
      version: 5,
      patient: expect.objectContaining({ address: '12 Bay Street', recordNumber: 'MRN-1' }) as unknown,
    }),
  ]);
});

test('a save that comes too late loses nothing: the newest is fetched, and the clash shown', async () => {
  const { user, stored, sent } = await editing();
  await user.type(field(/Address/), '9 Elm Street');
  Object.assign(stored, { version: 9, address: '12 Bay Street' });
  await press(user, 'Save changes');
  expect(await screen.findByText('Someone else changed this too')).toBeVisible();
  expect(field(/Address/)).toHaveValue('9 Elm Street');
  await press(user, 'Use mine: Address');
  await press(user, 'Save changes');
  await heading('Margaret Whitfield');
  expect(sent().map(({ version, patient }) => [version, patient.address])).toEqual([
    [4, '9 Elm Street'],
    [9, '9 Elm Street'],
  ]);
});

test('a change that is none of the form’s is no clash: it is saved with one press', async () => {
  const { user, stored, sent } = await editing();
  await user.type(field(/Address/), '9 Elm Street');
  // This desk has not heard of it when it saves.
  Object.assign(stored, { version: 5, state: 'presented', tablet: 'Front desk iPad' });
  await press(user, 'Save changes');
  await heading('Margaret Whitfield');
  expect(sent().map(({ version, patient }) => [version, patient.address])).toEqual([
    [4, '9 Elm Street'],
    [5, '9 Elm Street'],
  ]);
});

test('the patient answers meanwhile: what was agreed to stays, and what was typed is shown once more', async () => {
  const { user, stored, elsewhere, sent } = await editing();
  await user.type(field(/Address/), '9 Elm Street');
  await user.type(field('Note for the Health Assistant (optional)'), 'Call slowly.');
  await elsewhere({ state: 'enrolled' });
  expect(await screen.findByText('The patient answered while you had this open')).toBeVisible();
  expect(screen.getByText('9 Elm Street')).toBeVisible();
  expect(screen.queryByLabelText(/Last name/)).toBeNull();
  await press(user, 'Save changes');
  await heading('Margaret Whitfield');
  expect(sent()[0]).toMatchObject({ note: 'Call slowly.', patient: { address: stored.address } });
});

test('leaving for another room keeps what was typed, and leaving without saving drops it', async () => {
  const { user, stored } = await editing();
  await user.type(field(/Address/), '9 Elm Street');
  await user.click(screen.getByRole('link', { name: 'Tablets' }));
  await heading('Tablets');
  await act(() => history.back());
  await heading('Edit Margaret Whitfield');
  expect(field(/Address/)).toHaveValue('9 Elm Street');
  await press(user, 'Drop it and start with what is saved');
  expect(field(/Address/)).toHaveValue('');
  await user.type(field(/Address/), '10 Elm Street');
  await user.click(screen.getByRole('link', { name: 'Back without saving' }));
  await heading('Margaret Whitfield');
  await user.click(screen.getByRole('link', { name: 'Edit' }));
  await heading('Edit Margaret Whitfield');
  expect(field(/Address/)).toHaveValue('');
  endEditing(stored.id);
});
