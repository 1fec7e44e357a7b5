import { screen, waitFor } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { newId } from '../../src/contract/newId.ts';
import { aDevice, anInvitation } from './builders.ts';
import { openConsole, press } from './console.tsx';
import { fakeServer, refusal } from './fakeServer.ts';

const DEVICES = 'GET /api/staff/devices';
const RESCUE = 'POST /api/staff/rescue';
const ONE = 'GET /api/staff/invitations/:id';
const SETTLE = 'POST /api/staff/invitations/:id/refused/settle';

const aFile = (content: unknown) =>
  new File([typeof content === 'string' ? content : JSON.stringify(content)], 'countersign-rescue.json', {
    type: 'application/json',
  });
const aCopy = (many: number, version = 1) => ({
  countersign: 'rescue',
  version,
  device: newId(),
  savedAt: '2026-01-05T15:00:00.000Z',
  envelopes: Array.from({ length: many }, (_, n) => ({ id: newId(), n })),
});

type Sent = { envelopes: { id: string; n: number }[] };
const outcomes = ['new', 'here-already', 'refused'] as const;
const answerTo = ({ envelopes }: Sent) => ({
  results: envelopes.map(({ id, n }) => {
    const outcome = outcomes[n % 3] ?? 'new';
    const code = outcome === 'refused' ? 'envelope-bad-signature' : null;
    return { id, outcome, code, invitation: { id: newId(), name: { first: 'Ana', last: `Díaz ${n}` } } };
  }),
});

test('a sealed copy is handed in piece by piece, and the screen says what became of each', async () => {
  const server = fakeServer({ [DEVICES]: () => ({ devices: [] }), [RESCUE]: ({ body }) => answerTo(body as Sent) });
  const user = openConsole('/tablets');
  await user.upload(await screen.findByLabelText('Choose the file'), aFile(aCopy(60)));
  expect(await screen.findByText('20 records are new here.')).toBeVisible();
  expect(screen.getByText('20 were here already.')).toBeVisible();
  expect(screen.getByText('20 could not be taken.')).toBeVisible();
  expect(screen.getByRole('row', { name: /Ana Díaz 2 / })).toHaveTextContent(
    'could not confirm that this consent came',
  );
  expect(server.asked(RESCUE).map(({ body }) => (body as Sent).envelopes.length)).toEqual([50, 10]);
});

test('what comes before its household in the file goes once more', async () => {
  let tries = 0;
  fakeServer({
    [DEVICES]: () => ({ devices: [] }),
    [RESCUE]: ({ body }) => {
      const first = tries++ === 0;
      return {
        results: (body as Sent).envelopes.map(({ id, n }) => ({
          id,
          outcome: first && n === 0 ? 'refused' : 'new',
          code: first && n === 0 ? 'envelope-invitation-unknown' : null,
          invitation: null,
        })),
      };
    },
  });
  const user = openConsole('/tablets');
  await user.upload(await screen.findByLabelText('Choose the file'), aFile(aCopy(2)));
  expect(await screen.findByText('2 records are new here.')).toBeVisible();
  expect(tries).toBe(2);
});

test.each([
  ['a picture', '\u0089PNG', 'This is not a sealed copy from a tablet.'],
  ['another file of the same kind', { countersign: 'backup' }, 'This is not a sealed copy from a tablet.'],
  ['a copy of a later version', aCopy(1, 2), 'made by a newer version of the app'],
  ['an empty copy', aCopy(0), 'This copy is empty'],
])('%s is told apart', async (_what, content, sentence) => {
  const server = fakeServer({ [DEVICES]: () => ({ devices: [] }) });
  const user = openConsole('/tablets');
  await user.upload(await screen.findByLabelText('Choose the file'), aFile(content));
  expect(await screen.findByRole('alert')).toHaveTextContent(sentence);
  expect(server.asked(RESCUE)).toEqual([]);
});

test('a lost connection says that nothing is taken twice', async () => {
  fakeServer({ [DEVICES]: () => ({ devices: [] }), [RESCUE]: () => refusal('server-failed') });
  const user = openConsole('/tablets');
  await user.upload(await screen.findByLabelText('Choose the file'), aFile(aCopy(2)));
  expect(await screen.findByRole('alert')).toHaveTextContent('nothing is taken twice');
});

test('a tablet says how much was refused, and why', async () => {
  const reasons = [{ code: 'envelope-bad-signature', since: '2026-01-05T15:00:00.000Z', invitation: newId() }];
  fakeServer({ [DEVICES]: () => ({ devices: [aDevice({ waiting: 2, refused: { count: 2, reasons } })] }) });
  openConsole('/tablets');
  expect(await screen.findByText('2 records could not be taken')).toBeVisible();
  expect(screen.getByText(/could not confirm that this consent came from this iPad/)).toBeInTheDocument();
});

test('an answer that could not be taken stands on its invitation until staff wrote down what they did', async () => {
  const refused = [{ tablet: 'Room 2', code: 'envelope-clauses-missing', since: '2026-01-05T15:00:00.000Z' }];
  const invitation = anInvitation({ conflicts: 1, refused });
  const server = fakeServer({
    [ONE]: () => invitation,
    [SETTLE]: () => Object.assign(invitation, { conflicts: 0, refused: [] }),
  });
  const user = openConsole(`/invitations/${invitation.id}`);
  expect(await screen.findByText(/lies on Room 2 since .* and could not be taken/)).toBeVisible();
  expect(screen.getByText(/A part of the form was not agreed to/)).toBeVisible();
  await user.type(screen.getByLabelText('What did you do about it?'), 'She signs again on Monday.');
  await press(user, 'We have dealt with it');
  await waitFor(() => expect(screen.queryByText('Please look at this')).toBeNull());
  expect(server.asked(SETTLE)[0]?.body).toEqual({ note: 'She signs again on Monday.' });
});
