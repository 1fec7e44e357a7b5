import { hash } from '@node-rs/argon2';
import { afterAll, afterEach, beforeEach } from 'vitest';
import { generateProof } from 'dpop';
import { createApp } from '../../server/app.ts';
import type { Deps } from '../../server/deps.ts';
import type { ProblemDetails } from '../../src/contract/problems.ts';
import { createDeviceDoor, type DeviceDoor } from '../../src/local/deviceDoor.ts';
import { aPractice, type TestPractice, type TestTablet } from './builders.ts';
import { aClock, aSqliteStore, depsFor, type Clock, type TestDeps, type TestStore } from './deps.ts';

/** The whole server from Request to Response, without a connection. */

export const origin = 'http://localhost:8787';

export type TestApp = {
  store: TestStore;
  deps: TestDeps;
  clock: Clock;
  fetch: (request: Request) => Promise<Response>;
  close: () => Promise<void>;
};

export async function anApp(wishes: Partial<Deps> = {}): Promise<TestApp> {
  const store = await aSqliteStore();
  const clock = aClock();
  const deps = depsFor(store, clock, { data: store.folder, ...wishes });
  const app = createApp(deps);
  return { store, deps, clock, fetch: async (request) => app.fetch(request), close: () => store.close() };
}

/** Gives each test of a file an app of its own. */
export function anAppEach(wishes: Partial<Deps> = {}): () => TestApp {
  let app: TestApp | undefined;
  beforeEach(async () => {
    app = await anApp(wishes);
  });
  afterEach(() => app?.close());
  return () => present(app);
}

/** One app for all tests of a file: for those that leave nothing behind. */
export async function anAppForAll(wishes: Partial<Deps> = {}): Promise<TestApp> {
  const app = await anApp(wishes);
  afterAll(() => app.close());
  return app;
}

function present(app: TestApp | undefined): TestApp {
  if (!app) throw new Error('there is an app only inside of tests');
  return app;
}

type Asked = { body?: unknown; cookie?: string | undefined; from?: string | null; headers?: Record<string, string> };

/** Asks as the console's page does. `from` is the page's origin: ours, unless a test says otherwise. */
export function ask(app: TestApp, method: string, path: string, asked: Asked = {}): Promise<Response> {
  const { body, cookie, from = origin, headers = {} } = asked;
  const init: RequestInit = { method, headers: { ...headers } };
  const all = init.headers as Record<string, string>;
  if (from !== null) all['Origin'] = from;
  if (cookie !== undefined) all['Cookie'] = cookie;
  if (body !== undefined) {
    all['Content-Type'] ??= 'application/json';
    init.body = typeof body === 'string' ? body : JSON.stringify(body);
  }
  return app.fetch(new Request(origin + path, init));
}

/** What a refusal says. Fails on anything that is not one. */
export async function problemOf(response: Response): Promise<ProblemDetails> {
  const type = response.headers.get('Content-Type');
  if (type !== 'application/problem+json') throw new Error(`${response.status} ${type}: ${await response.text()}`);
  const problem = (await response.json()) as ProblemDetails;
  if (problem.status !== response.status) throw new Error(`${problem.status} in the body of a ${response.status}`);
  return problem;
}

export const password = 'correct horse battery staple';
export const pin = '271828';
// Argon2id as the server's, but for the cost, which a hash carries with it: the tests are not what it slows down.
const cheap = { memoryCost: 256, timeCost: 1, parallelism: 1 };
const [passwordHash, pinHash] = await Promise.all([hash(password, cheap), hash(pin, cheap)]);

/** A practice whose one staff member can log in and unlock. */
export function aPracticeWithLogin(app: TestApp, login = 'keisha'): Promise<TestPractice> {
  return aPractice(app.store, { login, passwordHash, pinHash });
}

/** Logs in and answers the cookie to send. */
export async function logIn(app: TestApp, login = 'keisha'): Promise<string> {
  const response = await ask(app, 'POST', '/api/staff/login', { body: { login, password } });
  if (response.status !== 200) throw new Error(`log-in: ${response.status} ${await response.text()}`);
  return (response.headers.get('Set-Cookie') ?? '').split(';')[0] ?? '';
}

/** The door of a tablet as its own program uses it. */
export function doorOf(app: TestApp, { keys }: Pick<TestTablet, 'keys'>): DeviceDoor {
  return createDeviceDoor({
    keys: { signing: keys },
    origin,
    fetch: (url, init) => app.fetch(new Request(url, init)),
  });
}

type ProofWishes = { method?: string; url?: string; nonce?: string | undefined };

/** A proof by hand, for those that are not as they should be. */
export function proofOf({ keys }: Pick<TestTablet, 'keys'>, wishes: ProofWishes = {}): Promise<string> {
  const { method = 'GET', url = `${origin}/api/device/changes`, nonce } = wishes;
  return generateProof(keys, url, method, nonce);
}

/** Any answer of a tablet's door brings the nonce for the next request. */
export async function freshNonce(app: TestApp): Promise<string> {
  const response = await app.fetch(new Request(`${origin}/api/device/changes?since=0`));
  return response.headers.get('DPoP-Nonce') ?? '';
}
