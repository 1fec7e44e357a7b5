import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { freePort } from '../harness/server.ts';

/** The server as a process of its own: how it ends, and what it says when it can't begin. */

const main = resolve(import.meta.dirname, '../../server/main.ts');
let folder: string;
let port: number;
let child: ChildProcess | undefined;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'countersign-stop-'));
  port = await freePort();
});

afterEach(() => {
  child?.kill('SIGKILL');
  child = undefined;
  rmSync(folder, { recursive: true, force: true });
});

describe.each(['SIGTERM', 'SIGINT'] as const)('%s', (signal) => {
  test('during a request lets nobody in any more, finishes the request, and ends well', async () => {
    const server = start();
    await server.prints('Countersign is running');
    const body = JSON.stringify({
      what: 'new',
      setupCode: '',
      practice: { name: 'Palmetto Family Medicine', phone: '(813) 555-0100', zone: 'America/New_York' },
      administrator: { name: 'Keisha Brown', login: 'keisha', password: 'correct horse battery', pin: '271828' },
      practitioner: 'Dr. Ana Ruiz',
    });
    const request = connect(port, 'localhost');
    const answer = answerOn(request);
    request.write(
      [
        'POST /api/setup HTTP/1.1',
        `Host: localhost:${port}`,
        `Origin: http://localhost:${port}`,
        'Content-Type: application/json',
        `Content-Length: ${Buffer.byteLength(body)}`,
        'Connection: close',
        'Expect: 100-continue',
        '\r\n',
      ].join('\r\n'),
    );
    // The server has the request, and waits for its body.
    await answer.has('100 Continue');
    child?.kill(signal);
    await untilRefused(port);
    request.write(body);

    expect(await answer.whole).toContain('HTTP/1.1 200 OK');
    expect(await server.ended).toBe(0);
    expect(practices()).toEqual(['Palmetto Family Medicine']);
  });

  test('with nothing under way ends well, and at once', async () => {
    const server = start();
    await server.prints('Countersign is running');
    // A browser keeps its connection for the next request.
    const idle = connect(port, 'localhost');
    const answer = answerOn(idle);
    idle.write(`GET /api/health HTTP/1.1\r\nHost: localhost:${port}\r\n\r\n`);
    await answer.has('"status":"ok"');
    child?.kill(signal);
    expect(await server.ended).toBe(0);
    expect(await answer.whole).toContain('200 OK');
  });
});

describe('a start that can not be ends with sentences on the screen', () => {
  test('one for each mistake in the environment, and nothing is begun', async () => {
    const server = start({ PORT: 'eighty', LOG_LEVEL: 'loud' });
    expect(await server.ended).toBe(2);
    expect(server.errors()).toBe(
      'PORT must be a number from 0 to 65535, such as 8787.\nLOG_LEVEL must be error, warn, info or debug.\n',
    );
  });

  test('with what to do, when the key is damaged', async () => {
    const file = join(folder, 'damaged.key');
    writeFileSync(file, 'half a k');
    const server = start({ COUNTERSIGN_KEY_FILE: file });
    expect(await server.ended).toBe(1);
    expect(server.errors()).toBe(`The key file ${file} is damaged. Put back your copy of it and start again.\n`);
  });
});

function start(env: Record<string, string> = {}) {
  const running = spawn(process.execPath, [main], {
    env: { ...process.env, NODE_OPTIONS: '', PORT: String(port), COUNTERSIGN_DATA: folder, LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child = running;
  let output = '';
  let errors = '';
  const heard = new Set<() => void>();
  running.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    for (const listener of heard) listener();
  });
  running.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const ended = once(running, 'close').then(([code]) => code as number | null);
  return {
    ended,
    errors: () => errors,
    prints: (text: string) =>
      Promise.race([
        new Promise<void>((done) => {
          const look = () => output.includes(text) && done();
          heard.add(look);
          look();
        }),
        ended.then((code) => Promise.reject(new Error(`it ended with ${code}: ${output}${errors}`))),
      ]),
  };
}

function answerOn(socket: Socket) {
  let text = '';
  socket.setEncoding('utf8').on('data', (piece: string) => (text += piece));
  // A reset tells as much as an end: the test looks at what came before.
  socket.on('error', () => undefined);
  const whole = once(socket, 'close').then(() => text);
  return {
    whole,
    async has(wanted: string): Promise<void> {
      while (!text.includes(wanted)) await once(socket, 'data');
    },
  };
}

async function untilRefused(to: number): Promise<void> {
  for (;;) {
    const socket = connect(to, 'localhost');
    const refused = await new Promise<boolean>((done) => {
      socket.once('connect', () => done(false)).once('error', () => done(true));
    });
    socket.destroy();
    if (refused) return;
  }
}

function practices(): unknown[] {
  const database = new DatabaseSync(join(folder, 'countersign.sqlite'), { readOnly: true });
  try {
    return database
      .prepare('select name from practice')
      .all()
      .map((row) => row['name']);
  } finally {
    database.close();
  }
}
