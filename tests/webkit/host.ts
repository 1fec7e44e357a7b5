/** Builds host.c, the WebKitGTK window the tests drive, and says in plain words what is missing where it cannot. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** The built host's absolute path, or one sentence for a person saying why there is none. */
export type Host = { ok: true; binary: string } | { ok: false; sentence: string };

const source = fileURLToPath(new URL('host.c', import.meta.url));
const folder = fileURLToPath(new URL('../../.cache/webkit/', import.meta.url));
const library = 'webkit2gtk-4.1';
const run = promisify(execFile);

/** What must be found in PATH, and the Debian package that brings it. */
const programs: Record<string, string> = {
  Xvfb: 'xvfb',
  WebKitWebDriver: 'webkit2gtk-driver',
  gcc: 'gcc',
  'pkg-config': 'pkg-config',
  setpriv: 'util-linux',
};

function isInstalled(program: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((place) => {
    try {
      accessSync(join(place, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

function missing(what: string[], packages: string[]): Host {
  const names = new Intl.ListFormat('en').format(what);
  const verb = what.length === 1 ? 'is' : 'are';
  return { ok: false, sentence: `${names} ${verb} not installed (on Debian: apt-get install ${packages.join(' ')})` };
}

/**
 * Builds the host into .cache/webkit/ unless it is there already for this source and this WebKit version.
 * Never throws: a missing tool or a failed build comes back as a sentence.
 */
export async function buildHost(): Promise<Host> {
  if (process.platform !== 'linux') return { ok: false, sentence: 'WebKitGTK can be driven on Linux only' };
  const absent = Object.keys(programs).filter((program) => !isInstalled(program));
  if (absent.length > 0)
    return missing(
      absent,
      absent.map((program) => programs[program] ?? program),
    );

  const version = await run('pkg-config', ['--modversion', library]).then(
    ({ stdout }) => stdout.trim(),
    () => undefined,
  );
  if (!version) return missing([`the development package of ${library}`], [`lib${library}-dev`]);

  const stamp = createHash('sha256').update(readFileSync(source)).update(version).digest('hex').slice(0, 16);
  const binary = join(folder, `host-${stamp}`);
  if (existsSync(binary)) return { ok: true, binary };
  return compile(binary);
}

async function compile(binary: string): Promise<Host> {
  mkdirSync(folder, { recursive: true });
  const older = readdirSync(folder).filter((name) => /^host-[0-9a-f]{16}$/.test(name));
  const unfinished = `${binary}.${process.pid}`; // several test files may build at once; the rename is atomic
  try {
    const { stdout } = await run('pkg-config', ['--cflags', '--libs', library]);
    const flags = stdout.trim().split(/\s+/);
    await run('gcc', ['-O1', '-Wall', '-Werror=implicit-function-declaration', '-o', unfinished, source, ...flags]);
    renameSync(unfinished, binary);
    for (const name of older) rmSync(join(folder, name), { force: true });
    return { ok: true, binary };
  } catch (error) {
    rmSync(unfinished, { force: true });
    const detail = error instanceof Error ? error.message.trim() : String(error);
    return { ok: false, sentence: `host.c did not build for ${library}: ${detail}` };
  }
}
