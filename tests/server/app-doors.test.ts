import { createApp } from '../../server/app.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../src/contract/newId.ts';
import { anApp, aPracticeWithLogin, ask, logIn, origin, problemOf, type TestApp } from '../harness/app.ts';
import { anInvited, aPractice, aTablet, type TestPractice } from '../harness/builders.ts';
import { allRows } from '../harness/rows.ts';

/** Who gets through which door. The doors are asked of the app itself, so that a new one is tried without being named. */

const doors = createApp({ now: () => new Date() } as Parameters<typeof createApp>[0])
  .routes.filter((route) => route.method !== 'ALL')
  .map(({ method, path }) => `${method} ${path.replaceAll(/:\w+(?:\{([^}]*)\})?/g, (_, form?: string) => oneOf(form))}`)
  .filter((door, index, all) => all.indexOf(door) === index)
  .map((door): [method: string, path: string] => door.split(' ') as [string, string]);
const open = ['/api/staff/login', '/api/staff/logout'];
const staffDoors = doors.filter(([, path]) => path.startsWith('/api/staff/') && !open.includes(path));
const deviceDoors = doors.filter(([, path]) => path.startsWith('/api/device/') && path !== '/api/device/pair');
const cookieDoors = doors.filter(([, path]) => path.startsWith('/api/staff/') || path === '/api/setup');
const changes = cookieDoors.filter(([method]) => method !== 'GET');

/** Something that fits a parameter of a path: an id, one of several words, or a name that ends in a certain way. */
function oneOf(form = ''): string {
  if (form.includes('|')) return form.split('|')[0] ?? '';
  return newId() + form.replaceAll(/^\.\+|\\/g, '');
}

let app: TestApp;
let practice: TestPractice;
let cookie: string;

beforeAll(async () => {
  app = await anApp();
  practice = await aPracticeWithLogin(app);
  cookie = await logIn(app);
});
afterAll(() => app.close());

test('there are doors of each kind to try', () => {
  expect(staffDoors.length).toBeGreaterThan(7);
  expect(deviceDoors.length).toBeGreaterThan(3);
  expect(changes.length).toBeGreaterThan(5);
});

test.each(staffDoors)('%s %s is closed to whoever is not logged in', async (method, path) => {
  const before = await allRows(app.store);
  expect(await problemOf(await ask(app, method, path, bodyFor(method)))).toMatchObject({
    status: 401,
    code: 'not-logged-in',
  });
  expect(await allRows(app.store)).toEqual(before);
});

test.each(deviceDoors)('%s %s is closed to whoever brings no proof', async (method, path) => {
  const response = await ask(app, method, path, { ...bodyFor(method), cookie });
  expect(await problemOf(response)).toMatchObject({ status: 401, code: 'proof-invalid' });
  expect(response.headers.get('DPoP-Nonce')).toMatch(/^[\w-]{43}$/);
});

describe('a change that a cookie opens is taken only from our own page', () => {
  test.each(changes)('%s %s from another site is refused', async (method, path) => {
    for (const from of ['https://evil.example', 'http://localhost:8788', 'https://localhost:8787', 'null', null]) {
      const response = await ask(app, method, path, { ...bodyFor(method), cookie, from });
      expect(await problemOf(response), String(from)).toMatchObject({ status: 403, code: 'wrong-origin' });
    }
  });

  test('a look is let through, from wherever', async () => {
    const response = await ask(app, 'GET', '/api/staff/session', { cookie, from: null });
    expect(response.status).toBe(200);
  });

  test('behind a proxy our own page is where people reach it, whatever the proxy calls the server', async () => {
    const proxied = createApp({ ...app.deps, publicOrigin: 'https://consent.practice.example' });
    const asked = { body: { login: 'nobody', password: 'x' } };
    const there = { ...app, fetch: async (request: Request) => proxied.fetch(request) };
    expect((await ask(there, 'POST', '/api/staff/login', { ...asked, from: origin })).status).toBe(403);
    expect(
      (await ask(there, 'POST', '/api/staff/login', { ...asked, from: 'https://consent.practice.example' })).status,
    ).toBe(401);
  });
});

describe('staff reach only their own practice', () => {
  test('an invitation of another one is not there', async () => {
    const theirs = await anInvited(await aPractice(app.store));
    const ours = await anInvited(practice);
    expect((await ask(app, 'GET', `/api/staff/invitations/${ours.id}`, { cookie })).status).toBe(200);
    expect(await problemOf(await ask(app, 'GET', `/api/staff/invitations/${theirs.id}`, { cookie }))).toMatchObject({
      code: 'not-found',
    });
    const list = (await (await ask(app, 'GET', '/api/staff/invitations', { cookie })).json()) as { total: number };
    expect(list.total).toBe(1);
  });

  test('a tablet of another one is not there, and can not be unlocked', async () => {
    const theirs = await aTablet(await aPractice(app.store));
    await app.store.db.updateTable('device').set({ locked: 1 }).where('id', '=', theirs.device.id).execute();
    const response = await ask(app, 'POST', `/api/staff/devices/${theirs.device.id}/unlock`, { cookie });
    expect(await problemOf(response)).toMatchObject({ code: 'not-found' });
    const row = await app.store.db.selectFrom('device').select('locked').where('id', '=', theirs.device.id).execute();
    expect(row).toEqual([{ locked: 1 }]);
    expect(await (await ask(app, 'GET', '/api/staff/devices', { cookie })).json()).toEqual({ devices: [] });
  });
});

function bodyFor(method: string): { body?: unknown } {
  return method === 'GET' ? {} : { body: {} };
}
