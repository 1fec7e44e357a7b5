import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { packageFile } from './paths.mjs';
import { Stop } from './say.mjs';

/** node:sqlite, type stripping and navigator.locks as the server uses them. Keep in step with package.json's engines. */
const floor = [24, 11];

/** The Node to run everything with: the one installed with the dependencies, else this one if it is new enough. */
export function node24() {
  const installed = installedNode();
  if (installed && isNewEnough(versionOf(installed))) return installed;
  if (isNewEnough(process.versions.node)) return process.execPath;
  throw new Stop(
    `Countersign runs on Node ${floor.join('.')} or newer. This is ${process.version}, and none came with the dependencies ` +
      `for ${process.platform}-${process.arch}. Install Node 24 from nodejs.org and try again.`,
  );
}

/** For a child that starts `node` itself: the same Node, and the programs of node_modules. */
export function pathWithNode24() {
  return [path.dirname(node24()), packageFile('.bin'), process.env.PATH].join(path.delimiter);
}

function installedNode() {
  const system = { linux: 'linux', win32: 'win' }[process.platform];
  const file = packageFile(`node-${system}-${process.arch}`, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return existsSync(file) ? file : undefined;
}

/** Asks the binary: one built for another C library is there but does not run. */
function versionOf(binary) {
  const { stdout } = spawnSync(binary, ['--version'], { encoding: 'utf8' });
  return (stdout || 'v0').trim().slice(1);
}

function isNewEnough(version) {
  const [major, minor = 0] = version.split('.').map(Number);
  return major > floor[0] || (major === floor[0] && minor >= floor[1]);
}
