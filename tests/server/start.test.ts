import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi, type MockInstance } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { startServer, type RunningServer } from '../../server/startServer.ts';

/** Starting on a real port, with the built page (`npm run build`), and each way that it can't. */

const wanted = {
  what: 'new',
  setupCode: '',
  practice: { name: 'Palmetto Family Medicine', phone: '(813) 555-0100', zone: 'America/New_York' },
  administrator: { name: 'Keisha Brown', login: 'keisha', password: 'correct horse battery', pin: '271828' },
  practitioner: 'Dr. Ana Ruiz',
};

let folder: string;
let printed: MockInstance<typeof console.log>;
let running: RunningServer[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'countersign-start-'));
  printed = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  running = [];
});

afterEach(async () => {
  printed.mockRestore();
  for (const server of running) await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('a first start', () => {
  test('tells where it is, where the data is, and the set-up code', async () => {
    const { url } = await start();
    const greeting = String(printed.mock.calls[0]?.[0]);
    expect(greeting).toContain(`Countersign is running at ${url}`);
    expect(greeting).toContain(`Data: ${folder} (SQLite)`);
    expect(greeting).toMatch(/Set-up code, asked for from another machine: [0-9A-Z]{8}\n/);
    expect(greeting).toContain('Only this machine can reach it.');
  });

  test('is set up from this machine without the code, and the next start has no code any more', async () => {
    const first = await start();
    expect(await setupState(first)).toEqual({ done: false, codeNeeded: false });
    expect((await setUp(first, wanted)).status).toBe(200);
    await first.stop();
    running = [];
    printed.mockClear();
    const second = await start();
    expect(await setupState(second)).toMatchObject({ done: true });
    expect(String(printed.mock.calls[0]?.[0])).not.toContain('Set-up code');
  });

  test.each<[string, Record<string, string>]>([
    ['X-Forwarded-For', { 'X-Forwarded-For': '203.0.113.9' }],
    ['Forwarded', { Forwarded: 'for=203.0.113.9' }],
    ['both, one of them empty', { Forwarded: '', 'X-Forwarded-For': '203.0.113.9' }],
    ['X-Forwarded-For, claiming to be this machine', { 'X-Forwarded-For': '127.0.0.1' }],
  ])('wants the code from whoever a proxy passed on, by %s', async (_how, headers) => {
    const server = await start();
    expect(await setupState(server, headers)).toEqual({ done: false, codeNeeded: true });
    const refused = await setUp(server, wanted, headers);
    expect([refused.status, await refused.json()]).toMatchObject([403, { code: 'setup-code-wrong' }]);
    const setupCode = /another machine: (\w{8})/.exec(String(printed.mock.calls[0]?.[0]))?.[1];
    expect((await setUp(server, { ...wanted, setupCode }, headers)).status).toBe(200);
  });
});

describe('a start that can not be is told in a sentence', () => {
  test('when the port is in use', async () => {
    const other = createServer().listen(0, 'localhost');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    try {
      await expect(start({ PORT: String(port) })).rejects.toThrow(
        `Port ${port} is in use by another program. Stop that one, or choose another port: PORT=8788 npm start`,
      );
    } finally {
      other.close();
    }
  });

  test('when a TLS file is not there', async () => {
    const file = join(folder, 'cert.pem');
    await expect(start({ COUNTERSIGN_TLS_CERT: file, COUNTERSIGN_TLS_KEY: file })).rejects.toThrow(
      `The TLS file ${file} is not there. Check COUNTERSIGN_TLS_CERT and COUNTERSIGN_TLS_KEY.`,
    );
  });

  test('when the database can not be opened', async () => {
    mkdirSync(join(folder, 'countersign.sqlite'));
    await expect(start()).rejects.toThrow(`The database in the folder ${folder} could not be opened.`);
  });

  test('when PostgreSQL does not answer', async () => {
    await expect(start({ DATABASE_URL: 'postgres://nobody@localhost:1/nothing' })).rejects.toThrow(
      'The database at DATABASE_URL could not be opened.',
    );
  });

  test('when the key is missing, damaged, or of other data', async () => {
    const server = await start();
    await setUp(server, wanted);
    await server.stop();
    running = [];
    const file = join(folder, 'keys', 'master.key');
    const elsewhere = join(folder, 'elsewhere.key');
    await expect(start({ COUNTERSIGN_KEY_FILE: elsewhere })).rejects.toThrow(`The key file ${elsewhere} is missing`);
    writeFileSync(file, `${Buffer.alloc(32, 'of other data').toString('base64url')}\n`);
    await expect(start()).rejects.toThrow(`The key in ${file} is not the one that this data was kept with.`);
    writeFileSync(file, 'half a k');
    await expect(start()).rejects.toThrow(`The key file ${file} is damaged.`);
  });
});

async function start(env: Record<string, string> = {}): Promise<RunningServer> {
  const read = readConfig({ PORT: '0', COUNTERSIGN_DATA: folder, LOG_LEVEL: 'error', ...env });
  if (!read.ok) throw new Error(read.sentences.join(' '));
  const server = await startServer(read.config, { sample: false });
  running.push(server);
  return server;
}

async function setupState({ url }: RunningServer, headers: Record<string, string> = {}): Promise<unknown> {
  return (await fetch(`${url}/api/setup`, { headers })).json();
}

function setUp({ url }: RunningServer, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  const all = { ...headers, 'Content-Type': 'application/json', Origin: url };
  return fetch(`${url}/api/setup`, { method: 'POST', headers: all, body: JSON.stringify(body) });
}
