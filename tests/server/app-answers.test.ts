import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Patient } from '../../src/contract/people.ts';
import type { NewInvitation } from '../../server/store/invitations.ts';
import { createApp } from '../../server/app.ts';
import { anApp, aPracticeWithLogin, ask, logIn, origin, password, problemOf, type TestApp } from '../harness/app.ts';
import { aHouseholdOf, anInvitation, type TestPractice } from '../harness/builders.ts';
import { errorsIn } from '../harness/deps.ts';

/** What is answered to requests that can't be met, and what is written down about them. */

let app: TestApp;
let practice: TestPractice;
let cookie: string;

beforeAll(async () => {
  app = await anApp();
  practice = await aPracticeWithLogin(app);
  cookie = await logIn(app);
});
afterAll(() => app.close());

describe('a body that can not be taken', () => {
  test.each(['', '{', 'null', '[]', '"text"', '7', '{"login":'])(
    'such as %s is refused as unreadable',
    async (body) => {
      expect(await problemOf(await ask(app, 'POST', '/api/staff/login', { body }))).toMatchObject({
        status: 400,
        code: 'unreadable-request',
      });
    },
  );

  test('that is not called JSON is refused', async () => {
    const headers = { 'Content-Type': 'text/plain' };
    const body = JSON.stringify({ login: 'keisha', password });
    expect((await ask(app, 'POST', '/api/staff/login', { body, headers })).status).toBe(400);
  });

  test('has all its fields named that are missing, wrong or unknown', async () => {
    const invitation = anInvitation(practice, { birthDate: '1947-02-31', sex: 'neither' as never });
    const { note: _, ...rest } = aHouseholdOf(invitation);
    const body = { ...rest, contact: { ...rest.contact, phone: 'call me' }, extra: 1 };
    const problem = await problemOf(await ask(app, 'POST', '/api/staff/households', { body, cookie }));
    expect(problem).toMatchObject({ status: 400, code: 'unreadable-request' });
    expect(problem.fields?.map((one) => one.field).toSorted()).toEqual([
      'contact.phone',
      'extra',
      'members.0.patient.birthDate',
      'members.0.patient.sex',
      'note',
    ]);
    for (const field of problem.fields ?? []) expect(field.problem).toMatch(/\w/);
  });

  test.each<[string, { patient?: Partial<Patient>; wishes?: Partial<NewInvitation> }, string]>([
    ['a birth date in the future', { patient: { birthDate: '2026-03-10' } }, 'members.0.patient.birthDate'],
    ['In App without an e-mail', { wishes: { method: 'app' } }, 'members.0.method'],
    [
      'a practitioner of another practice',
      { patient: { practitioner: crypto.randomUUID() } },
      'members.0.patient.practitioner',
    ],
    ['a note with a character that no database keeps', { wishes: { note: 'a\u0000b' } }, 'note'],
  ])('as it holds %s has that field named', async (_what, { patient, wishes }, field) => {
    const body = aHouseholdOf(anInvitation(practice, patient, wishes));
    const problem = await problemOf(await ask(app, 'POST', '/api/staff/households', { body, cookie }));
    expect(problem.fields?.map((one) => one.field)).toEqual([field]);
    expect(await app.store.db.selectFrom('patient').select('id').execute()).toEqual([]);
  });
});

describe('a request that is too large', () => {
  const tooLarge = 64 * 1024 * 1024 + 1;

  test('is refused by what it says of itself', async () => {
    const response = await ask(app, 'POST', '/api/staff/login', {
      body: {},
      headers: { 'Content-Length': String(tooLarge) },
    });
    expect(await problemOf(response)).toMatchObject({ status: 413, code: 'too-large' });
  });

  test('is refused while it comes, where it says nothing', async () => {
    const piece = new Uint8Array(1024 * 1024);
    let sent = 0;
    const body = new ReadableStream({
      pull(controller) {
        controller.enqueue(piece);
        sent += piece.length;
        if (sent > 4 * tooLarge) controller.close();
      },
    });
    const init = { method: 'POST', body, duplex: 'half', headers: { Origin: origin } } as RequestInit;
    const response = await app.fetch(new Request(`${origin}/api/staff/login`, init));
    expect(await problemOf(response)).toMatchObject({ status: 413, code: 'too-large' });
    expect(sent).toBeLessThan(2 * tooLarge);
  });
});

