import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import currentForm from '../../server/forms/ccm-2026-1.json' with { type: 'json' };
import { fromBase64url, fromUtf8, toBase64url } from '../../src/contract/bytes.ts';
import { canonicalBytes, digestOf, formHash, sha256 } from '../../src/contract/digest.ts';
import type { FormVersion } from '../../src/domain/form.ts';

const canonical = (value: unknown): string => fromUtf8(canonicalBytes(value));

describe('canonical JSON', () => {
  test('is the sample of RFC 8785, section 3.2.2, to the letter', () => {
    const sample = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    };
    expect(canonical(sample)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  test('sorts by UTF-16 code units, as the RFC has it', () => {
    const keys = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6'];
    const sorted = ['\r', '1', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33'];
    const value = Object.fromEntries(keys.map((key) => [key, 0]));
    expect(Object.keys(JSON.parse(canonical(value)) as object).filter((key) => key !== '1')).toEqual(
      sorted.filter((key) => key !== '1'),
    );
    expect(canonical({ b: 1, a: { d: 1, c: 2 } })).toBe('{"a":{"c":2,"d":1},"b":1}');
  });

  test('of any value says the same as the value, and is stable when it is read and written again', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false, stringUnit: 'binary' }), (value) => {
        const text = canonical(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonical(JSON.parse(text))).toBe(text);
      }),
    );
  });

  test.each([[undefined], [Number.NaN], [Number.POSITIVE_INFINITY], ['\ud83d'], [() => 1]])(
    '%o has none, and says so at once',
    (value) => {
      expect(() => canonicalBytes(value)).toThrow(/./);
    },
  );
});

describe('the hash of a value', () => {
  test('is SHA-256 of its canonical JSON', async () => {
    expect(await digestOf({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
    expect(await sha256(canonicalBytes({ b: 1, a: 2 }))).toBe(await digestOf({ a: 2, b: 1 }));
  });

  test('does not depend on the order of members, nor on members that are undefined', async () => {
    const value = fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue(), { noNullPrototype: true });
    await fc.assert(
      fc.asyncProperty(value, async (members) => {
        const turned = Object.fromEntries(Object.entries(members).toReversed());
        expect(await digestOf({ ...turned, 'not there': undefined })).toBe(await digestOf({ ...members }));
      }),
    );
  });
});

describe('invariant 6: the hash of a form', () => {
  const form = currentForm as FormVersion;

  test('is the same for the same text, however the form came here', async () => {
    expect(await formHash(JSON.parse(JSON.stringify(form)) as FormVersion)).toBe(await formHash(form));
  });

  test('is another as soon as a single text anywhere in it is another', async () => {
    const known = new Set([await formHash(form)]);
    const texts = pathsOfTexts(form);
    expect(texts.length).toBeGreaterThan(200);
    for (const path of texts) known.add(await formHash(withTextChanged(form, path)));
    expect(known.size).toBe(texts.length + 1);
  });
});

type Path = (string | number)[];

function pathsOfTexts(value: unknown, path: Path = []): Path[] {
  if (typeof value === 'string') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => pathsOfTexts(inner, [...path, key]));
}

function withTextChanged(form: FormVersion, path: Path): FormVersion {
  const copy = structuredClone(form);
  let place = copy as unknown as Record<string, unknown>;
  for (const key of path.slice(0, -1)) place = place[key] as Record<string, unknown>;
  const last = path.at(-1) ?? '';
  place[last] = `${place[last] as string} `;
  return copy;
}

describe('bytes as text', () => {
  test('base64url brings any bytes back, has no padding and nothing that a URL would change', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const text = toBase64url(bytes);
        expect(text).toMatch(/^[A-Za-z0-9_-]*$/);
        expect([...fromBase64url(text)]).toEqual([...bytes]);
      }),
    );
  });

  test('more bytes than a function takes arguments are no trouble', () => {
    const many = new Uint8Array(1_000_000).map((_, i) => i);
    expect(fromBase64url(toBase64url(many))).toEqual(many);
  });

  test.each(['a', 'a!', '====a'])('"%s" is not base64url', (text) => {
    expect(() => fromBase64url(text)).toThrow(/./);
  });
});
