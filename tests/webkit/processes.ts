/** The processes a test starts: a free port for them, their descendants, and their certain end. Linux only (/proc). */
import { type ChildProcess, spawn, type StdioOptions } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { basename } from 'node:path';
import { until } from './until.ts';

/** From util-linux: asks the kernel for a signal when the parent dies, then becomes the program. */
const guard = 'setpriv';

export type Program = ChildProcess & { pid: number };

/**
 * Starts a program in a process group of its own. The kernel kills it when this process dies, however that happens,
 * so a stopped test run leaves nothing behind.
 */
export function startProgram(
  program: string,
  args: string[],
  { env = {}, stdio = 'ignore' }: { env?: Record<string, string>; stdio?: StdioOptions } = {},
): Program {
  const child = spawn(guard, ['--pdeathsig', 'KILL', '--', program, ...args], {
    detached: true,
    env: { ...process.env, ...env },
    stdio,
  });
  child.on('error', () => {}); // a failed start shows as `pid` missing
  if (child.pid === undefined) throw new Error(`${program} could not be started.`);
  return child as Program;
}

/** A TCP port on 127.0.0.1 that was free a moment ago. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address && typeof address === 'object') resolve(address.port);
        else reject(new Error('No TCP port was given.'));
      });
    });
  });
}

interface Entry {
  pid: number;
  parent: number;
  /** True of a process that has ended but was not collected by its parent yet. */
  ended: boolean;
}

function readEntry(pid: number): Entry | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the name in brackets and may hold anything; what follows it is regular.
    const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { pid, parent: Number(parent), ended: state === 'Z' || state === 'X' };
  } catch {
    return undefined; // it ended while we looked
  }
}

function programOf(pid: number): string {
  try {
    return basename(readlinkSync(`/proc/${pid}/exe`));
  } catch {
    return '';
  }
}

/** The ids of all processes that descend from `ancestor` and run still; with `program`, only those of that file name. */
export function descendants(ancestor: number, program?: string): number[] {
  const entries = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readEntry(Number(name)) ?? []);
  const family = new Set([ancestor]);
  for (let before = 0; before !== family.size;) {
    before = family.size;
    for (const entry of entries) if (family.has(entry.parent)) family.add(entry.pid);
  }
  return entries
    .filter((entry) => entry.pid !== ancestor && family.has(entry.pid) && !entry.ended)
    .filter((entry) => program === undefined || programOf(entry.pid) === program)
    .map((entry) => entry.pid);
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended already, which is what was wanted.
  }
}

/** Resolves when none of the processes runs any more. */
export async function waitEnded(pids: number[]): Promise<void> {
  const allEnded = () => pids.every((pid) => readEntry(pid)?.ended ?? true) || undefined;
  await until(`processes ${pids.join(', ')} to end`, allEnded);
}

/** Sends SIGKILL to each process and resolves when none of them runs any more. */
export async function killProcesses(pids: number[]): Promise<void> {
  for (const pid of pids) signal(pid, 'SIGKILL');
  await waitEnded(pids);
}

/** SIGKILL at one stroke to a program begun with startProgram and all it started; resolves when none runs any more. */
export async function killFamily(root: Program): Promise<void> {
  const family = [root.pid, ...descendants(root.pid)];
  signal(-root.pid, 'SIGKILL');
  await killProcesses(family);
}
