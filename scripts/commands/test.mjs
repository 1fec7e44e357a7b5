import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runProgram, runQuietly } from '../lib/child.mjs';
import { ensureDependencies } from '../lib/dependencies.mjs';
import { installTestTools } from '../lib/installTestTools.mjs';
import { node24, pathWithNode24 } from '../lib/node24.mjs';
import { ensurePage } from '../lib/page.mjs';
import { inWords, sum } from '../lib/reports.mjs';
import { runners } from '../lib/runners.mjs';
import { say, seconds } from '../lib/say.mjs';
import { testToolsEnv } from '../lib/testTools.mjs';

const parts = ['unit', 'e2e', 'webkit', 'firefox'];

/** `npm test [-- unit|e2e|webkit|firefox] [filter]`. Its last line counts the tests of all runners. */
export default async function test([first, ...others]) {
  const [part, filter] = parts.includes(first) ? [first, others] : [undefined, [first, ...others].filter(Boolean)];
  await ensureDependencies();
  await installTestTools(part);
  await ensurePage();

  const env = { ...process.env, PATH: pathWithNode24(), ...testToolsEnv() };
  const counts = [];
  for (const runner of runners.filter((each) => !part || each.part === part)) {
    const can = !runner.needs || env[runner.needs];
    counts.push(can ? await runTests(runner, filter, env) : await skipTests(runner, filter, env));
  }

  const all = sum(counts);
  if (all.passed + all.failed === 0) say('No test ran, which is not a pass.');
  console.log(inWords(all));
  return all.failed || !all.passed ? 1 : 0;
}

async function runTests({ name, report, run }, filter, env) {
  const started = Date.now();
  clear(report);
  const code = await runProgram(node24(), [...run.args, ...filter], { env });
  const counts = countOrCrash(() => run.count(report));
  // Ended badly with every test passed: an error between tests, or a runner that broke. Never a pass.
  if (code !== 0 && !counts.failed) counts.failed = 1;
  say(`${name}: ${inWords(counts)} (${seconds(started)})`);
  return counts;
}

/** What can't run here is counted, so that it is seen. */
async function skipTests({ name, report, list }, filter, env) {
  clear(report);
  await runQuietly(node24(), [...list.args, ...filter], { env });
  const counts = countOrCrash(() => ({ passed: 0, failed: 0, skipped: list.count(report) }));
  say(`${name}: ${inWords(counts)}`);
  return counts;
}

function countOrCrash(count) {
  try {
    return count();
  } catch (problem) {
    say(problem.message);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/** A report of an earlier run must not be counted again. */
function clear(report) {
  mkdirSync(path.dirname(report), { recursive: true });
  rmSync(report, { force: true });
}
