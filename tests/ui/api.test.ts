import * as v from 'valibot';
import { afterEach, expect, test, vi } from 'vitest';
import { call, nothing } from '../../src/ui/api.ts';
import { problemText } from '../../src/ui/problemText.ts';

const shape = v.object({ total: v.number() });

function theServerAnswers(body: string | null, init: ResponseInit & { type?: string } = {}): typeof vi.fn {
  const headers = new Headers(init.type ? { 'content-type': init.type } : undefined);
  const fetch = vi.fn(() => Promise.resolve(new Response(body, { ...init, headers })));
  vi.stubGlobal('fetch', fetch);
  return fetch as unknown as typeof vi.fn;
}

afterEach(() => vi.unstubAllGlobals());

test('a right answer is a value', async () => {
  theServerAnswers('{"total":3}', { type: 'application/json; charset=utf-8' });
  expect(await call('GET', '/api/x', shape)).toEqual({ ok: true, value: { total: 3 } });
});

test('a log-in page of the Wi-Fi that answers 200 is not an answer', async () => {
  theServerAnswers('<!doctype html><title>Welcome to GuestNet</title>', { type: 'text/html' });
  const answer = await call('POST', '/api/x', shape, {});
  expect(answer).toEqual({ ok: false, problem: { code: 'unreadable-answer' } });
});

test('a log-in page in the place of an empty answer is not taken for one either', async () => {
  theServerAnswers('<html></html>', { type: 'text/html' });
  expect(await call('POST', '/api/x', nothing, {})).toMatchObject({ ok: false });
  theServerAnswers(null, { status: 204 });
  expect(await call('POST', '/api/x', nothing, {})).toEqual({ ok: true, value: undefined });
});

test.each([
  ['another shape', '{"total":"three"}', 'application/json'],
  ['broken JSON', '{"total":', 'application/json'],
  ['HTML that says it is JSON', '<html>', 'application/json'],
  ['JSON that says it is HTML', '{"total":3}', 'text/html'],
])('%s is not an answer', async (_what, body, type) => {
  theServerAnswers(body, { type });
  expect(await call('GET', '/api/x', shape)).toEqual({ ok: false, problem: { code: 'unreadable-answer' } });
});

test('a refusal is told with its fields and its waiting time', async () => {
  const problem = {
    type: 'urn:countersign:problem:too-many-tries',
    title: 'There were too many tries.',
    status: 429,
    code: 'too-many-tries',
    fields: [{ field: 'patient.name.last', problem: 'is empty' }],
    retryAfter: 30,
  };
  theServerAnswers(JSON.stringify(problem), { status: 429, type: 'application/problem+json' });
  const answer = await call('POST', '/api/x', shape, {});
  expect(answer).toEqual({ ok: false, problem });
  if (!answer.ok) expect(problemText(answer.problem)).toContain('30 seconds');
});

test('a refusal in words that this version does not know is not passed on as a code', async () => {
  const problem = { type: 'x', title: 'x', status: 418, code: 'teapot' };
  theServerAnswers(JSON.stringify(problem), { status: 418, type: 'application/problem+json' });
  expect(await call('GET', '/api/x', shape)).toEqual({ ok: false, problem: { code: 'unreadable-answer' } });
});

test('a bad gateway in front of a stopped server is not an answer', async () => {
  theServerAnswers('<h1>502</h1>', { status: 502, type: 'text/html' });
  expect(await call('GET', '/api/x', shape)).toEqual({ ok: false, problem: { code: 'unreadable-answer' } });
});

test('without a network that is what it says', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  expect(await call('GET', '/api/x', shape)).toEqual({ ok: false, problem: { code: 'no-network' } });
});

test('a server that never answers is given up on', async () => {
  hangingServer();
  expect(await call('GET', '/api/x', shape, undefined, { timeout: 20 })).toEqual({
    ok: false,
    problem: { code: 'no-network' },
  });
});

test('whoever asked may stop asking', async () => {
  hangingServer();
  const leaving = new AbortController();
  const answer = call('GET', '/api/x', shape, undefined, { signal: leaving.signal });
  leaving.abort();
  expect(await answer).toEqual({ ok: false, problem: { code: 'stopped' } });
});

test('JSON goes out as such, and nothing goes to another host', async () => {
  const fetch = theServerAnswers('{"total":3}', { type: 'application/json' });
  await call('POST', '/api/x', shape, { a: 1 });
  expect(fetch).toHaveBeenCalledWith(
    '/api/x',
    expect.objectContaining({
      method: 'POST',
      body: '{"a":1}',
      headers: { 'content-type': 'application/json' },
      credentials: 'same-origin',
    }),
  );
});

function hangingServer(): void {
  vi.stubGlobal(
    'fetch',
    (_path: string, { signal }: { signal: AbortSignal }) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
      }),
  );
}
