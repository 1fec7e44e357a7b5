import { runInForeground } from '../lib/child.mjs';
import { ensureDependencies } from '../lib/dependencies.mjs';
import { node24 } from '../lib/node24.mjs';
import { ensurePage } from '../lib/page.mjs';
import { inRoot } from '../lib/paths.mjs';

/** From a clean clone to a running server; what is there already is not done again. */
export default async function start(args) {
  await ensureDependencies();
  await ensurePage();
  return runInForeground(node24(), [inRoot('server', 'main.ts'), ...args]);
}
