// @vitest-environment node
import * as fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { randomBytes } from '../../src/contract/bytes.ts';
import { importBoxKey, lockBytes, lockValue, openBytes, openValue } from '../../src/local/box.ts';

let key: CryptoKey;

beforeAll(async () => {
  key = await importBoxKey(randomBytes(32));
});

test('what was locked away comes back, whatever it is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), fc.string(), async (value, label) => {
      const plain = JSON.parse(JSON.stringify(value)) as unknown;
      expect(await openValue(key, await lockValue(key, value, label), label)).toEqual(plain);
    }),
    { numRuns: 50 },
  );
});

test('it opens with no other key, and in no other place', async () => {
  const box = await lockValue(key, { name: 'Ana' }, 'draft:1');
  expect(await openValue(await importBoxKey(randomBytes(32)), box, 'draft:1')).toBeUndefined();
  expect(await openValue(key, box, 'draft:2')).toBeUndefined();
  expect(await openValue(key, box, '')).toBeUndefined();
});

test('a single bit that changed keeps it shut', async () => {
  const box = await lockBytes(key, randomBytes(16), 'draft:1');
  for (const part of ['iv', 'bytes'] as const) {
    for (let at = 0; at < box[part].length; at++) {
      const changed = box[part].slice();
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
      expect(await openBytes(key, { ...box, [part]: changed }, 'draft:1')).toBeUndefined();
    }
  }
  expect(await openBytes(key, { ...box, bytes: box.bytes.slice(1) }, 'draft:1')).toBeUndefined();
  expect(await openBytes(key, { ...box, bytes: new Uint8Array() }, 'draft:1')).toBeUndefined();
});

test('the same value twice lies there differently', async () => {
  const [one, two] = await Promise.all([lockValue(key, 'Ana', 'a'), lockValue(key, 'Ana', 'a')]);
  expect(one.bytes).not.toEqual(two.bytes);
  expect(one.iv).not.toEqual(two.iv);
});
