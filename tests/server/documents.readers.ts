import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** PDF files as other programs see them: qpdf and poppler. */

export const hasQpdf = Boolean(process.env.COUNTERSIGN_QPDF);
export const hasPoppler = Boolean(process.env.COUNTERSIGN_POPPLER);

function withFile<T>(bytes: Uint8Array, use: (file: string, folder: string) => T): T {
  const folder = mkdtempSync(path.join(tmpdir(), 'countersign-pdf-'));
  try {
    const file = path.join(folder, 'document.pdf');
    writeFileSync(file, bytes);
    return use(file, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Text by pages. `marks` are the direction marks that pdftotext puts around right-to-left text. */
export function pagesOf(bytes: Uint8Array): string[] {
  const marks = /[\u202a-\u202e]/g;
  const text = withFile(bytes, (file) => execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }));
  return text.replace(marks, '').split('\f').slice(0, -1);
}

export function textOf(bytes: Uint8Array): string {
  return pagesOf(bytes).join('\n');
}

/** Without white space, so that line breaks don't matter. */
export function tight(text: string): string {
  return text.replace(/\s+/g, '');
}

/** Words with their left edge in points, as they stand on the paper. */
export function placesOf(bytes: Uint8Array, word: string): number[] {
  const html = withFile(bytes, (file) => execFileSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8' }));
  return [...html.matchAll(/<word xMin="([\d.]+)"[^>]*>([^<]*)<\/word>/g)]
    .filter(([, , text]) => text === word)
    .map(([, left]) => Number(left));
}

export function infoOf(bytes: Uint8Array): Record<string, string> {
  const text = withFile(bytes, (file) => execFileSync('pdfinfo', [file], { encoding: 'utf8' }));
  return Object.fromEntries([...text.matchAll(/^([^:\n]+):\s*(.*)$/gm)].map(([, name, value]) => [name, value]));
}

export function metadataOf(bytes: Uint8Array): string {
  return withFile(bytes, (file) => execFileSync('pdfinfo', ['-meta', file], { encoding: 'utf8' }));
}

/** The structure with its text, as a screen reader would walk it. */
export function structureOf(bytes: Uint8Array): string {
  return withFile(bytes, (file) => execFileSync('pdfinfo', ['-struct-text', file], { encoding: 'utf8' }));
}

/** Each font's line of pdffonts. */
export function fontsOf(bytes: Uint8Array): string[] {
  const text = withFile(bytes, (file) => execFileSync('pdffonts', [file], { encoding: 'utf8' }));
  return text.trim().split('\n').slice(2);
}

export function imagesOf(bytes: Uint8Array): string[] {
  const text = withFile(bytes, (file) => execFileSync('pdfimages', ['-list', file], { encoding: 'utf8' }));
  return text.trim().split('\n').slice(2);
}

/** qpdf's exit code (0 is clean) and what it said. */
export function checked(bytes: Uint8Array): { status: number | null; said: string } {
  return withFile(bytes, (file) => {
    const { status, stdout, stderr } = spawnSync('qpdf', ['--check', file], { encoding: 'utf8' });
    return { status, said: stdout + stderr };
  });
}

/** What pdfsig says of the one signature: its lines, by what stands before the colon. */
export function sealOf(bytes: Uint8Array): Record<string, string> {
  const text = withFile(bytes, (file) => execFileSync('pdfsig', [file], { encoding: 'utf8' }));
  return Object.fromEntries(
    [...text.matchAll(/^\s+- ([^:\n]+?)(?:: (.*))?$/gm)].map(([, name, value]) => [name, value ?? '']),
  );
}

/** Attached files by their names. */
export function attachmentsOf(bytes: Uint8Array): Record<string, Buffer> {
  return withFile(bytes, (file, folder) => {
    execFileSync('pdfdetach', ['-saveall', '-o', folder, file]);
    const names = readdirSync(folder).filter((name) => name !== path.basename(file));
    return Object.fromEntries(names.map((name) => [name, readFileSync(path.join(folder, name))]));
  });
}

/** The document with its streams in plain text. */
export function unpacked(bytes: Uint8Array): string {
  return withFile(bytes, (file) =>
    execFileSync('qpdf', ['--qdf', '--object-streams=disable', file, '-'], { encoding: 'latin1', maxBuffer: 1e9 }),
  );
}

export type Picture = { width: number; height: number; colourAt: (x: number, y: number) => [number, number, number] };

/** A page as a picture with one pixel a point; pages count from 1. */
export function pictureOf(bytes: Uint8Array, page: number): Picture {
  const ppm = withFile(bytes, (file, folder) => {
    const n = String(page);
    execFileSync('pdftoppm', ['-r', '72', '-f', n, '-l', n, '-singlefile', file, path.join(folder, 'page')]);
    return readFileSync(path.join(folder, 'page.ppm'));
  });
  const header = /^P6\s(\d+)\s(\d+)\s255\s/.exec(ppm.toString('latin1', 0, 40));
  if (!header) throw new Error('not a picture');
  const [all, width, height] = [header[0].length, Number(header[1]), Number(header[2])];
  const at = (offset: number): number => ppm[all + offset] ?? 255;
  return {
    width,
    height,
    colourAt(x, y) {
      const offset = 3 * (y * width + x);
      return [at(offset), at(offset + 1), at(offset + 2)];
    },
  };
}
