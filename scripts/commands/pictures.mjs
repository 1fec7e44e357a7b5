import { runProgram } from '../lib/child.mjs';
import { ensureDependencies } from '../lib/dependencies.mjs';
import { installTestTools } from '../lib/installTestTools.mjs';
import { node24, pathWithNode24 } from '../lib/node24.mjs';
import { ensurePage } from '../lib/page.mjs';
import { packageFile } from '../lib/paths.mjs';
import { testToolsEnv } from '../lib/testTools.mjs';

/** Takes a picture of every screen, each in several ways, into .cache/pictures: to look at, and to choose from for docs. */
export default async function pictures(args) {
  await ensureDependencies();
  await installTestTools('e2e');
  await ensurePage();
  const env = { ...process.env, PATH: pathWithNode24(), ...testToolsEnv() };
  const program = packageFile('@playwright', 'test', 'cli.js');
  return runProgram(node24(), [program, 'test', '--config', 'tests/pictures/playwright.config.ts', ...args], { env });
}
