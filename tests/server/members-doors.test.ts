import { beforeEach, describe, expect, test } from 'vitest';
import { hash } from '@node-rs/argon2';
import { createApp } from '../../server/app.ts';
import { createChallenges } from '../../server/members/challenges.ts';
import { accessesOf, setMemberPassword } from '../../server/store/access.ts';
import type { TestApp } from '../harness/app.ts';
import { anAppEach, aPracticeWithLogin, ask, logIn, problemOf } from '../harness/app.ts';
import { aPractice, aTablet, at, type Invited, type TestPractice, type TestTablet } from '../harness/builders.ts';
import { aMember, cookieOf, home, memberPassword, signIn, work } from '../harness/members.ts';

const HOUR = 60 * 60_000;
const app = anAppEach();
// Argon2id as the server's, but for the cost.
const passwordHash = await hash(memberPassword, { memoryCost: 256, timeCost: 1, parallelism: 1 });

let practice: TestPractice;
let tablet: TestTablet;
let margaret: Invited;
let ana: Invited;

beforeEach(async () => {
  practice = await aPracticeWithLogin(app());
  tablet = await aTablet(practice);
  margaret = await aMember(app(), tablet, { email: 'margaret@example.org' });
  ana = await aMember(app(), tablet, { name: { first: 'Ana', last: 'Ruiz' }, username: 'ana.ruiz' });
  await open(practice, margaret);
  await open(practice, ana);
});

/** As after the first sign-in. */
async function open(of: TestPractice, { patient }: Invited): Promise<void> {
  const [access] = await accessesOf(of.scope, patient);
  if (!access) throw new Error('nobody can sign in');
  await setMemberPassword(of.scope, access.id, passwordHash, at);
}

async function cookieFor(handle: string): Promise<string> {
  const response = await signIn(app(), handle);
  if (response.status !== 200) throw new Error(`sign-in: ${response.status}`);
  return cookieOf(response);
}

/** All doors of a member, but for those by which one comes in. */
function memberDoors(testApp: TestApp): { method: string; path: string }[] {
  const ways = ['/api/member/activation/open', '/api/member/activation/finish', '/api/member/login'];
  const passkeys = ['/api/member/passkey/options', '/api/member/passkey/login'];
  const rest = ['/api/member/forgot', '/api/member/logout', ...passkeys];
  return createApp(testApp.deps)
    .routes.filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/member/'))
    .filter(({ path }) => !ways.includes(path) && !rest.includes(path))
    .map(({ method, path }) => ({ method, path: path.replace(':id', crypto.randomUUID()) }));
}

const bodies: Record<string, unknown> = {
  '/api/member/stop': { invitation: crypto.randomUUID(), effectiveOn: '2026-03-31', reason: '' },
  '/api/member/language': { language: 'es' },
  '/api/member/passkeys/options': {},
  '/api/member/passkeys': { response: { id: 'x' } },
  '/api/member/password': { present: 'x', password: 'another long password' },
};

describe('staff and members', () => {
  test('a staff log-in opens no door of a member, and a member none of the staff', async () => {
    const member = await cookieFor('ana.ruiz');
    const staff = await logIn(app());
    const token = (cookie: string): string => cookie.split('=')[1] ?? '';
    // As it is, and under the other's name: neither table knows the other's token.
    const asMember = [staff, `__Host-countersign-member=${token(staff)}`];
    const asStaff = [member, `__Host-countersign=${token(member)}`];
    for (const { method, path } of memberDoors(app())) {
      for (const cookie of [...asMember, undefined]) {
        const asked = { cookie, ...(method === 'GET' ? {} : { body: bodies[path] }) };
        expect((await problemOf(await ask(app(), method, path, asked))).code, path).toBe('not-logged-in');
      }
    }
    for (const path of ['/session', '/invitations', `/invitations/${ana.id}`, '/worklist', '/mails']) {
      for (const cookie of asStaff) {
        const refused = await ask(app(), 'GET', `/api/staff${path}`, { cookie });
        expect((await problemOf(refused)).code, path).toBe('not-logged-in');
      }
    }
  });

  test('there are doors to try', () => {
    expect(memberDoors(app()).length).toBeGreaterThan(6);
  });

  test('the doors of members take changes from our own page alone', async () => {
    const cookie = await cookieFor('ana.ruiz');
    for (const from of ['https://evil.example', null]) {
      const body = { language: 'es' };
      const refused = await ask(app(), 'PUT', '/api/member/language', { cookie, body, from });
      expect((await problemOf(refused)).code).toBe('wrong-origin');
    }
  });
});

