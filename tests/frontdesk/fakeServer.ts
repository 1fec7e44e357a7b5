import { onTestFinished, vi } from 'vitest';
import type { CertificateAnswer } from '../../src/contract/certificateApi.ts';
import { PROBLEMS, type ProblemCode, type ProblemDetails } from '../../src/contract/problems.ts';
import type { Session } from '../../src/contract/staffApi.ts';
import { aSession } from './builders.ts';

/** A server made of a table of doors, in the place of `fetch`: the network is the one thing these tests fake. */

export type Asked = { door: string; path: string; body: unknown };
type Reply = Response | Error;
type Door = (asked: Asked) => unknown;

/** For doors that refuse, or that answer something else than JSON. */
export function refusal(code: ProblemCode, more: Partial<ProblemDetails> = {}): Response {
  const status = PROBLEMS[code];
  const body = { type: `urn:countersign:problem:${code}`, title: code, status, code, ...more };
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/problem+json' } });
}

export const noNetwork = new TypeError('Failed to fetch');
export const captivePortal = (): Response =>
  new Response('<html>Welcome to GuestNet</html>', { status: 200, headers: { 'content-type': 'text/html' } });
export const done = (): Response => new Response(null, { status: 204 });

/** `doors` by method and path without query, such as `GET /api/staff/invitations`; ids are written `:id`. */
export function fakeServer(doors: Record<string, Door> = {}) {
  const asked: Asked[] = [];
  const all: Record<string, Door> = { ...loggedIn(aSession()), ...doors };
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    const door = `${init.method} ${path.replace(/\?.*/, '').replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')}`;
    const entry: Asked = { door, path, body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined };
    asked.push(entry);
    const answer = await all[door]?.(entry);
    if (answer instanceof Error) throw answer;
    if (answer === undefined) throw new Error(`the fake server has no door ${door}`);
    return (answer instanceof Response ? answer : json(answer)) satisfies Reply;
  });
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  return {
    asked: (door: string): Asked[] => asked.filter((one) => one.door === door),
    /** Changes what a door does from now on. */
    nowAt(door: string, reply: Door): void {
      all[door] = reply;
    },
  };
}

/** What documents are sealed with before the practice brings a certificate. */
export const ownCertificate: CertificateAnswer = {
  kind: 'own',
  subject: 'Bayside Family Practice',
  issuer: 'Bayside Family Practice',
  validUntil: '2036-03-09T15:00:00.000Z',
  fingerprint: '0f'.repeat(32),
  givenRanOut: false,
};

export function loggedIn(session: Session): Record<string, Door> {
  return {
    'GET /api/staff/session': () => session,
    'POST /api/staff/login': () => session,
    'POST /api/staff/logout': done,
    'GET /api/staff/invitations': () => ({ invitations: [], total: 0 }),
    'GET /api/staff/devices': () => ({ devices: [] }),
    'GET /api/staff/certificate': () => ownCertificate,
  };
}

export const loggedOut: Record<string, Door> = {
  'GET /api/staff/session': () => refusal('not-logged-in'),
  'GET /api/setup': () => ({ done: true, codeNeeded: false }),
};

function json(value: unknown): Response {
  return new Response(JSON.stringify(value), { status: 200, headers: { 'content-type': 'application/json' } });
}
