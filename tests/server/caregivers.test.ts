import { beforeEach, expect, test } from 'vitest';
import type { InvitationDetail } from '../../src/contract/invitationsApi.ts';
import { newId } from '../../src/contract/newId.ts';
import { findAsDevice } from '../../server/store/invitations.ts';
import { anAppEach, aPracticeWithLogin, ask, logIn, problemOf } from './../harness/app.ts';
import { anInvited, type Invited, type TestPractice } from '../harness/builders.ts';

/** Recording who helps a household, and who may sign for it, after it was invited. */

const app = anAppEach();
let practice: TestPractice;
let margaret: Invited;
let cookie: string;

beforeEach(async () => {
  practice = await aPracticeWithLogin(app());
  margaret = await anInvited(practice);
  cookie = await logIn(app());
});

const ruth = (wishes: object = {}) => ({
  id: newId(),
  name: { first: 'Ruth', last: 'Boyd' },
  relationship: 'daughter',
  phone: null,
  email: 'ruth@example.org',
  legalRepresentative: true,
  ...wishes,
});

async function detail(): Promise<InvitationDetail> {
  return (await ask(app(), 'GET', `/api/staff/invitations/${margaret.id}`, { cookie })).json() as never;
}

function record(caregiver: object, version: number): Promise<Response> {
  return ask(app(), 'PUT', `/api/staff/invitations/${margaret.id}/caregivers`, {
    cookie,
    body: { version, caregiver },
  });
}

test('a legal representative recorded later reaches the tablets, the story and, by mail, the caregiver', async () => {
  const before = await detail();
  const caregiver = ruth();
  expect((await record(caregiver, before.version)).status).toBe(200);
  const after = await detail();
  expect(after.caregivers).toEqual([caregiver]);
  expect(after.version).toBeGreaterThan(before.version);
  expect(after.story.at(-1)).toMatchObject({ kind: 'representative-recorded', detail: 'Ruth Boyd' });
  expect(after.mails).toMatchObject([{ kind: 'caregiver', recipient: 'ruth@example.org' }]);
  expect(await findAsDevice(practice.scope, margaret.id)).toMatchObject({
    representatives: [{ id: caregiver.id, name: caregiver.name, relationship: 'daughter' }],
  });
});

test('one who may no longer sign is taken off the tablets, and gets no second mail', async () => {
  const caregiver = ruth();
  await record(caregiver, (await detail()).version);
  await record({ ...caregiver, legalRepresentative: false }, (await detail()).version);
  expect((await detail()).mails).toHaveLength(1);
  expect(await findAsDevice(practice.scope, margaret.id)).toMatchObject({ representatives: [] });
});

test('what another desk changed meanwhile is not overwritten', async () => {
  const { version } = await detail();
  await record(ruth(), version);
  expect(await problemOf(await record(ruth(), version))).toMatchObject({ code: 'changed-meanwhile' });
  expect((await detail()).caregivers).toHaveLength(1);
});

test('a caregiver of another household is not taken over', async () => {
  const caregiver = ruth();
  await record(caregiver, (await detail()).version);
  margaret = await anInvited(practice, { recordNumber: null });
  expect(await problemOf(await record(caregiver, (await detail()).version))).toMatchObject({ code: 'not-found' });
});

test('bad input is told by field', async () => {
  const refused = await record(ruth({ email: 'nowhere' }), (await detail()).version);
  expect(await problemOf(refused)).toMatchObject({ fields: [{ field: 'caregiver.email' }] });
});
