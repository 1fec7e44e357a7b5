import { describe, expect, test } from 'vitest';
import { SESSION_IDLE, SESSION_LONGEST } from '../../server/store/sessions.ts';
import { anAppEach, aPracticeWithLogin, ask, logIn, password, problemOf } from '../harness/app.ts';
import { aPractice } from '../harness/builders.ts';

/** Logging in, staying logged in, and logging out. */

const MINUTE = 60_000;
const app = anAppEach();

describe('logging in', () => {
  test('brings the person, the practice and its practitioners', async () => {
    const practice = await aPracticeWithLogin(app());
    const response = await ask(app(), 'POST', '/api/staff/login', { body: { login: 'Keisha', password } });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      staff: { ...practice.staff, role: 'front-desk' },
      practice: { id: practice.id, name: practice.name },
      practitioners: [practice.practitioner],
    });
  });

  test('sets a cookie that only this site and no script can use', async () => {
    await aPracticeWithLogin(app());
    const response = await ask(app(), 'POST', '/api/staff/login', { body: { login: 'keisha', password } });
    const [pair = '', ...attributes] = (response.headers.get('Set-Cookie') ?? '').split('; ');
    expect(pair).toMatch(/^__Host-countersign=[\w-]{43}$/);
    expect(attributes.toSorted()).toEqual(['HttpOnly', 'Max-Age=43200', 'Path=/', 'SameSite=Strict', 'Secure']);
  });

  test('keeps only a hash of what the cookie says', async () => {
    await aPracticeWithLogin(app());
    const token = (await logIn(app())).split('=')[1] ?? '';
    const kept = await app().store.db.selectFrom('session').selectAll().execute();
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain(token);
  });

  test('with a wrong password and with an unknown name is answered alike', async () => {
    await aPracticeWithLogin(app());
    const answers = [
      await ask(app(), 'POST', '/api/staff/login', { body: { login: 'keisha', password: 'wrong' } }),
      await ask(app(), 'POST', '/api/staff/login', { body: { login: 'nobody', password } }),
    ];
    const [wrong, unknown] = await Promise.all(
      answers.map(async (response) => ({ headers: [...response.headers], problem: await problemOf(response) })),
    );
    expect(wrong).toEqual(unknown);
    expect(wrong?.problem).toMatchObject({ status: 401, code: 'wrong-login' });
  });

  test('somebody who left can not', async () => {
    await aPracticeWithLogin(app());
    await app().store.db.updateTable('staff').set({ active: 0 }).execute();
    const response = await ask(app(), 'POST', '/api/staff/login', { body: { login: 'keisha', password } });
    expect(await problemOf(response)).toMatchObject({ code: 'wrong-login' });
  });

  test('is braked after ten wrong passwords, also for the right one, and for nobody else', async () => {
    await aPracticeWithLogin(app());
    await aPracticeWithLogin(app(), 'luis');
    for (let i = 0; i < 10; i++) {
      const wrong = await ask(app(), 'POST', '/api/staff/login', { body: { login: 'keisha', password: 'wrong' } });
      expect(wrong.status).toBe(401);
    }
    const right = await ask(app(), 'POST', '/api/staff/login', { body: { login: 'KEISHA', password } });
    const problem = await problemOf(right);
    expect(problem).toMatchObject({ status: 429, code: 'too-many-tries' });
    expect(right.headers.get('Retry-After')).toBe(String(problem.retryAfter));
    expect(right.headers.get('Set-Cookie')).toBeNull();
    await logIn(app(), 'luis');
  });
});

describe('a log-in', () => {
  test('ends after an hour in which nothing was asked', async () => {
    await aPracticeWithLogin(app());
    const cookie = await logIn(app());
    app().clock.pass(SESSION_IDLE - 1);
    expect(await statusWith(cookie)).toBe(200);
    app().clock.pass(SESSION_IDLE);
    expect(await statusWith(cookie)).toBe(401);
  });

  test('ends after twelve hours, however busy they were', async () => {
    await aPracticeWithLogin(app());
    const cookie = await logIn(app());
    for (let passed = 30 * MINUTE; passed < SESSION_LONGEST; passed += 30 * MINUTE) {
      app().clock.pass(30 * MINUTE);
      expect(await statusWith(cookie), `after ${passed / MINUTE} minutes`).toBe(200);
    }
    app().clock.pass(30 * MINUTE);
    expect(await statusWith(cookie)).toBe(401);
  });

  test('ends when the person leaves the practice', async () => {
    await aPracticeWithLogin(app());
    const cookie = await logIn(app());
    await app().store.db.updateTable('staff').set({ active: 0 }).execute();
    expect(await statusWith(cookie)).toBe(401);
  });

  test('ends on the server too when the person logs out, and takes the cookie away', async () => {
    await aPracticeWithLogin(app());
    const cookie = await logIn(app());
    const response = await ask(app(), 'POST', '/api/staff/logout', { cookie });
    expect(response.status).toBe(204);
    expect(response.headers.get('Set-Cookie')).toMatch(/^__Host-countersign=; Max-Age=0;.*Secure/);
    expect(await statusWith(cookie)).toBe(401);
  });

  test('of one person does not end with the log-out of another', async () => {
    await aPracticeWithLogin(app());
    const [here, there] = [await logIn(app()), await logIn(app())];
    await ask(app(), 'POST', '/api/staff/logout', { cookie: here });
    expect(await statusWith(there)).toBe(200);
  });

  test('that is over is swept away by the next one', async () => {
    await aPracticeWithLogin(app());
    await logIn(app());
    app().clock.pass(SESSION_IDLE);
    await logIn(app());
    expect(await app().store.db.selectFrom('session').select('created_at').execute()).toHaveLength(1);
  });

  test.each(['', '__Host-countersign=', '__Host-countersign=made-up', 'countersign=x'])(
    'is not made up by a cookie such as "%s"',
    async (cookie) => {
      await aPractice(app().store);
      expect(await statusWith(cookie)).toBe(401);
    },
  );
});

async function statusWith(cookie: string): Promise<number> {
  return (await ask(app(), 'GET', '/api/staff/session', { cookie })).status;
}
