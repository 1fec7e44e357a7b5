import { beforeEach, expect, test } from 'vitest';
import { anAppEach, aPracticeWithLogin, ask, logIn, problemOf } from '../harness/app.ts';

/** A practice without an administrator could never get one again. */

const app = anAppEach();
let first: { id: string; cookie: string };
let second: { id: string; cookie: string };

beforeEach(async () => {
  const practice = await aPracticeWithLogin(app(), 'first');
  const other = await aPracticeWithLogin(app(), 'second');
  const { db } = app().store;
  await db.updateTable('staff').set({ role: 'administrator', practice_id: practice.id }).execute();
  first = { id: practice.staff.id, cookie: await logIn(app(), 'first') };
  second = { id: other.staff.id, cookie: await logIn(app(), 'second') };
});

test('the last administrator stays one', async () => {
  expect((await demote(second.id, first.cookie)).status).toBe(200);
  expect(await problemOf(await demote(first.id, first.cookie))).toMatchObject({ code: 'last-administrator' });
});

test('of two who take the role from each other at the same moment one stays administrator', async () => {
  await Promise.all([demote(second.id, first.cookie), demote(first.id, second.cookie)]);
  const left = await app().store.db.selectFrom('staff').select('id').where('role', '=', 'administrator').execute();
  expect(left).toHaveLength(1);
});

function demote(id: string, cookie: string): Promise<Response> {
  const body = { name: 'Keisha Brown', role: 'front-desk', active: true };
  return ask(app(), 'PUT', `/api/staff/staff/${id}`, { cookie, body });
}