describe('a log-in', () => {
  test('refuses a wrong password, an unknown name and an unopened account alike', async () => {
    await aMember(app(), tablet, { name: { first: 'Never', last: 'Opened' }, username: 'never.opened' });
    const answers = [
      await signIn(app(), 'ana.ruiz', 'not the right words'),
      await signIn(app(), 'nobody.at.all', memberPassword),
      await signIn(app(), 'never.opened', ''),
      await signIn(app(), 'never.opened', memberPassword),
    ];
    const problems = await Promise.all(answers.map(problemOf));
    expect(new Set(problems.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(problems[0]?.code).toBe('wrong-sign-in');
  });

  test('is braked after ten tries from one place, and the right password does not help then', async () => {
    for (let n = 0; n < 10; n++) await signIn(app(), 'ana.ruiz', 'wrong');
    expect((await problemOf(await signIn(app(), 'ana.ruiz'))).code).toBe('too-many-tries');
    expect((await signIn(app(), 'margaret@example.org')).status, 'others are not braked').toBe(200);
  });

  test('ends after half an hour unused, and after twelve hours however it is used', async () => {
    const cookie = await cookieFor('ana.ruiz');
    app().clock.pass(HOUR / 2 - 1);
    await home(app(), cookie);
    app().clock.pass(HOUR / 2);
    expect((await ask(app(), 'GET', '/api/member/session', { cookie })).status).toBe(401);
    const second = await cookieFor('ana.ruiz');
    for (let hours = 0; hours < 11.6; hours += 0.4) {
      app().clock.pass(0.4 * HOUR);
      await home(app(), second);
    }
    app().clock.pass(0.4 * HOUR);
    expect((await ask(app(), 'GET', '/api/member/session', { cookie: second })).status).toBe(401);
  });

  test('ends by logging out', async () => {
    const cookie = await cookieFor('ana.ruiz');
    expect((await ask(app(), 'POST', '/api/member/logout', { cookie })).status).toBe(204);
    expect((await ask(app(), 'GET', '/api/member/session', { cookie })).status).toBe(401);
  });

  test('of one name in two practices goes by the password', async () => {
    const other = await aPractice(app().store, { name: 'Other Practice' });
    const twin = await aMember(app(), await aTablet(other, 'Other iPad'), { username: 'ana.ruiz' });
    const [access] = await accessesOf(other.scope, twin.patient);
    const otherHash = await hash('quite another password', { memoryCost: 256, timeCost: 1, parallelism: 1 });
    await setMemberPassword(other.scope, access?.id ?? '', otherHash, at);
    expect(await (await signIn(app(), 'ana.ruiz')).json()).toMatchObject({ member: ana.name });
    const theirs = await signIn(app(), 'ana.ruiz', 'quite another password');
    expect(await theirs.json()).toMatchObject({ member: twin.name, practice: { name: 'Other Practice' } });
  });
});

describe('signed in, a member', () => {
  test('sees in four lines what was agreed, in both languages, with the names as they were signed', async () => {
    const { agreements } = await home(app(), await cookieFor('ana.ruiz'));
    expect(agreements).toHaveLength(1);
    const [agreed] = agreements;
    expect(agreed).toMatchObject({ invitation: ana.id, method: 'tablet', language: 'en', stop: null });
    expect(agreed?.texts['en']?.lines).toHaveLength(4);
    expect(agreed?.texts['es']?.lines).toHaveLength(4);
    expect(agreed?.texts['en']?.lines[0]).toContain(`${practice.practitioner.name} is the one practitioner who bills`);
    expect(agreed?.documentsPending).toBe(true);
  });

  test('downloads the signed consent and the receipt; nobody else does', async () => {
    await work(app(), true);
    const cookie = await cookieFor('ana.ruiz');
    const document = (await home(app(), cookie)).agreements[0]?.documents[0]?.id ?? '';
    const paths = [`/api/member/documents/${document}`, `/api/member/invitations/${ana.id}/receipt-slip`];
    for (const path of paths) {
      const own = await ask(app(), 'GET', path, { cookie });
      expect(own.status, path).toBe(200);
      expect(own.headers.get('Content-Type')).toBe('application/pdf');
      expect(own.headers.get('Cache-Control')).toBe('no-store');
      expect(own.headers.get('Content-Disposition')).not.toMatch(/ana|ruiz/i);
      expect(
        Buffer.from(await own.arrayBuffer())
          .subarray(0, 5)
          .toString(),
      ).toBe('%PDF-');
      const other = await ask(app(), 'GET', path, { cookie: await cookieFor('margaret@example.org') });
      expect((await problemOf(other)).code, path).toBe('not-found');
      expect((await ask(app(), 'GET', path)).status).toBe(401);
    }
    const letter = await ask(app(), 'GET', `/api/member/invitations/${ana.id}/stop-letter`, { cookie });
    expect((await problemOf(letter)).code, 'nothing was stopped').toBe('not-found');
  });

  test('cannot stop what another agreed to', async () => {
    const body = { invitation: margaret.id, effectiveOn: '2026-03-31', reason: '' };
    const refused = await ask(app(), 'POST', '/api/member/stop', { cookie: await cookieFor('ana.ruiz'), body });
    expect((await problemOf(refused)).code).toBe('not-found');
    expect(await app().store.db.selectFrom('stop').selectAll().execute()).toEqual([]);
  });

  test('chooses the language, which stays', async () => {
    const cookie = await cookieFor('ana.ruiz');
    const answer = await ask(app(), 'PUT', '/api/member/language', { cookie, body: { language: 'es' } });
    expect(await answer.json()).toMatchObject({ language: 'es' });
    expect(await home(app(), await cookieFor('ana.ruiz'))).toMatchObject({ language: 'es' });
    expect(await home(app(), await cookieFor('margaret@example.org'))).toMatchObject({ language: 'en' });
  });

  test('changes the password with the present one; other devices are logged out, this one is not', async () => {
    const [here, elsewhere] = [await cookieFor('ana.ruiz'), await cookieFor('ana.ruiz')];
    const change = (present: string) =>
      ask(app(), 'PUT', '/api/member/password', { cookie: here, body: { present, password: 'a new long password' } });
    expect((await problemOf(await change('not it'))).code).toBe('wrong-password');
    expect((await change(memberPassword)).status).toBe(204);
    await home(app(), here);
    expect((await ask(app(), 'GET', '/api/member/session', { cookie: elsewhere })).status).toBe(401);
    expect((await signIn(app(), 'ana.ruiz')).status).toBe(401);
    expect((await signIn(app(), 'ana.ruiz', 'a new long password')).status).toBe(200);
  });
});

describe('a passkey', () => {
  const asked = (purpose: string, cookie?: string) =>
    ask(app(), 'POST', `/api/member/${purpose}`, { body: {}, ...(cookie ? { cookie } : {}) });

  test('is asked for by the host of the page, with the finger or PIN required, and by nobody’s name', async () => {
    const options = await (await asked('passkey/options')).json();
    expect(options).toMatchObject({ rpId: 'localhost', userVerification: 'required' });
    expect(JSON.stringify(options)).not.toMatch(/ana|ruiz|margaret/i);
    const toMake = await (await asked('passkeys/options', await cookieFor('ana.ruiz'))).json();
    expect(toMake).toMatchObject({
      rp: { id: 'localhost', name: practice.name },
      user: { name: 'ana.ruiz' },
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
  });

  test('that nobody has, or that answers nothing, is refused alike', async () => {
    const cookie = await cookieFor('ana.ruiz');
    const response = { id: 'AAAA', rawId: 'AAAA', type: 'public-key', clientExtensionResults: {}, response: {} };
    for (const [path, rest] of [
      ['passkey/login', {}],
      ['passkeys', { cookie }],
    ] as const) {
      const refused = await ask(app(), 'POST', `/api/member/${path}`, { body: { response }, ...rest });
      expect((await problemOf(refused)).code, path).toBe('passkey-wrong');
    }
    const other = await ask(app(), 'POST', '/api/member/passkeys/AAAA/remove', { body: {}, cookie });
    expect((await problemOf(other)).code).toBe('not-found');
  });

  test('answers a challenge once, for what it was given for, and within five minutes', () => {
    const challenges = createChallenges(app().clock.now);
    challenges.give('one', 'ana');
    expect(challenges.take('one', 'margaret')).toBe(false);
    expect(challenges.take('one', 'ana'), 'used up by the wrong one').toBe(false);
    challenges.give('two', 'ana');
    expect(challenges.take('two', 'ana')).toBe(true);
    expect(challenges.take('two', 'ana')).toBe(false);
    challenges.give('three', 'ana');
    app().clock.pass(5 * 60_000);
    expect(challenges.take('three', 'ana')).toBe(false);
    expect(challenges.take('never', 'ana')).toBe(false);
  });
});