describe('an address at which there is nothing', () => {
  test.each(['GET', 'POST', 'PUT', 'DELETE', 'PATCH'])('is answered with a problem for %s', async (method) => {
    for (const path of ['/api', '/api/', '/api/nothing', '/api/device/nothing', '/api/health/nothing', '/api//setup'])
      expect(await problemOf(await ask(app, method, path)), path).toMatchObject({ status: 404, code: 'not-found' });
  });

  test('is answered to staff too, under their own doors', async () => {
    for (const path of ['/api/staff/nothing', '/api/staff/invitations/not-an-id', '/api/staff/documents/not-an-id'])
      expect(await problemOf(await ask(app, 'GET', path, { cookie })), path).toMatchObject({ code: 'not-found' });
  });
});

describe('a failure of the server itself', () => {
  test('is a problem without a word of what went wrong inside, and is written down once for a developer', async () => {
    const broken = await anApp();
    await broken.close();
    const response = await ask(broken, 'GET', '/api/health');
    const text = await response.clone().text();
    expect(await problemOf(response)).toMatchObject({ status: 500, code: 'server-failed' });
    expect(text).not.toMatch(/sqlite|driver|destroyed|\.ts/i);
    expect(errorsIn(broken.deps)).toMatchObject([{ method: 'GET', err: { message: expect.any(String) } }]);
  });
});

test('what is refused is written down without anybody’s name, number or secret', async () => {
  app.deps.logged.length = 0;
  const secrets = [
    'margaret',
    'whitfield',
    '1947-03-09',
    '8135550142',
    'mrs-secret-login',
    'a-secret-password',
    'MRN-77',
  ];
  const body = { login: 'mrs-secret-login', password: 'a-secret-password' };
  await ask(app, 'POST', '/api/staff/login', { body });
  const person = { recordNumber: 'MRN-77', birthDate: '2999-01-01' };
  for (const wrong of [person, { sex: 'x' as never }]) {
    await ask(app, 'POST', '/api/staff/households', { body: aHouseholdOf(anInvitation(practice, wrong)), cookie });
  }
  await ask(app, 'GET', '/api/staff/invitations/whitfield', { cookie });
  expect(app.deps.logged.length).toBeGreaterThan(3);
  const written = JSON.stringify(app.deps.logged).toLowerCase();
  for (const secret of secrets) expect(written).not.toContain(secret.toLowerCase());
  expect(errorsIn(app.deps)).toEqual([]);
});

test('health says which database and version answer', async () => {
  const response = await ask(app, 'GET', '/api/health');
  expect(await response.json()).toMatchObject({ status: 'ok', database: 'sqlite', version: expect.any(String) });
});

test('the OpenAPI document names every door by its address, and what its bodies hold', async () => {
  const document = (await (await ask(app, 'GET', '/api/openapi.json')).json()) as OpenApi;
  expect(document).toMatchObject({ openapi: '3.1.0', info: { title: 'Countersign' }, servers: [{ url: '/api' }] });
  const named = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} /api${path}`),
  );
  const doors = createApp(app.deps)
    .routes.filter((route) => route.method !== 'ALL' && route.path !== '/api/openapi.json')
    .map((route) => `${route.method} ${route.path.replaceAll(/:(\w+)(?:\{[^}]*\})?/g, '{$1}')}`);
  expect(named.toSorted()).toEqual([...new Set(doors)].toSorted());
  const unlock = document.paths['/device/unlock']?.['post'];
  expect(unlock?.requestBody?.content['application/json']?.schema.required).toEqual(['staff', 'pin']);
});

type OpenApi = {
  paths: Record<
    string,
    Record<string, { requestBody?: { content: Record<string, { schema: { required: string[] } }> } }>
  >;
};
