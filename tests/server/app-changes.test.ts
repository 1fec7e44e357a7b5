import { beforeEach, describe, expect, test } from 'vitest';
import { changesAnswer, type ChangesAnswer, type DeviceInvitation } from '../../src/contract/deviceApi.ts';
import { formHash } from '../../src/contract/digest.ts';
import { newId } from '../../src/contract/newId.ts';
import { currentForm } from '../../server/forms/currentForm.ts';
import { addInvitation, moveInvitation, touchInvitation } from '../../server/store/invitations.ts';
import { addPatient } from '../../server/store/patients.ts';
import { keepForm } from '../../server/store/practices.ts';
import { inTransaction } from '../../server/store/scope.ts';
import { anAppEach, aPracticeWithLogin, ask, doorOf, logIn } from '../harness/app.ts';
import {
  anInvitation,
  anInvited,
  aPatient,
  aPractice,
  aTablet,
  at,
  besides,
  hashOfForm,
  type TestPractice,
  type TestTablet,
} from '../harness/builders.ts';

/** What a tablet hears of its practice. */

const app = anAppEach();
let practice: TestPractice;
let tablet: TestTablet;

beforeEach(async () => {
  practice = await aPracticeWithLogin(app());
  tablet = await aTablet(practice);
});

test('a tablet hears of its own practice only', async () => {
  const other = await aPractice(app().store, { name: 'Xanadu Practice' });
  await anInvited(other, { name: { first: 'Xanadu', last: 'Whitfield' } });
  const ownForm = { ...currentForm, version: 'Xanadu 1' };
  await keepForm(other.scope, ownForm, await formHash(ownForm), at);
  const ours = await anInvited(practice, { recordNumber: 'MRN 7', language: 'es' });
  const answer = await changes('since=0');
  expect(JSON.stringify(answer)).not.toContain('Xanadu');
  expect(answer).toMatchObject({
    practice: { name: practice.name, phone: practice.phone },
    staff: [{ id: practice.staff.id, name: 'Keisha Brown', pinVersion: 1 }],
    forms: [{ hash: hashOfForm }],
    invitations: [
      {
        id: ours.id,
        patient: ours.patient,
        state: 'waiting',
        name: { first: 'Margaret', last: 'Whitfield' },
        birthDate: '1947-03-09',
        language: 'es',
        recordNumber: 'MRN 7',
        practitionerName: 'Dr. Ana Ruiz',
        formHash: hashOfForm,
        addedBy: 'Keisha Brown',
      },
    ],
    more: false,
    unlocks: 0,
    time: at,
  });
});

test('a tablet that follows the feed through 1,200 invitations gets each once and in order', async () => {
  const ids = await manyInvitations(1_200);
  const pages: ChangesAnswer[] = [];
  let next = 0;
  do {
    const page = await changes(`since=${next}`);
    expect(page.next).toBeGreaterThan(next);
    next = page.next;
    pages.push(page);
  } while (pages.at(-1)?.more);
  const got = pages.flatMap((page) => page.invitations);
  expect(got.map((one: DeviceInvitation) => one.id)).toEqual(ids);
  expect(got.map((one) => one.seq)).toEqual(ids.map((_, index) => index + 1));
  expect(pages.length).toBeLessThan(5);
  expect(await changes(`since=${next}`)).toMatchObject({ invitations: [], gone: [], next, more: false });
});

test('a page that is exactly full is followed by an empty one, never by silence', async () => {
  await manyInvitations(500);
  const full = await changes('since=0');
  expect([full.invitations.length, full.more]).toEqual([500, true]);
  expect(await changes(`since=${full.next}`)).toMatchObject({ invitations: [], next: full.next, more: false });
});

