import { act, screen, waitFor, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { changes } from '../../src/frontdesk/live.ts';
import type { InvitationRow } from '../../src/contract/invitationsApi.ts';
import { anInvitationRow } from './builders.ts';
import { openConsole } from './console.tsx';
import { fakeServer, noNetwork } from './fakeServer.ts';

const LIST = 'GET /api/staff/invitations';
const listOf = (...invitations: InvitationRow[]) => ({ invitations, total: invitations.length });
const somethingChanges = () => act(() => void changes.value++);

test('the list tells each state in words', async () => {
  const states = ['waiting', 'presented', 'signed', 'declined', 'enrolled', 'cancelled', 'expired'] as const;
  const rows = states.map((state) => anInvitationRow({ state }));
  fakeServer({ [LIST]: () => listOf(...rows) });
  openConsole('/invitations');
  const table = within(await screen.findByRole('table'));
  for (const words of ['Not signed yet', 'With the patient now', 'Safe at the practice', 'Said no', 'Account created'])
    expect(table.getByText(words)).toBeVisible();
  for (const state of states) expect(table.queryByText(state)).toBeNull();
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
  const table = within(await screen.findByRole('table'));
  table.getByText('Not signed yet');
  server.nowAt(LIST, () => listOf({ ...row, state: 'enrolled' }));
  await somethingChanges();
  expect(await table.findByText('Account created')).toBeVisible();
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

const addressNow = () => location.pathname + location.search;
const search = () => screen.findByRole('searchbox', { name: 'Search' });

test('the search follows the typing, in the address too, and says how many there are', async () => {
  const found = anInvitationRow({ name: { first: 'José', last: 'Peña' } });
  const server = fakeServer({
    [LIST]: ({ path }) => (path.includes('q=pena') ? listOf(found) : listOf(anInvitationRow(), found)),
  });
  const user = openConsole('/invitations');
  expect(await screen.findByText('2 invitations')).toBeVisible();
  const pages = history.length;
  await user.type(await search(), 'pena');
  expect(await screen.findByText('1 invitation matches')).toBeVisible();
  expect(screen.queryByRole('link', { name: 'Margaret Whitfield' })).toBeNull();
  expect(addressNow()).toBe('/invitations?q=pena');
  expect(history.length).toBe(pages);
  expect(await search()).toHaveFocus();
  expect(server.asked(LIST).length).toBeLessThan(5);
});

test('a shared address opens with its search and filters', async () => {
  const server = fakeServer({ [LIST]: () => listOf(anInvitationRow()) });
  openConsole('/invitations?q=whit&state=waiting,presented&method=app');
  expect(await search()).toHaveValue('whit');
  expect(screen.getByRole('combobox', { name: 'State' })).toHaveDisplayValue('Not answered yet');
  expect(screen.getByRole('combobox', { name: 'Sign Forms' })).toHaveDisplayValue('In App');
  expect(server.asked(LIST)[0]?.path).toContain('q=whit&state=waiting%2Cpresented&method=app');
});

test('a filter is a step in the history: back leads back', async () => {
  fakeServer({ [LIST]: () => listOf(anInvitationRow()) });
  const user = openConsole('/invitations');
  await user.selectOptions(await screen.findByRole('combobox', { name: 'State' }), 'Cancelled');
  expect(addressNow()).toBe('/invitations?state=cancelled');
  await act(async () => history.back());
  await waitFor(() => expect(screen.getByRole('combobox', { name: 'State' })).toHaveDisplayValue('Any state'));
});

test('nothing found says so, and everything is cleared at once', async () => {
  fakeServer({ [LIST]: ({ path }) => (path.includes('q=') ? listOf() : listOf(anInvitationRow())) });
  const user = openConsole('/invitations?q=zzz&state=expired');
  expect(await screen.findByText('No invitation matches.')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Clear all' }));
  expect(await screen.findByRole('link', { name: 'Margaret Whitfield' })).toBeVisible();
  expect(await search()).toHaveValue('');
});

test('by keyboard: / searches, the arrow keys walk the rows, Enter opens one', async () => {
  const rows = ['Ashby', 'Brown'].map((last) => anInvitationRow({ name: { first: 'Ada', last } }));
  fakeServer({ [LIST]: () => listOf(...rows) });
  const user = openConsole('/invitations');
  await screen.findByRole('link', { name: 'Ada Ashby' });
  await user.keyboard('/');
  expect(await search()).toHaveFocus();
  expect(await search()).toHaveValue('');
  await user.keyboard('{ArrowDown}{ArrowDown}');
  expect(screen.getByRole('link', { name: 'Ada Brown' })).toHaveFocus();
  await user.keyboard('{ArrowDown}{ArrowUp}{ArrowUp}');
  expect(await search()).toHaveFocus();
});

test('what happens elsewhere takes neither the typing nor the focus away', async () => {
  const [first, second, third] = ['Ashby', 'Brown', 'Cole'].map((last) =>
    anInvitationRow({ name: { first: 'Ada', last } }),
  );
  if (!first || !second || !third) throw new Error('three rows');
  const server = fakeServer({ [LIST]: () => listOf(first, second) });
  const user = openConsole('/invitations');
  await screen.findByRole('link', { name: 'Ada Ashby' });
  await user.type(await search(), 'a');
  server.nowAt(LIST, () => listOf(third, first, second));
  await somethingChanges();
  await screen.findByRole('link', { name: 'Ada Cole' });
  await user.type(await search(), 'da');
  expect(await search()).toHaveValue('ada');

  screen.getByRole('link', { name: 'Ada Brown' }).focus();
  server.nowAt(LIST, () => listOf(third, first));
  await somethingChanges();
  await waitFor(() => expect(screen.getByRole('link', { name: 'Ada Ashby' })).toHaveFocus());
});
