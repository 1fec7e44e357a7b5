import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { en as consentEn } from '../../src/consent/text/en.ts';
import { es as consentEs } from '../../src/consent/text/es.ts';
import { PROBLEMS } from '../../src/contract/problems.ts';
import { en as frontdeskEn } from '../../src/frontdesk/text/en.ts';
import { es as frontdeskEs } from '../../src/frontdesk/text/es.ts';
import { en as kioskEn } from '../../src/kiosk/text/en.ts';
import { es as kioskEs } from '../../src/kiosk/text/es.ts';
import { en as memberEn } from '../../src/member/account/text/en.ts';
import { es as memberEs } from '../../src/member/account/text/es.ts';
import { en as uiEn } from '../../src/ui/text/en.ts';
import { es as uiEs } from '../../src/ui/text/es.ts';

const root = resolve(import.meta.dirname, '../..');

/** Every leaf of a catalogue by its path; functions are called with words that would show a forgotten parameter. */
function leaves(words: object, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(words) as [string, unknown][]) {
    const here = path ? `${path}.${key}` : key;
    if (typeof value === 'string') found.set(here, value);
    else if (typeof value === 'function')
      found.set(here, String((value as (...args: unknown[]) => string | string[])(2, 3, 4)));
    else for (const [inner, text] of leaves(value as object, here)) found.set(inner, text);
  }
  return found;
}

/** Words that are the same in both languages. */
const alike = new Set(['errorMark', 'documentTitle', 'setup.pinShort', 'scans.page.settled']);

describe.each([
  ['ui', uiEn, uiEs],
  ['frontdesk', frontdeskEn, frontdeskEs],
  ['consent', consentEn, consentEs],
  ['kiosk', kioskEn, kioskEs],
  ['member', memberEn, memberEs],
] as const)('the words of %s', (_ring, en, es) => {
  const [english, spanish] = [leaves(en), leaves(es)];

  test('are there in both languages', () => {
    expect([...spanish.keys()].toSorted()).toEqual([...english.keys()].toSorted());
  });

  test('say something', () => {
    for (const [path, text] of [...english, ...spanish]) {
      expect(text.trim(), path).not.toBe('');
      expect(text, path).not.toMatch(/undefined|null|\[object/);
    }
  });

  test('are translated', () => {
    const untranslated = [...english].filter(([path, text]) => spanish.get(path) === text && !alike.has(path));
    expect(untranslated).toEqual([]);
  });

  test('use their parameters in both languages', () => {
    for (const [path, text] of english) {
      const numbers = (from: string): string => (from.match(/[234]/g) ?? []).toSorted().join();
      expect(numbers(spanish.get(path) ?? ''), path).toBe(numbers(text));
    }
  });
});

test('every problem has a sentence that ends, and says more than a code', () => {
  for (const code of Object.keys(PROBLEMS) as (keyof typeof PROBLEMS)[]) {
    for (const words of [uiEn, uiEs]) {
      expect(words.problems[code]).toMatch(/[.]$/);
      expect(words.problems[code]).not.toContain(code);
    }
  }
});

test('no component has words for people in itself', () => {
  const files = globSync('src/{ui,frontdesk,consent,kiosk,member}/**/*.tsx', { cwd: root });
  expect(files.length).toBeGreaterThan(20);
  const found = files.flatMap((file) => {
    const source = readFileSync(`${root}/${file}`, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
    const inElements = source.match(/^\s+[A-Z][a-z]+( [a-z]+)*[.!?…]?$/gm) ?? [];
    const inAttributes = source.match(/(label|title|hint|placeholder|alt|aria-label)="[^"]+"/g) ?? [];
    return [...inElements, ...inAttributes].map((text) => `${file}: ${text.trim()}`);
  });
  expect(found).toEqual(['src/ui/Logo.tsx: Countersign']);
});