test('a locked tablet asks for what is general, and gets nobody', async () => {
  await anInvited(practice);
  const answer = await changes('since=0&only=general');
  expect(answer).toMatchObject({ invitations: [], gone: [], next: 0, more: false });
  expect(answer.staff).toHaveLength(1);
  expect(answer.forms).toHaveLength(1);
  expect(JSON.stringify(answer)).not.toContain('Whitfield');
  // It gets everybody later: its place in the feed did not move.
  expect((await changes(`since=${answer.next}`)).invitations).toHaveLength(1);
});

describe('an invitation that is over', () => {
  test('is told to a tablet that had it, and not to one that begins', async () => {
    const one = await anInvited(practice);
    const { next } = await changes('since=0');
    await moveInvitation(practice.scope, { id: one.id, state: 'waiting' }, 'cancel');
    expect((await changes(`since=${next}`)).invitations).toMatchObject([{ id: one.id, state: 'cancelled' }]);
    const beginning = await changes('since=0');
    expect(beginning.invitations).toEqual([]);
    expect(beginning.next).toBeGreaterThan(next);
  });
});

describe('an invitation that is signed elsewhere than on tablets', () => {
  test('is named as gone, without its people', async () => {
    const one = await anInvited(practice, {}, { method: 'paper' });
    const answer = await changes('since=0');
    expect(answer).toMatchObject({ invitations: [], gone: [one.id] });
    expect(JSON.stringify(answer)).not.toContain('Whitfield');
  });
});

test('a form is sent as long as an open invitation needs it', async () => {
  const old = { ...currentForm, version: 'old' };
  const oldHash = await formHash(old);
  await keepForm(practice.scope, old, oldHash, at);
  const one = await anInvited(practice);
  await app().store.db.updateTable('invitation').set({ form_hash: oldHash }).execute();
  expect((await changes('since=0')).forms.map((form) => form.hash).toSorted()).toEqual(
    [oldHash, hashOfForm].toSorted(),
  );
  await moveInvitation(practice.scope, { id: one.id, state: 'waiting' }, 'cancel');
  await touchInvitation(practice.scope, one.id);
  expect((await changes('since=0')).forms.map((form) => form.hash)).toEqual([hashOfForm]);
});

test('what a tablet says of itself with each look is what the console shows', async () => {
  await changes(`since=0&app=1.2.3&waiting=4&oldest=2026-03-08T10:00:00.000Z`);
  const cookie = await logIn(app());
  const shown = async () =>
    ((await (await ask(app(), 'GET', '/api/staff/devices', { cookie })).json()) as { devices: unknown[] }).devices[0];
  expect(await shown()).toMatchObject({
    lastSeen: at,
    online: true,
    app: '1.2.3',
    waiting: 4,
    oldest: '2026-03-08T10:00:00.000Z',
  });
  app().clock.pass(80_000);
  expect(await shown()).toMatchObject({ lastSeen: at, online: false });
});

test.each(['', 'since=x', 'since=-1', 'since=0&only=some', 'since=0&locked=2', 'since=0&waiting=many'])(
  'a look that asks "%s" is refused, with the field named',
  async (query) => {
    const answer = await doorOf(app(), tablet).ask('GET', `/api/device/changes?${query}`, changesAnswer);
    expect(answer).toMatchObject({ kind: 'refused', status: 400, code: 'unreadable-request' });
  },
);

async function changes(query: string): Promise<ChangesAnswer> {
  const answer = await doorOf(app(), tablet).ask('GET', `/api/device/changes?${query}`, changesAnswer);
  if (answer.kind !== 'ok') throw new Error(`changes: ${JSON.stringify(answer)}`);
  return answer.value;
}

/** Invitations in one transaction: one by one, 1,200 take a while. */
async function manyInvitations(count: number): Promise<string[]> {
  const patient = newId();
  const ids = Array.from({ length: count }, () => newId());
  await inTransaction(practice.scope, async (within) => {
    await addPatient(within, aPatient(practice), { id: patient, household: newId(), username: null, at });
    for (const id of ids) await addInvitation(within, anInvitation(practice, {}, { id }), besides(practice, patient));
  });
  return ids;
}
