import { runQuietly } from '../lib/child.mjs';
import { ensureDependencies } from '../lib/dependencies.mjs';
import { node24 } from '../lib/node24.mjs';
import { packageFile } from '../lib/paths.mjs';
import { say, seconds } from '../lib/say.mjs';

const checks = [
  ['types', packageFile('typescript', 'bin', 'tsc'), '--build'],
  ['lint', packageFile('oxlint', 'bin', 'oxlint')],
  ['format', packageFile('oxfmt', 'bin', 'oxfmt'), '--check'],
  ['dead code', packageFile('knip', 'bin', 'knip.js')],
];

/** Types, lint, format and dead code, all at once. Only what failed says more than its time. */
export default async function check() {
  await ensureDependencies();
  const passed = await Promise.all(checks.map(([name, ...args]) => passes(name, args)));
  return passed.every(Boolean) ? 0 : 1;
}

async function passes(name, args) {
  const started = Date.now();
  const { code, output } = await runQuietly(node24(), args);
  if (code !== 0) console.log(output.trim());
  say(`${name}: ${code === 0 ? 'good' : 'FAILED'} (${seconds(started)})`);
  return code === 0;
}
