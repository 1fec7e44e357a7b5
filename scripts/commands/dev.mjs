import { runInForeground } from '../lib/child.mjs';
import { ensureDependencies } from '../lib/dependencies.mjs';
import { node24 } from '../lib/node24.mjs';
import { inRoot, packageFile } from '../lib/paths.mjs';
import { say } from '../lib/say.mjs';

/** The page with reload, and behind it the server, started anew when a file of it changes. When one ends, so does the other. */
export default async function dev(args) {
  await ensureDependencies();
  const port = Number(process.env.PORT || 5173);
  const apiPort = String(port + 1);
  const vite = [packageFile('vite', 'bin', 'vite.js'), '--port', String(port), '--strictPort', '--logLevel', 'warn'];
  const server = ['--watch', inRoot('server', 'main.ts'), ...args];

  const ending = new AbortController();
  const run = (program, env) =>
    runInForeground(node24(), program, { env: { ...process.env, ...env }, signal: ending.signal });
  const running = [run(vite, { COUNTERSIGN_API_PORT: apiPort }), run(server, { PORT: apiPort })];
  say(`open http://localhost:${port}`);
  const code = await Promise.race(running);
  ending.abort();
  return code;
}
