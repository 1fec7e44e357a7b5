import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

/** The colour tokens against WCAG: 7:1 for what is read (1.4.6), 3:1 for the lines of controls (1.4.11). */

const css = readFileSync(resolve(import.meta.dirname, '../../src/ui/styles/tokens.css'), 'utf8');
const [lightPart, darkPart] = css.split('@media (prefers-color-scheme: dark)');
const light = colours(lightPart ?? '');
const schemes = { light, dark: { ...light, ...colours(darkPart ?? '') } };

function colours(part: string): Record<string, string> {
  return Object.fromEntries([...part.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]));
}

const papers = ['paper', 'surface', 'sunk'];
const text: [string, string[]][] = [
  ['ink', [...papers, 'accent-wash', 'danger-wash']],
  ['ink-soft', papers],
  ['accent', [...papers, 'accent-wash']],
  ['danger', [...papers, 'danger-wash']],
  ['on-accent', ['accent', 'accent-strong']],
  ['on-danger', ['danger', 'danger-strong']],
];

describe.each(Object.entries(schemes))('in the %s scheme', (_name, scheme) => {
  test.each(text)('%s can be read on every ground it stands on', (ink, grounds) => {
    for (const ground of grounds) expect(ratio(scheme[ink], scheme[ground]), ground).toBeGreaterThanOrEqual(7);
  });

  test('the lines of controls and the focus ring can be seen', () => {
    for (const ground of papers) {
      expect(ratio(scheme['line-strong'], scheme[ground]), ground).toBeGreaterThanOrEqual(3);
      expect(ratio(scheme['focus'], scheme[ground]), ground).toBeGreaterThanOrEqual(3);
    }
  });
});

function ratio(one: string | undefined, other: string | undefined): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(hex: string | undefined): number {
  if (!hex) throw new Error('a token is missing');
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
