import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import { anApp, ask, problemOf, type TestApp } from '../harness/app.ts';

/** The built page, and the headers that go with every answer. */

const folder = mkdtempSync(join(tmpdir(), 'countersign-page-'));
let app: TestApp;

beforeAll(async () => {
  const dist = join(folder, 'dist');
  for (const [file, content] of Object.entries({
    'dist/index.html': '<!doctype html><title>Countersign</title>',
    'dist/sw.js': '// the worker',
    'dist/manifest.webmanifest': '{}',
    'dist/assets/main-4f2a91c.js': '// the page',
    'dist/.sources': 'a secret of the build',
    'dist/.hidden/file.txt': 'a secret of the build',
    'dist/assets/.map': 'a secret of the build',
    'secret.txt': 'a secret beside the page',
  })) {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), content);
  }
  app = await anApp({ page: dist });
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

test.each(['/', '/tablet', '/invitations/01a2-b3', '/setup?x=1.5'])('%s is the page itself', async (path) => {
  const response = await ask(app, 'GET', path);
  expect(response.status).toBe(200);
  expect(response.headers.get('Content-Type')).toMatch(/^text\/html/);
  expect(response.headers.get('Cache-Control')).toBe('no-cache');
  expect(await response.text()).toContain('<title>Countersign</title>');
});

test('files with a hash in their name are kept for ever, all others are asked for anew', async () => {
  const cacheOf = async (path: string) => (await ask(app, 'GET', path)).headers.get('Cache-Control');
  expect(await cacheOf('/assets/main-4f2a91c.js')).toBe('public, max-age=31536000, immutable');
  for (const path of ['/sw.js', '/index.html', '/manifest.webmanifest']) expect(await cacheOf(path)).toBe('no-cache');
  expect(await cacheOf('/api/health')).toBe('no-store');
  expect(await cacheOf('/api/nothing')).toBe('no-store');
});

test('a file that is not there is a problem, never the page', async () => {
  for (const path of ['/main.js', '/assets/main-0000000.js', '/favicon.png'])
    expect(await problemOf(await ask(app, 'GET', path)), path).toMatchObject({ status: 404, code: 'not-found' });
});

describe('nothing is served but the page', () => {
  test.each([
    '/.sources',
    '/.hidden/file.txt',
    '/assets/.map',
    '/%2esources',
    '/.env',
    '/.git/config',
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/..\\secret.txt',
    '//secret.txt',
  ])('not %s', async (path) => {
    const response = await ask(app, 'GET', path);
    expect(await response.text()).not.toContain('a secret');
    expect(response.status).toBe(404);
  });

  test('and to nobody who sends something to it', async () => {
    expect((await ask(app, 'POST', '/')).status).toBe(404);
  });
});

describe('on every answer', () => {
  const paths = [
    '/',
    '/sw.js',
    '/assets/main-4f2a91c.js',
    '/nothing.js',
    '/.sources',
    '/api/health',
    '/api/nothing',
    '/api/staff/session',
  ];

  test.each(paths)('%s allows only what the page needs', async (path) => {
    const { headers } = await ask(app, 'GET', path);
    const policy = Object.fromEntries(
      (headers.get('Content-Security-Policy') ?? '').split('; ').map((part) => {
        const [name = '', ...values] = part.split(' ');
        return [name, values.join(' ')];
      }),
    );
    expect(policy).toMatchObject({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'connect-src': "'self'",
      'base-uri': "'none'",
      'frame-ancestors': "'none'",
      'require-trusted-types-for': "'script'",
    });
    expect(JSON.stringify(policy)).not.toMatch(/unsafe|https?:|\*/);
    expect(Object.fromEntries(headers)).toMatchObject({
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
    const permissions = headers.get('Permissions-Policy')?.split(', ') ?? [];
    for (const feature of ['camera', 'microphone', 'geolocation']) expect(permissions).toContain(`${feature}=()`);
    expect(permissions).toContain('screen-wake-lock=(self)');
  });

  test('a browser is told to come by TLS only where it came by TLS, its own or a proxy’s', async () => {
    const hsts = 'Strict-Transport-Security';
    expect((await ask(app, 'GET', '/')).headers.get(hsts)).toBeNull();
    expect((await app.fetch(new Request('https://localhost/'))).headers.get(hsts)).toBe('max-age=31536000');
    const proxied = createApp({ ...app.deps, publicOrigin: 'https://consent.practice.example' });
    expect((await proxied.request('http://localhost:8787/')).headers.get(hsts)).toBe('max-age=31536000');
  });
});

test('a server without a built page says how to build it', () => {
  expect(() => createApp({ ...app.deps, page: folder })).toThrow(
    `There is no built page in ${folder}. Run "npm run build" first.`,
  );
});
