import { beforeEach, expect, test } from 'vitest';
import { revokeDevice } from '../../server/store/devices.ts';
import { findInvitation } from '../../server/store/invitations.ts';
import { changesAnswer } from '../../src/contract/deviceApi.ts';
import { anAppEach, aPracticeWithLogin, doorOf } from '../harness/app.ts';
import { anInvited, at, aTablet, type Invited, type TestPractice, type TestTablet } from '../harness/builders.ts';

/** Which tablet has which patient, as the tablets tell and the console shows. */

const app = anAppEach();
let practice: TestPractice;
let margaret: Invited;
let [first, second]: TestTablet[] = [];

beforeEach(async () => {
  practice = await aPracticeWithLogin(app());
  margaret = await anInvited(practice);
  first = await aTablet(practice, 'Room 1');
  second = await aTablet(practice, 'Room 2');
});

async function tells(tablet: TestTablet | undefined, holding: string | null): Promise<void> {
  if (!tablet) throw new Error('there is a tablet only inside of tests');
  const path = `/api/device/changes?since=0&holding=${holding ?? ''}`;
  const answer = await doorOf(app(), tablet).ask('GET', path, changesAnswer);
  if (answer.kind !== 'ok') throw new Error(answer.kind);
}

const state = async (of = margaret) => (await findInvitation(practice.scope, of.id))?.state;

test('an invitation is with the patient while a tablet has it, and waits again afterwards', async () => {
  await tells(first, margaret.id);
  expect(await state()).toBe('presented');
  await tells(first, null);
  expect(await state()).toBe('waiting');
});

test('of two tablets with the same patient, the one that lets go does not make it wait: the other is being read', async () => {
  await tells(first, margaret.id);
  await tells(second, margaret.id);
  await tells(second, null);
  expect(await state()).toBe('presented');
  await tells(first, null);
  expect(await state()).toBe('waiting');
});

test('the same when the one goes on to another patient', async () => {
  const robert = await anInvited(practice);
  await tells(first, margaret.id);
  await tells(second, margaret.id);
  await tells(second, robert.id);
  expect([await state(), await state(robert)]).toEqual(['presented', 'presented']);
});

test('a removed tablet holds nobody', async () => {
  await tells(first, margaret.id);
  await tells(second, margaret.id);
  await revokeDevice(practice.scope, first?.device.id ?? '', at);
  await tells(second, null);
  expect(await state()).toBe('waiting');
});
