import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runQuietly } from './child.mjs';
import { inRoot, packageFile } from './paths.mjs';
import { say, Stop } from './say.mjs';

/** The lockfile that node_modules was installed from, by its hash. Inside node_modules, so that both go together. */
const stamp = packageFile('.countersign-lock');
const lockfile = inRoot('package-lock.json');

/** Installs what the lockfile names, unless that is there already. */
export async function ensureDependencies() {
  const wanted = hashOf(lockfile);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  if (!installedByHand()) await install();
  writeFileSync(stamp, wanted);
}

function hashOf(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

/** npm leaves its own record: one newer than the lockfile means somebody ran `npm ci` or `npm install` since. */
function installedByHand() {
  const record = packageFile('.package-lock.json');
  return existsSync(record) && statSync(record).mtimeMs >= statSync(lockfile).mtimeMs;
}

async function install() {
  say('installing the dependencies (npm ci); the first time takes a minute or two');
  // Development dependencies too, whatever NODE_ENV says: Vite builds the page.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const windows = process.platform === 'win32';
  const { code, output } = await runQuietly(windows ? 'npm.cmd' : 'npm', args, {
    env: { ...process.env, PATH: pathWithoutOurOwn() },
    shell: windows,
  });
  if (code === 0) return;
  if (code === 127)
    throw new Stop('npm was not found. It comes with Node: install Node from nodejs.org and try again.');
  throw new Stop(`${output.trim()}\n\n${reason(output)}`);
}

/** npm ci empties node_modules, so it must not run on a Node that lives there. */
function pathWithoutOurOwn() {
  const ours = packageFile('.bin');
  return (process.env.PATH || '')
    .split(path.delimiter)
    .filter((folder) => path.resolve(folder) !== ours)
    .join(path.delimiter);
}

function reason(output) {
  if (/ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|ENETUNREACH|ERR_SOCKET_TIMEOUT|network/.test(output))
    return 'The dependencies could not be downloaded. Check the network (or the proxy and registry npm is set to) and try again.';
  if (/ENOSPC/.test(output)) return 'The disk is full: the dependencies need about 1 GB. Make room and try again.';
  if (/EACCES|EPERM/.test(output))
    return 'npm may not write here. Check who owns this folder, and that no other program has node_modules open.';
  return 'npm ci failed; what it said stands above.';
}
