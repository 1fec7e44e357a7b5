import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { runQuietly } from './child.mjs';
import { node24 } from './node24.mjs';
import { inRoot, packageFile } from './paths.mjs';
import { say, seconds, Stop } from './say.mjs';
import { hashOfSources } from './sources.mjs';

/** Which sources dist/ was built from. Inside dist/, so that a build by other means takes it away. */
const stamp = inRoot('dist', '.sources');

/** Builds the page unless dist/ is of these very sources. */
export async function ensurePage() {
  const wanted = hashOfSources();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  await buildPage();
}

export async function buildPage() {
  const started = Date.now();
  const hash = hashOfSources(); // before the build: a file saved meanwhile makes it stale
  const { code, output } = await runQuietly(node24(), [packageFile('vite', 'bin', 'vite.js'), 'build'], {
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (code !== 0) throw new Stop(`${output.trim()}\n\nThe page could not be built; what Vite said stands above.`);
  writeFileSync(stamp, hash);
  say(`built the page in ${seconds(started)}`);
}
