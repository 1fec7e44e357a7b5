import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { SampleLogin } from '../../src/contract/staffApi.ts';

/** A real server of its own for one test: own port, own data, the sample practice in it. */
export type TestServer = {
  url: string;
  data: string;
  login: (role: SampleLogin['role']) => SampleLogin;
  /** Ends it in good order, or as a power cut would. */
  stop: (signal?: 'SIGTERM' | 'SIGKILL') => Promise<void>;
  /** Starts it again on the same port and data. */
  start: () => Promise<void>;
  /** Reads the database beside the running server. */
  query: <Row>(sql: string, ...values: string[]) => Row[];
  close: () => Promise<void>;
};

const root = resolve(import.meta.dirname, '..', '..');

export async function startServer(env: Record<string, string> = {}, { sample = true } = {}): Promise<TestServer> {
  const data = mkdtempSync(join(tmpdir(), 'countersign-test-'));
  const port = await freePort();
  let running: ChildProcess | undefined;

  async function start(): Promise<void> {
    running = spawn(process.execPath, [join(root, 'server', 'main.ts'), ...(sample ? ['--sample'] : [])], {
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        // Halves the time that a start takes (warmUp.ts).
        NODE_COMPILE_CACHE: join(root, '.cache', 'node'),
        PORT: String(port),
        COUNTERSIGN_DATA: data,
        LOG_LEVEL: 'error',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await printed(running, sample ? 'Sample practice' : 'Countersign is running');
  }

  async function stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    const ending = running;
    running = undefined;
    if (!ending || ending.exitCode !== null) return;
    const ended = once(ending, 'exit');
    ending.kill(signal);
    await ended;
  }

  await start();
  return {
    url: `http://localhost:${port}`,
    data,
    login(role) {
      const logins = JSON.parse(readFileSync(join(data, 'sample-logins.json'), 'utf8')) as SampleLogin[];
      const found = logins.find((one) => one.role === role);
      if (!found) throw new Error(`the sample has nobody who is ${role}`);
      return found;
    },
    stop,
    start,
    query: <Row>(sql: string, ...values: string[]) => {
      const database = new DatabaseSync(join(data, 'countersign.sqlite'), { readOnly: true });
      try {
        return database.prepare(sql).all(...values) as Row[];
      } finally {
        database.close();
      }
    },
    async close() {
      await stop('SIGKILL');
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** Waits until the program has printed a text; fails when it ends before. */
function printed(program: ChildProcess, text: string): Promise<void> {
  return new Promise((done, failed) => {
    let output = '';
    program.stdout?.setEncoding('utf8').on('data', (piece: string) => {
      output += piece;
      if (output.includes(text)) done();
    });
    program.once('exit', (code) =>
      failed(new Error(`the server ended with ${code} before it printed "${text}": ${output}`)),
    );
  });
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
