import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { root } from './paths.mjs';

/** Runs a program in the project's folder. Resolves to its exit code, 127 where it can't be started. */
export function runProgram(program, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], ...options });
    if (options.started) options.started(child);
    child.on('error', () => resolve(127));
    child.on('exit', (code, signal) => resolve(signal ? 128 + constants.signals[signal] : code));
  });
}

/** Runs a program quietly. Resolves to its exit code and all it said. */
export async function runQuietly(program, args, options = {}) {
  const said = [];
  const code = await runProgram(program, args, {
    ...options,
    stdio: ['ignore', 'pipe', 'pipe'],
    started(child) {
      child.stdout.on('data', (part) => said.push(part));
      child.stderr.on('data', (part) => said.push(part));
    },
  });
  return { code, output: Buffer.concat(said).toString() };
}

/** Runs a program in the foreground: what would end this process ends the child, and the child's exit code is the answer. */
export function runInForeground(program, args, options = {}) {
  return runProgram(program, args, { stdio: 'inherit', ...options, started: endTogether });
}

/** Passes the first signal on, and only that: a second one may read as "now, without a clean end". */
function endTogether(child) {
  let passed = false;
  const pass = (signal) => {
    if (!passed) child.kill(signal);
    passed = true;
  };
  process.on('SIGTERM', () => pass('SIGTERM'));
  process.on('SIGHUP', () => pass('SIGTERM')); // the terminal was closed
  // At a terminal, Ctrl-C reaches the child by itself.
  process.on('SIGINT', () => process.stdin.isTTY || pass('SIGINT'));

  // npm passes a signal to its shell, which dies of it and leaves this process behind, with another parent.
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || pass('SIGTERM'), 300).unref();
}
