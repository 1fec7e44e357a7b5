import { beforeEach, expect, test } from 'vitest';
import { changesAnswer } from '../../src/contract/deviceApi.ts';
import { devicesAnswer, type DeviceRow } from '../../src/contract/staffApi.ts';
import * as v from 'valibot';
import { anAppEach, aPracticeWithLogin, ask, doorOf, logIn } from '../harness/app.ts';
import { anInvited, aTablet, type Invited, type TestTablet } from '../harness/builders.ts';

/** “I have a question” on a tablet calls the desk. */

const app = anAppEach();
let tablet: TestTablet;
let margaret: Invited;
let cookie: string;

beforeEach(async () => {
  const practice = await aPracticeWithLogin(app());
  tablet = await aTablet(practice);
  margaret = await anInvited(practice);
  cookie = await logIn(app());
});

async function tells(holding: string, asking: '0' | '1'): Promise<void> {
  const query = new URLSearchParams({ since: '0', holding, asking });
  const answer = await doorOf(app(), tablet).ask('GET', `/api/device/changes?${query}`, changesAnswer);
  expect(answer.kind).toBe('ok');
}

async function seen(): Promise<DeviceRow | undefined> {
  const answer = await ask(app(), 'GET', '/api/staff/devices', { cookie });
  return v.parse(devicesAnswer, await answer.json()).devices[0];
}

test('the desk sees who asks and since when, until they read on', async () => {
  const since = app().clock.now().toISOString();
  await tells(margaret.id, '1');
  app().clock.pass(60_000);
  await tells(margaret.id, '1');
  expect(await seen()).toMatchObject({ asking: since, holding: { invitation: margaret.id } });
  await tells(margaret.id, '0');
  expect((await seen())?.asking).toBeNull();
});

test('other tablets hear who has a patient in hand, and when nobody has', async () => {
  const other = doorOf(app(), await aTablet(tablet.practice, 'Room 2'));
  const heard = async () => {
    const answer = await other.ask('GET', '/api/device/changes?since=0', changesAnswer);
    return answer.kind === 'ok' ? answer.value.invitations.map((one) => one.holder) : answer;
  };
  await tells(margaret.id, '0');
  expect(await heard()).toEqual([{ device: tablet.device.id, name: tablet.device.name }]);
  await tells('', '0');
  expect(await heard()).toEqual([null]);
});

test('nobody asks on a tablet that no patient has', async () => {
  await tells(margaret.id, '1');
  await tells('', '1');
  expect((await seen())?.asking).toBeNull();
});
