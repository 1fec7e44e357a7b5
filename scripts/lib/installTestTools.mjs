import { runQuietly } from './child.mjs';
import { node24 } from './node24.mjs';
import { packageFile } from './paths.mjs';
import { say } from './say.mjs';
import { testTools, testToolsEnv } from './testTools.mjs';

/** Fetches what a part of the tests (or all) needs, where that can be done without asking, and says what is left out. */
export async function installTestTools(part) {
  const missing = () => missingTools().filter(({ parts }) => !part || parts.includes(part));
  if (missing().some(({ variable }) => variable === 'COUNTERSIGN_CHROMIUM')) await installPlaywrightsChromium();
  if (missing().length && canUseApt()) await installWithApt(missing());
  for (const { without } of missing()) say(without);
}

function missingTools() {
  const env = testToolsEnv();
  return testTools.filter(({ variable }) => !env[variable]);
}

async function installPlaywrightsChromium() {
  say("fetching Playwright's Chromium");
  await runQuietly(node24(), [packageFile('playwright', 'cli.js'), 'install', 'chromium'], { timeout: 180_000 });
}

function canUseApt() {
  return process.platform === 'linux' && process.getuid() === 0;
}

/** One tool at a time: a package that this system does not have must not keep the others out. */
async function installWithApt(tools) {
  say(`installing what the tests need (apt-get): ${tools.flatMap(({ packages }) => packages).join(' ')}`);
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, timeout: 600_000 };
  const patience = ['-o', 'DPkg::Lock::Timeout=60', '-o', 'Acquire::Retries=2', '-o', 'Acquire::http::Timeout=30'];
  await runQuietly('apt-get', [...patience, 'update'], options);
  for (const { packages } of tools)
    await runQuietly('apt-get', [...patience, 'install', '-y', '--no-install-recommends', ...packages], options);
}
