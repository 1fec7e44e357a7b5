import { beforeEach, describe, expect, test } from 'vitest';
import { changesAnswer, unlockAnswer } from '../../src/contract/deviceApi.ts';
import { newId } from '../../src/contract/newId.ts';
import { anAppEach, aPracticeWithLogin, ask, doorOf, logIn, pin } from '../harness/app.ts';
import { aTablet, type TestPractice, type TestTablet } from '../harness/builders.ts';

/** The vault's key is given for a right PIN, and ten wrong ones lock the tablet (DESIGN, vault). */

const app = anAppEach();
let practice: TestPractice;
let tablet: TestTablet;

beforeEach(async () => {
  practice = await aPracticeWithLogin(app());
  tablet = await aTablet(practice);
});

test('the right PIN brings the key of this tablet, the same each time', async () => {
  const vaultKey = tablet.vaultKey.toString('base64url');
  expect(await unlock(pin)).toEqual({ kind: 'ok', value: { vaultKey } });
  expect(await unlock(pin)).toEqual({ kind: 'ok', value: { vaultKey } });
});

test('each tablet has a key of its own', async () => {
  const other = await aTablet(practice, 'Room 2');
  const [here, there] = [await unlock(pin), await unlock(pin, { by: other })];
  expect(there).toMatchObject({ kind: 'ok' });
  expect(there).not.toEqual(here);
});

describe('a wrong PIN', () => {
  test('brings no key, and is counted', async () => {
    expect(await unlock('000000')).toEqual({ kind: 'refused', status: 403, code: 'wrong-pin' });
    expect(await device()).toMatchObject({ pin_failures: 1, locked: 0 });
  });

  test('is forgotten after the right one', async () => {
    for (let i = 0; i < 9; i++) await unlock('000000');
    expect(await unlock(pin)).toMatchObject({ kind: 'ok' });
    expect(await device()).toMatchObject({ pin_failures: 0, locked: 0 });
  });

  test('is also the right one of somebody who is not, or no longer, with this practice', async () => {
    const other = await aPracticeWithLogin(app(), 'mallory');
    expect(await unlock(pin, { staff: other.staff.id })).toMatchObject({ code: 'wrong-pin' });
    expect(await unlock(pin, { staff: newId() })).toMatchObject({ code: 'wrong-pin' });
    await app().store.db.updateTable('staff').set({ active: 0 }).where('id', '=', practice.staff.id).execute();
    expect(await unlock(pin)).toMatchObject({ code: 'wrong-pin' });
    expect(await device()).toMatchObject({ pin_failures: 3 });
  });
});

describe('ten wrong PINs', () => {
  test('lock the tablet, also for the right one', async () => {
    for (let i = 0; i < 10; i++) expect(await unlock('000000')).toMatchObject({ code: 'wrong-pin' });
    expect(await unlock(pin)).toEqual({ kind: 'refused', status: 403, code: 'device-locked' });
    expect(await unlock('000000')).toMatchObject({ code: 'device-locked' });
  });

  test('are ten also when forty come at the same moment', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, () => unlock('000000')));
    const codes = answers.map((answer) => answer.kind === 'refused' && answer.code);
    expect(codes.filter((code) => code === 'wrong-pin')).toHaveLength(10);
    expect(codes.filter((code) => code === 'device-locked')).toHaveLength(30);
  });

  test('lock no other tablet', async () => {
    for (let i = 0; i < 10; i++) await unlock('000000');
    expect(await unlock(pin, { by: await aTablet(practice, 'Room 2') })).toMatchObject({ kind: 'ok' });
  });

  test('are forgiven by the console, which tells the tablet so', async () => {
    for (let i = 0; i < 10; i++) await unlock('000000');
    const cookie = await logIn(app());
    expect(await consoleRow(cookie)).toMatchObject({ locked: true });
    const freed = await ask(app(), 'POST', `/api/staff/devices/${tablet.device.id}/unlock`, { cookie });
    expect(freed.status).toBe(204);
    expect(await consoleRow(cookie)).toMatchObject({ locked: false });
    expect(await look('since=0')).toMatchObject({ kind: 'ok', value: { unlocks: 1 } });
    expect(await unlock(pin)).toMatchObject({ kind: 'ok' });
  });
});

test('a tablet that locked itself while offline says so, and the console frees it', async () => {
  const cookie = await logIn(app());
  await look('since=0&locked=1&unlocks=0');
  expect(await consoleRow(cookie)).toMatchObject({ locked: true });
  await ask(app(), 'POST', `/api/staff/devices/${tablet.device.id}/unlock`, { cookie });
  await look('since=0&locked=1&unlocks=0'); // sent before it heard of the unlock
  expect(await consoleRow(cookie)).toMatchObject({ locked: false });
});

function unlock(typed: string, { staff = practice.staff.id, by = tablet } = {}) {
  return doorOf(app(), by).ask('POST', '/api/device/unlock', unlockAnswer, { staff, pin: typed });
}

function look(query: string) {
  return doorOf(app(), tablet).ask('GET', `/api/device/changes?${query}`, changesAnswer);
}

function device() {
  return app().store.db.selectFrom('device').selectAll().where('id', '=', tablet.device.id).executeTakeFirst();
}

async function consoleRow(cookie: string): Promise<unknown> {
  const answer = (await (await ask(app(), 'GET', '/api/staff/devices', { cookie })).json()) as { devices: unknown[] };
  return answer.devices[0];
}
