import { expect, test } from 'vitest';
import { hashPassword } from '../../server/keys/passwords.ts';
import { newId } from '../../src/contract/newId.ts';
import { anAppForAll, ask, aPracticeWithLogin, password, problemOf } from '../harness/app.ts';
import { logInAs } from '../harness/doors.ts';

/** An answer may be lost on the way: the administrator presses again, and nothing is there twice. */

const app = await anAppForAll();
const practice = await aPracticeWithLogin(app);
const cookie = await logInAs(app, practice, 'administrator', await hashPassword(password));
const post = (path: string, body: unknown) => ask(app, 'POST', `/api/staff${path}`, { cookie, body });

test('the same staff member again is no change, and somebody else with that log-in is refused', async () => {
  const keisha = { id: newId(), name: 'Keisha Brown', role: 'front-desk', login: 'kbrown', password, pin: '271828' };
  expect((await post('/staff', keisha)).status).toBe(201);
  const again = await post('/staff', keisha);
  expect(again.status).toBe(200);
  const { staff } = (await again.json()) as { staff: { login: string }[] };
  expect(staff.filter(({ login }) => login === 'kbrown')).toHaveLength(1);
  expect(await problemOf(await post('/staff', { ...keisha, id: newId() }))).toMatchObject({ code: 'login-taken' });
});

test('the same practitioner again is no change', async () => {
  const noor = { id: newId(), name: 'Dr. Noor Haddad' };
  await post('/practitioners', noor);
  const again = await post('/practitioners', noor);
  const { practitioners } = (await again.json()) as { practitioners: { id: string }[] };
  expect(practitioners.filter(({ id }) => id === noor.id)).toHaveLength(1);
});
