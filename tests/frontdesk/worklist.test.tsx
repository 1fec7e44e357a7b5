import { act, screen, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { changes } from '../../src/frontdesk/live.ts';
import type { WorkItem } from '../../src/contract/worklistApi.ts';
import { aSession, aWorkItem } from './builders.ts';
import { heading, openConsole, press } from './console.tsx';
import { fakeServer, loggedIn, refusal } from './fakeServer.ts';

const LIST = 'GET /api/staff/worklist';
const step = (name: string) => `POST /api/staff/worklist/:id/${name}`;
const hannah = aSession({}, 'health-assistant');
const somethingChanges = () => act(() => void changes.value++);

async function showing(...items: WorkItem[]) {
  const server = fakeServer({ ...loggedIn(hannah), [LIST]: () => ({ items }) });
  const user = openConsole('/worklist');
  await heading('Worklist');
  return { server, user };
}
const card = (name = 'Margaret Whitfield') => screen.findByRole('article', { name });

test('a card has all that the call needs', async () => {
  await showing(
    aWorkItem({
      language: 'es',
      note: 'Hard of hearing.',
      misses: ['cost', 'stop', 'from-mars'],
      contact: { days: ['tue'], from: '14:00', to: null, zone: 'America/New_York', phone: null },
    }),
  );
  const shown = within(await card());
  for (const text of ['(813) 555-0142', 'Spanish', 'Hard of hearing.', 'Explain again'])
    expect(shown.getByText(text)).toBeVisible();
  expect(shown.getByText(/^Tue, from 2:00\sPM in New York$/)).toBeVisible();
  expect(shown.getByText(/^How to stop/)).toBeVisible();
  expect(shown.getByText(/A question of the form was missed/)).toBeVisible();
  expect(document.body.textContent).not.toContain('from-mars');
});

test('whoever starts to log in as a Health Assistant starts at the worklist', async () => {
  fakeServer({ ...loggedIn(hannah), [LIST]: () => ({ items: [] }) });
  openConsole('/');
  expect(await heading('Worklist')).toBeVisible();
  expect(await screen.findByText('Nobody waits for a call.')).toBeVisible();
});

test('a call is taken, given back, taken again and done', async () => {
  const item = aWorkItem();
  const { server, user } = await showing(item);
  const answer = (change: Partial<WorkItem>) => () => ({ items: [Object.assign(item, change)] });
  const mine = { by: hannah.staff.id, name: hannah.staff.name, at: '2026-01-05T15:00:00.000Z' };
  server.nowAt(step('claim'), answer({ claimed: mine }));
  server.nowAt(step('release'), answer({ claimed: null }));
  server.nowAt(step('done'), answer({ done: mine }));
  await press(user, 'I’ll call: Margaret Whitfield');
  expect(await screen.findByText(/^You took this/)).toBeVisible();
  await press(user, 'Give it back: Margaret Whitfield');
  await press(user, 'I’ll call: Margaret Whitfield');
  await press(user, 'Done: Margaret Whitfield');
  expect(await screen.findByText(/marked this as done/)).toBeVisible();
  expect(server.asked(step('claim'))).toHaveLength(2);
});

test('who comes second is told who has it', async () => {
  const item = aWorkItem();
  const { server, user } = await showing(item);
  server.nowAt(step('claim'), () => {
    item.claimed = { by: '01900000-0000-7000-8000-0000000000bb', name: 'Keisha Brown', at: '2026-01-05T15:00:00.000Z' };
    return refusal('claimed-already');
  });
  await press(user, 'I’ll call: Margaret Whitfield');
  expect(await screen.findByRole('alert')).toHaveTextContent('A colleague has taken this one.');
  expect(await screen.findByText(/^Keisha Brown took this/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Done: Margaret Whitfield' })).toBeNull();
});

test('what a colleague takes shows up by itself', async () => {
  const item = aWorkItem();
  await showing(item);
  await card();
  item.claimed = { by: '01900000-0000-7000-8000-0000000000bb', name: 'Keisha Brown', at: '2026-01-05T15:00:00.000Z' };
  await somethingChanges();
  expect(await screen.findByText(/^Keisha Brown took this/)).toBeVisible();
});

test('those that are done are asked for, and opened again', async () => {
  const done = aWorkItem({ done: { name: 'Keisha Brown', at: '2026-01-05T15:00:00.000Z' } });
  const { server, user } = await showing(done);
  server.nowAt(step('reopen'), () => ({ items: [] }));
  await user.click(screen.getByRole('link', { name: 'Done' }));
  await card();
  expect(server.asked(LIST).at(-1)?.path).toContain('show=done');
  await press(user, 'Open it again: Margaret Whitfield');
  expect(server.asked(step('reopen'))).toHaveLength(1);
});
