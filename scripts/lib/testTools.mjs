import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/**
 * What tests need from the machine besides npm packages: the variable that tells tests of it, the parts of `npm test`
 * that use it, the Debian packages that bring it, and what is left out without it.
 */
export const testTools = [
  {
    variable: 'COUNTERSIGN_CHROMIUM',
    parts: ['unit', 'e2e'],
    find: findChromium,
    packages: ['chromium'],
    without: 'No Chromium was found: the tests in a browser are skipped. Install one, or name it in CHROMIUM_PATH.',
  },
  {
    variable: 'COUNTERSIGN_WEBKIT',
    parts: ['webkit'],
    find: () => yes(['WebKitWebDriver', 'Xvfb', 'gcc', 'setpriv'].every(isInstalled) && hasWebKitHeaders()),
    packages: ['webkit2gtk-driver', 'xvfb', 'libwebkit2gtk-4.1-dev', 'pkg-config', 'gcc', 'libc6-dev', 'util-linux'],
    without: 'WebKitGTK was not found, or a part of what drives it: the tests in WebKit are skipped.',
  },
  {
    variable: 'COUNTERSIGN_FIREFOX',
    parts: ['firefox'],
    find: () => ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find(runs),
    packages: ['firefox-esr'],
    without: 'Firefox was not found: the tests in it are skipped. Install one, or name it in COUNTERSIGN_FIREFOX.',
  },
  {
    variable: 'COUNTERSIGN_QPDF',
    parts: ['unit', 'e2e'],
    find: () => yes(isInstalled('qpdf')),
    packages: ['qpdf'],
    without: 'qpdf was not found: the tests that check whole PDF files with it are skipped.',
  },
  {
    variable: 'COUNTERSIGN_POPPLER',
    parts: ['unit', 'e2e'],
    find: () => yes(['pdftotext', 'pdfinfo', 'pdftoppm', 'pdfsig', 'pdfdetach'].every(isInstalled)),
    packages: ['poppler-utils'],
    without: 'poppler-utils was not found: the tests that read PDF files back with it are skipped.',
  },
];

/** The environment that tells tests what is there: a path or `1`. Where a tool is missing, so is its variable. */
export function testToolsEnv() {
  const found = testTools.map(({ variable, find }) => [variable, process.env[variable] || find()]);
  return Object.fromEntries(found.filter(([, value]) => value));
}

function findChromium() {
  const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  return [process.env.CHROMIUM_PATH, ...usual, playwrightsOwn()].find((each) => each && runs(each));
}

/** Where Playwright's own Chromium is, or would be. */
function playwrightsOwn() {
  return createRequire(import.meta.url)('@playwright/test').chromium.executablePath();
}

/** Runs it: a browser whose libraries are missing is there but of no use. */
function runs(browser) {
  return spawnSync(browser, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

function isInstalled(program) {
  return (process.env.PATH || '').split(path.delimiter).some((folder) => {
    try {
      accessSync(path.join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

function hasWebKitHeaders() {
  return spawnSync('pkg-config', ['--exists', 'webkit2gtk-4.1'], { stdio: 'ignore' }).status === 0;
}

function yes(there) {
  return there ? '1' : undefined;
}
