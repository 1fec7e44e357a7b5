import { describe, expect, test } from 'vitest';
import type { SampleLogin } from '../../src/contract/staffApi.ts';
import { anAppEach, ask, logIn, origin, password, problemOf } from '../harness/app.ts';
import { allRows } from '../harness/rows.ts';

/** The first start. These tests come without a connection, and so from nobody's machine; see start.test.ts for this one's. */

const app = anAppEach();
const code = 'SETUPC0D';
const wanted = {
  what: 'new',
  setupCode: code,
  practice: { name: 'Palmetto Family Medicine', phone: '(813) 555-0100', zone: 'America/New_York' },
  administrator: { name: 'Keisha Brown', login: 'Keisha', password, pin: '271828' },
  practitioner: 'Dr. Ana Ruiz',
};

test('a new server says that it is not set up, and that it wants its code', async () => {
  expect(await (await ask(app(), 'GET', '/api/setup')).json()).toEqual({ done: false, codeNeeded: true });
});

test('with the code a practice is made, whose administrator can log in', async () => {
  const response = await setUp(wanted);
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ logins: [] });
  expect(await (await ask(app(), 'GET', '/api/setup')).json()).toMatchObject({ done: true });
  const cookie = await logIn(app(), 'keisha');
  expect(await (await ask(app(), 'GET', '/api/staff/session', { cookie })).json()).toMatchObject({
    staff: { name: 'Keisha Brown', role: 'administrator' },
    practice: { ...wanted.practice, method: 'tablet' },
    practitioners: [{ name: 'Dr. Ana Ruiz' }],
  });
});

test('the code may be typed in small letters and with spaces around', async () => {
  expect((await setUp({ ...wanted, setupCode: ' setupc0d ' })).status).toBe(200);
});

test('neither password nor PIN is kept readable', async () => {
  await setUp(wanted);
  const kept = JSON.stringify(await allRows(app().store));
  expect(kept).not.toContain(password);
  expect(kept).not.toContain('271828');
  expect(kept).toContain('$argon2id$v=19$m=65536,t=3,p=4$');
});

test('with the code the sample is loaded, and its people can log in', async () => {
  const response = await setUp({ what: 'sample', setupCode: code });
  const { logins } = (await response.json()) as { logins: SampleLogin[] };
  expect(logins.map((one) => one.role).toSorted()).toEqual(['administrator', 'front-desk', 'health-assistant']);
  const [first] = logins;
  const login = await ask(app(), 'POST', '/api/staff/login', {
    body: { login: first?.login, password: first?.password },
  });
  expect(login.status).toBe(200);
});

describe('without the right code', () => {
  test.each(['', 'WRONGC0D', 'SETUPC0', 'SETUPC0DE'])('"%s" nothing is made', async (setupCode) => {
    const before = await allRows(app().store);
    for (const body of [
      { ...wanted, setupCode },
      { what: 'sample', setupCode },
    ])
      expect(await problemOf(await setUp(body))).toMatchObject({ status: 403, code: 'setup-code-wrong' });
    expect(await allRows(app().store)).toEqual(before);
  });

  test('ten tries are the most: after them the right one has to wait too', async () => {
    for (let i = 0; i < 10; i++) expect((await setUp({ ...wanted, setupCode: `GUESS${i}` })).status).toBe(403);
    expect(await problemOf(await setUp(wanted))).toMatchObject({ status: 429, code: 'too-many-tries' });
    expect((await allRows(app().store))['practice']).toEqual([]);
  });
});

describe('a server that is set up', () => {
  test('is not set up again, whatever is asked for', async () => {
    await setUp(wanted);
    const before = await allRows(app().store);
    const other = { ...wanted, administrator: { ...wanted.administrator, login: 'mallory' } };
    for (const body of [wanted, other, { what: 'sample', setupCode: code }, { ...wanted, setupCode: 'wrong' }])
      expect(await problemOf(await setUp(body))).toMatchObject({ status: 409, code: 'setup-done' });
    expect(await allRows(app().store)).toEqual(before);
  });

  test('was set up once, also when two asked at the same moment', async () => {
    const other = { ...wanted, administrator: { ...wanted.administrator, login: 'mallory' } };
    const responses = await Promise.all([setUp(wanted), setUp(other)]);
    expect(responses.map((response) => String(response.status)).toSorted()).toEqual(['200', '409']);
    expect((await allRows(app().store))['practice']).toHaveLength(1);
  });

  test('may be tried again where the first try failed, and nothing of that one is left', async () => {
    const { now } = app().deps;
    app().deps.now = () => {
      throw new Error('the clock fell off the wall');
    };
    expect((await setUp(wanted)).status).toBe(500);
    app().deps.now = now;
    expect((await allRows(app().store))['staff']).toEqual([]);
    expect((await setUp(wanted)).status).toBe(200);
  });
});

describe('what can not be taken is named', () => {
  test.each([
    ['administrator.password', { administrator: { ...wanted.administrator, password: 'too short' } }],
    ['administrator.pin', { administrator: { ...wanted.administrator, pin: '12345' } }],
    ['administrator.login', { administrator: { ...wanted.administrator, login: 'two words' } }],
    ['practice.name', { practice: { ...wanted.practice, name: ' ' } }],
    ['practitioner', { practitioner: undefined }],
  ])('%s', async (field, differing) => {
    const problem = await problemOf(await setUp({ ...wanted, ...differing }));
    expect(problem).toMatchObject({ status: 400, code: 'unreadable-request' });
    expect(problem.fields?.map((one) => one.field)).toEqual([field]);
  });
});

function setUp(body: unknown): Promise<Response> {
  return ask(app(), 'POST', '/api/setup', { body, from: origin });
}
