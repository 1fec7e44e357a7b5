import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { ScanTrouble } from '../../src/contract/scansApi.ts';
import type { ReaderAnswer, ReaderRequest } from './readerMessages.ts';
import type { ReadPage } from './readPage.ts';
import type { ScanKind } from './scanKind.ts';

/** Milliseconds that one page may take; the hardest one of the corpus takes four seconds. */
const LONGEST_PAGE = 60_000;
/** Milliseconds without work after which the process is let go: it has held pictures of patients' pages. */
const IDLE = 60_000;

export type Reading =
  | { ok: true; pages: number; page: (place: number) => Promise<ReadPage | undefined>; close: () => Promise<void> }
  | { ok: false; trouble: ScanTrouble };

export type ScanReader = {
  /** Opens a file. One is read at a time: others wait for its `close`. A page that can't be read is undefined. */
  open: (bytes: Uint8Array, kind: ScanKind) => Promise<Reading>;
  stop: () => Promise<void>;
};

const PROGRAM = fileURLToPath(new URL('./readerProcess.ts', import.meta.url));

/** The process that reads scans: started when it is needed, and anew where a file was too much for it. */
export function createScanReader(program = PROGRAM): ScanReader {
  let child: ChildProcess | undefined;
  let idle: NodeJS.Timeout | undefined;
  let turn: Promise<void> = Promise.resolve();

  async function ask(request: ReaderRequest): Promise<ReaderAnswer> {
    if (child && (!child.connected || child.exitCode !== null)) child = undefined;
    const asked = (child ??= startChild(program));
    const patience = new AbortController();
    const late = setTimeout(() => asked.kill('SIGKILL'), LONGEST_PAGE);
    try {
      const answered = once(asked, 'message', { signal: patience.signal });
      const ended = once(asked, 'exit', { signal: patience.signal });
      asked.send(request);
      const first = await Promise.race([
        answered.then(([answer]) => answer as ReaderAnswer),
        ended.then(() => undefined),
      ]);
      answered.catch(() => undefined);
      ended.catch(() => undefined);
      if (first) return first;
      child = undefined;
      return { ok: false, trouble: 'scan-unreadable' };
    } finally {
      clearTimeout(late);
      patience.abort();
    }
  }

  async function open(bytes: Uint8Array, kind: ScanKind): Promise<Reading> {
    const before = turn;
    let done: () => void = () => undefined;
    turn = new Promise((resolve) => (done = resolve));
    await before;
    clearTimeout(idle);
    const opened = await ask({ ask: 'open', bytes, kind });
    const pages = opened.ok && 'pages' in opened ? opened.pages : undefined;
    if (pages === undefined) {
      rest();
      done();
      return { ok: false, trouble: opened.ok ? 'scan-unreadable' : opened.trouble };
    }
    return {
      ok: true,
      pages,
      async page(place) {
        const had = child;
        const answer = await ask({ ask: 'page', place });
        // The page ended the process: the next one is asked of a new one, which has to open the file first.
        if (child !== had) await ask({ ask: 'open', bytes, kind });
        return answer.ok && 'page' in answer ? answer.page : undefined;
      },
      async close() {
        await ask({ ask: 'close' });
        rest();
        done();
      },
    };
  }

  function rest(): void {
    clearTimeout(idle);
    idle = setTimeout(end, IDLE);
    idle.unref();
  }
  function end(): void {
    child?.kill('SIGKILL');
    child = undefined;
  }

  return {
    open,
    async stop() {
      clearTimeout(idle);
      const ending = child;
      ending?.ref();
      end();
      if (ending && ending.exitCode === null && ending.signalCode === null) await once(ending, 'exit');
    },
  };
}

function startChild(program: string): ChildProcess {
  const child = fork(program, [], {
    serialization: 'advanced',
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  // Nothing waits for it: it is stopped with the server, and ends by itself where the server is gone.
  child.unref();
  child.channel?.unref();
  return child;
}
