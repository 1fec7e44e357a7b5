import { runProgram } from '../lib/child.mjs';
import { ensureDependencies } from '../lib/dependencies.mjs';
import { node24, pathWithNode24 } from '../lib/node24.mjs';

/** Makes scans and faxes from our own forms, reads them, and says how many pages found their patient. */
export default async function corpus(args) {
  await ensureDependencies();
  const env = { ...process.env, PATH: pathWithNode24() };
  return runProgram(node24(), ['tests/scans/corpusRun.ts', ...args], { env });
}
