import { beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import { hashPassword } from '../../server/keys/passwords.ts';
import { newId } from '../../src/contract/newId.ts';
import { may, ROLES } from '../../src/domain/roles.ts';
import { anAppForAll, ask, aPracticeWithLogin, password, problemOf } from '../harness/app.ts';
import { anInvited, aTablet, type TestPractice } from '../harness/builders.ts';
import { logInAs, staffDoors, type Door, type Things } from '../harness/doors.ts';
import { allRows } from '../harness/rows.ts';

/** Every door of the staff, tried by every role and from another practice. */

const app = await anAppForAll();
const passwordHash = await hashPassword(password);
const practice = await aPracticeWithLogin(app, 'ours');
const stranger = await aPracticeWithLogin(app, 'theirs');

async function thingsOf(of: TestPractice): Promise<Things> {
  const tablet = await aTablet(of);
  const { id: invitation } = await anInvited(of);
  const nothing = { document: newId(), conflict: newId(), scan: newId(), page: newId() };
  return { invitation, device: tablet.device.id, staff: of.staff.id, practitioner: of.practitioner.id, ...nothing };
}

const ours = await thingsOf(practice);
const doors = staffDoors(practice, ours);

async function opened(door: Door, cookie: string): Promise<Response> {
  const response = await ask(app, door.method, `/api/staff${door.path}`, {
    cookie,
    ...(door.body === undefined ? {} : { body: door.body }),
  });
  await response.body?.cancel();
  return response;
}

describe.each(ROLES)('a %s', (role) => {
  let cookie = '';
  beforeAll(async () => {
    cookie = await logInAs(app, practice, role, passwordHash);
  });

  test.each(doors)('at $method $path', async (door) => {
    const response = await ask(app, door.method, `/api/staff${door.path}`, {
      cookie,
      ...(door.body === undefined ? {} : { body: door.body }),
    });
    const letIn = door.needs === 'log-in' || may(role, door.needs);
    if (letIn) {
      expect([401, 500]).not.toContain(response.status);
      if (response.status === 403) expect((await problemOf(response)).code).toBe('wrong-password');
      else await response.body?.cancel();
    } else {
      expect(await problemOf(response)).toMatchObject({ status: 403, code: 'not-allowed' });
    }
  });
});

test('nobody who is not logged in is let in anywhere', async () => {
  for (const door of doors) {
    const response = await ask(
      app,
      door.method,
      `/api/staff${door.path}`,
      door.body === undefined ? {} : { body: door.body },
    );
    expect((await problemOf(response)).code, door.path).toBe('not-logged-in');
  }
});

test('an administrator of another practice changes and reads nothing here', async () => {
  const cookie = await logInAs(app, stranger, 'administrator', passwordHash);
  const before = await allRows(app.store, practice.id);
  for (const door of doors.filter((one) => Object.values(ours).some((id) => one.path.includes(id)))) {
    const { status } = await opened(door, cookie);
    expect([404, 409], `${door.method} ${door.path}`).toContain(status);
  }
  const listed = await (await ask(app, 'GET', '/api/staff/invitations', { cookie })).text();
  expect(listed).not.toContain(ours.invitation);
  expect(await allRows(app.store, practice.id)).toEqual(before);
});

test('the table above knows every door there is', () => {
  const known = new Set(doors.map((door) => `${door.method} ${shape(door.path)}`));
  const there = createApp(app.deps)
    .routes.filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/staff/'))
    .map(({ method, path }) => `${method} ${shape(path.slice('/api/staff'.length))}`);
  const missing = [...new Set(there)].filter(
    (door) => !known.has(door) && !/ \/(login|logout|invitations)$/.test(door),
  );
  expect(missing.filter((door) => !door.endsWith('/*'))).toEqual([]);
});

/** A path with its ids, steps and names of tables left out. */
function shape(path: string): string {
  return path
    .replace(/\?.*$/, '')
    .replace(/:\w+(\{[^}]*\})?/g, '*')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{64}/g, '*')
    .replace(/(\/worklist\/\*)\/\w+$/, '$1/*')
    .replace(/\/reports\/[\w.]+$/, '/reports/*');
}
