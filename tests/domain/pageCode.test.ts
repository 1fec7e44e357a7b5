import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FORM_MARK, pageCode, readPageCode } from '../../src/domain/pageCode.ts';

const hex = (digits: number) =>
  fc.string({ unit: fc.constantFrom('0', '1', '7', '9', 'a', 'c', 'f'), minLength: digits, maxLength: digits });
const pages = fc.record({
  invitation: fc.uuid(),
  form: hex(64),
  page: fc.integer({ min: 1, max: 9 }),
  pages: fc.integer({ min: 9, max: 99 }),
});

describe('the code of a page', () => {
  test('is read back as what it was made of', () => {
    fc.assert(
      fc.property(pages, (page) => {
        expect(readPageCode(pageCode(page))).toEqual({ ...page, form: page.form.slice(0, FORM_MARK) });
      }),
    );
  });

  test('with one letter changed it is no code of ours', () => {
    fc.assert(
      fc.property(pages, fc.nat(), fc.constantFrom('0', '1', '5', '9', 'A', 'C', 'F'), (page, place, letter) => {
        const code = pageCode(page);
        const at = place % code.length;
        fc.pre(code[at] !== letter);
        expect(readPageCode(code.slice(0, at) + letter + code.slice(at + 1))).toBeUndefined();
      }),
    );
  });

  test.each(['', 'https://example.org', 'CSN1-', 'csn1 hello'])('of another: %j', (text) => {
    expect(readPageCode(text)).toBeUndefined();
  });

  test('packs tightly in a QR code', () => {
    const [page] = fc.sample(pages, 1);
    if (!page) throw new Error('no sample');
    expect(pageCode(page)).toMatch(/^[0-9A-Z $%*+\-./:]+$/);
  });
});
