import { screen, waitFor, within } from '@testing-library/preact';
import { createStore, get } from 'idb-keyval';
import type userEvent from '@testing-library/user-event';
import type { Duplicate, HouseholdAnswer, NewHousehold } from '../../src/contract/householdApi.ts';
import { newId } from '../../src/contract/newId.ts';
import { usernameCandidate, usernameStem } from '../../src/domain/username.ts';
import { fill } from './console.tsx';
import type { Asked } from './fakeServer.ts';

/** Add Members with a server that takes everything, and the parts of its form as a person finds them. */

export const HOUSEHOLDS = 'POST /api/staff/households';
export const USERNAMES = 'POST /api/staff/usernames';
export const DUPLICATES = 'POST /api/staff/duplicates';

export const takesAll = { [HOUSEHOLDS]: takes, [USERNAMES]: givesUsernames, [DUPLICATES]: () => ({ duplicates: [] }) };

export function takes({ body }: Asked): HouseholdAnswer {
  const { id, members } = body as NewHousehold;
  const without = members.filter(({ patient }) => patient.email === null).map(({ patient }) => patient.name);
  const { usernames } = givesUsernames({ body: { names: without } } as Asked);
  return {
    id,
    members: members.map(({ invitation, patient, method }) => {
      const { name, email } = patient;
      return { invitation, name, method, email, username: email === null ? (usernames.shift() ?? null) : null };
    }),
  };
}

export function givesUsernames({ body }: Asked): { usernames: string[] } {
  const { names } = body as { names: Parameters<typeof usernameStem>[0][] };
  const usernames: string[] = [];
  for (const name of names) {
    let n = 0;
    while (usernames.includes(usernameCandidate(usernameStem(name), n))) n += 1;
    usernames.push(usernameCandidate(usernameStem(name), n));
  }
  return { usernames };
}

/** Somebody who is invited already, found for the first person that is asked about. */
export function findsOne(change: Partial<Duplicate> = {}) {
  return ({ body }: Asked): { duplicates: Duplicate[] } => {
    const [first] = (body as { people: { key: string }[] }).people;
    return { duplicates: [aDuplicate({ key: first?.key ?? '', ...change })] };
  };
}

function aDuplicate(change: Partial<Duplicate>): Duplicate {
  return {
    key: '',
    reasons: ['name-and-birth-date'],
    invitation: newId(),
    name: { first: 'Margaret', last: 'Whitfield' },
    birthDate: '1947-03-09',
    recordNumber: 'MRN-1',
    state: 'declined',
    createdAt: '2026-01-05T15:00:00.000Z',
    ...change,
  };
}

type User = ReturnType<typeof userEvent.setup>;

/** The part of the form that belongs to one person. `hidden`: jsdom is slow to find out that nothing is. */
export const part = (name: string | RegExp) => within(screen.getByRole('region', { name, hidden: true }));

export async function addSpouse(user: User, more: { email?: string; first?: string } = {}): Promise<void> {
  await user.click(screen.getByRole('button', { name: 'Add Related Patient' }));
  const spouse = part(/^Related patient/);
  await fill(user, spouse.getByLabelText(/^Relationship/), 'husband');
  await fill(user, spouse.getByLabelText(/First names/), more.first ?? 'John');
  await fill(user, spouse.getByLabelText('Last name'), 'Whitfield');
  await fill(user, spouse.getByLabelText('Date of birth'), '1/2/1945');
  await user.selectOptions(spouse.getByLabelText('Sex'), 'male');
  if (more.email) await fill(user, spouse.getByLabelText(/E-mail/), more.email);
}

export async function addSon(user: User): Promise<void> {
  await user.click(screen.getByRole('button', { name: 'Add Related Caregiver' }));
  const son = part(/^Related caregiver/);
  await fill(user, son.getByLabelText(/^Relationship/), 'son');
  await fill(user, son.getByLabelText(/First names/), 'Declan');
  await fill(user, son.getByLabelText('Last name'), 'Whitfield');
  await fill(user, son.getByLabelText(/E-mail/), 'declan@example.org');
  await user.click(son.getByRole('radio', { name: 'Yes' }));
}

export const sentHouseholds = (server: { asked: (door: string) => Asked[] }): NewHousehold[] =>
  server.asked(HOUSEHOLDS).map(({ body }) => body as NewHousehold);

/** Waits until all that a staff member typed lies on this computer; answers how it lies there, as text. */
export async function kept(staff: string): Promise<string> {
  let text = '';
  // Twice the same: every change is written, each under new noise.
  await waitFor(async () => {
    const before = text;
    text = await storedText(staff);
    if (!text || text !== before) throw new Error('not all is kept yet');
  });
  return text;
}

const store = createStore('countersign-desk', 'drafts');

/** A staff member's half-filled form as it lies in the database; empty where there is none. */
export async function storedText(staff: string): Promise<string> {
  const box = await get<{ bytes: Uint8Array }>(staff, store);
  return box ? new TextDecoder('latin1').decode(box.bytes) : '';
}
