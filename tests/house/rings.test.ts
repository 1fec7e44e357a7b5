/** The rings hold: an import that the design forbids is a type error, and one that it allows is not. */
import { execFile } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const project = path.resolve(import.meta.dirname, '../..');
const inner = ['src/domain', 'src/contract'];
const shared = [...inner, 'src/local', 'src/ui'];

/** Every ring, and the rings it may import from. */
const rings: Record<string, string[]> = {
  'src/domain': [],
  'src/contract': ['src/domain'],
  'src/local': inner,
  'src/ui': [...inner, 'src/local'],
  'src/consent': shared,
  'src/frontdesk': shared,
  'src/member': [...shared, 'src/consent'],
  'src/kiosk': [...shared, 'src/consent', 'src/frontdesk'],
  src: [...shared, 'src/consent', 'src/frontdesk', 'src/member', 'src/kiosk'],
  sw: [...inner, 'src/local'],
  server: inner,
};

/** What a ring's runtime does not have. */
const foreign: [ring: string, code: string, name: string][] = [
  ['src/domain', 'document.title', 'document'],
  ['src/domain', "fetch('/')", 'fetch'],
  ['src/domain', "import 'node:fs'", 'node:fs'],
  ['src/contract', 'document.title', 'document'],
  ['src/contract', "import 'node:crypto'", 'node:crypto'],
  ['src/local', 'window.name', 'window'],
  ['src/local', 'document.title', 'document'],
  ['src/ui', "import 'node:fs'", 'node:fs'],
  ['sw', 'window.name', 'window'],
  ['server', 'document.title', 'document'],
];

let copy: string;

/** A project of the real settings, and in each ring one file to import and one that imports all it may. */
beforeAll(() => {
  copy = mkdtempSync(path.join(tmpdir(), 'countersign-rings-'));
  symlinkSync(path.join(project, 'node_modules'), path.join(copy, 'node_modules'), 'junction');
  for (const settings of globSync('{,src/,src/*/,sw/,server/,tests/}tsconfig*.json', { cwd: project }))
    cpSync(path.join(project, settings), path.join(copy, settings));
  for (const [ring, allowed] of Object.entries(rings)) {
    write(ring, 'leaf.ts', 'export const leaf: number = 1;');
    write(ring, 'good.ts', [...allowed.map((other) => importOf(ring, other)), 'export {};'].join('\n'));
  }
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

test('every ring of the table has its settings, and every settings file is in the table', () => {
  const settings = globSync('{src,src/*,sw,server}/tsconfig.json', { cwd: project }).map((file) => path.dirname(file));
  expect(settings.toSorted()).toEqual(Object.keys(rings).toSorted());
});

test('all imports that the design allows compile', async () => {
  expect(await compile('.')).toEqual([]);
});

describe.each(Object.entries(rings))('%s', (ring, allowed) => {
  const forbidden = Object.keys(rings).filter((other) => other !== ring && !allowed.includes(other));
  const missing = foreign.filter(([each]) => each === ring);
  let errors: string[];

  beforeAll(async () => {
    for (const other of forbidden) write(ring, `bad-${label(other)}.ts`, importOf(ring, other));
    missing.forEach(([, code], index) => write(ring, `foreign-${index}.ts`, `${code};\nexport {};`));
    errors = await compile(ring);
  });

  test.each(forbidden)('can not import from %s', (other) => {
    expect(errorsIn(`bad-${label(other)}.ts`)).toMatch(
      new RegExp(`error TS6307: File '.*/${other}/leaf.ts' is not listed`),
    );
  });

  test.each(missing)('%s: "%s" is an error', (_ring, code, name) => {
    const index = missing.findIndex((each) => each[1] === code);
    expect(errorsIn(`foreign-${index}.ts`)).toContain(`'${name}'`);
  });

  test('has no other errors', () => {
    expect(errors.filter((line) => !/\/(?:bad|foreign)-[\w-]+\.ts\(/.test(line))).toEqual([]);
  });

  function errorsIn(file: string): string {
    return errors.filter((line) => line.includes(`${ring}/${file}(`)).join('\n');
  }
});

function label(ring: string): string {
  return ring.replace('/', '-');
}

function importOf(from: string, ring: string): string {
  const name = label(ring).replace(/-(.)/, (_, letter: string) => letter.toUpperCase());
  const file = `${path.posix.relative(from, ring) || '.'}/leaf.ts`;
  return `import { leaf as ${name} } from '${file.startsWith('.') ? file : `./${file}`}';\nexport const ${name}Leaf: number = ${name};`;
}

function write(ring: string, file: string, content: string): void {
  mkdirSync(path.join(copy, ring), { recursive: true });
  writeFileSync(path.join(copy, ring, file), `${content}\n`);
}

/** Compiles one ring, and those it refers to, with the project's compiler. Answers its error lines. */
function compile(ring: string): Promise<string[]> {
  const tsc = path.join(project, 'node_modules/typescript/bin/tsc');
  return new Promise((resolve) => {
    execFile(process.execPath, [tsc, '--build', '--pretty', 'false', ring], { cwd: copy }, (_failed, stdout) => {
      resolve(stdout.split('\n').filter((line) => line.includes('error TS')));
    });
  });
}
