import { expect, test } from 'vitest';
import { anAppEach, ask, aPracticeWithLogin, logIn, password, problemOf } from '../harness/app.ts';

const appOf = anAppEach();

test('a new password of one’s own ends the log-ins elsewhere, and not the one it was set from', async () => {
  const app = appOf();
  await aPracticeWithLogin(app);
  const [here, elsewhere] = [await logIn(app), await logIn(app)];
  const body = { present: password, password: 'a whole new password' };
  expect((await ask(app, 'POST', '/api/staff/me/password', { cookie: here, body })).status).toBe(204);
  expect((await ask(app, 'GET', '/api/staff/session', { cookie: here })).status).toBe(200);
  expect((await ask(app, 'GET', '/api/staff/session', { cookie: elsewhere })).status).toBe(401);
});

test('guessing the present password at an unattended desk is braked', async () => {
  const app = appOf();
  await aPracticeWithLogin(app);
  const cookie = await logIn(app);
  const body = { present: 'a wrong guess', pin: '123456' };
  for (let tries = 0; tries < 10; tries++) {
    expect((await problemOf(await ask(app, 'POST', '/api/staff/me/pin', { cookie, body }))).code).toBe(
      'wrong-password',
    );
  }
  expect((await problemOf(await ask(app, 'POST', '/api/staff/me/pin', { cookie, body }))).code).toBe('too-many-tries');
});
