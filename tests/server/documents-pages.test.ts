import { describe, expect, it } from 'vitest';
import { BOTTOM } from '../../server/documents/design.ts';
import { checkCode } from '../../server/documents/checkCode.ts';
import { momentsIn } from '../../server/documents/moments.ts';
import { paginate, type Row } from '../../server/documents/rows.ts';
import { catalogueFor, directionOf, nameOfLanguage } from '../../server/documents/text/catalogues.ts';

describe('rows on pages', () => {
  const top = 100;
  const room = BOTTOM - top;
  const aRow = (height: number, more: Partial<Row> = {}): Row => ({ before: 0, height, pieces: [], ...more });
  const heights = (rows: Row[]): number[][] =>
    paginate(rows, () => top).map((page) => page.map((placed) => placed.row.height));

  it('fill a page to its end, and go on at the top of the next', () => {
    const half = room / 2;
    const pages = paginate([aRow(half), aRow(half), aRow(10, { before: 50 })], () => top);
    expect(pages.map((page) => page.map((placed) => placed.top))).toEqual([[top, top + half], [top]]);
  });

  it('stay with the next when they ask for it', () => {
    expect(heights([aRow(room - 15), aRow(10, { keepWithNext: true }), aRow(11)])).toEqual([[room - 15], [10, 11]]);
    expect(heights([aRow(room - 15), aRow(10), aRow(11)])).toEqual([[room - 15, 10], [11]]);
  });

  it('are all placed even where those that stay together are longer than a page', () => {
    const chain = Array.from({ length: 5 }, () => aRow(room / 2, { keepWithNext: true }));
    expect(heights([aRow(room / 2), ...chain]).flat()).toHaveLength(6);
    expect(heights([aRow(room * 2)])).toEqual([[room * 2]]);
  });

  it('begin a page when they must, but never after an empty one', () => {
    expect(heights([aRow(1, { newPage: true }), aRow(2), aRow(3, { newPage: true })])).toEqual([[1, 2], [3]]);
    expect(heights([aRow(1, { keepWithNext: true }), aRow(3, { newPage: true })])).toEqual([[1], [3]]);
  });
});

describe('the check code', () => {
  it('is eight letters and digits of the hash’s first 40 bits', () => {
    expect(checkCode('00'.repeat(32))).toBe('0000-0000');
    expect(checkCode(`ffffffffff${'0'.repeat(54)}`)).toBe('ZZZZ-ZZZZ');
    expect(checkCode(`0000000001${'f'.repeat(54)}`)).toBe('0000-0001');
  });

  it('has none of the letters that are taken for digits', () => {
    for (let i = 0; i < 32; i++)
      expect(checkCode((i * 0x0421084210 + i).toString(16).padStart(10, '0').slice(-10))).not.toMatch(/[ILOU]/);
  });
});

describe('times', () => {
  it('are in the practice’s zone, by its name, in summer and winter', () => {
    const { minute, inFull } = momentsIn('America/New_York', 'en-US');
    expect(minute('2026-01-09T15:14:32Z')).toBe('January 9, 2026 at 10:14 AM EST');
    expect(inFull('2026-07-09T15:14:32Z')).toBe('July 9, 2026 at 11:14 AM Eastern Daylight Time');
  });

  it('stand as recorded where they can’t be read', () => {
    expect(momentsIn('America/New_York', 'en-US').second('yesterday')).toBe('yesterday');
  });
});

describe('languages', () => {
  it('have their region’s or their own words, else English', () => {
    expect(catalogueFor('es-MX').language).toBe('es');
    expect(catalogueFor('vi').language).toBe('en');
    expect(catalogueFor('constructor').language).toBe('en');
  });

  it('have a name in another language, or their tag', () => {
    expect(nameOfLanguage('en', 'es-US')).toBe('inglés');
    expect(nameOfLanguage('not a tag', 'en-US')).toBe('not a tag');
  });

  it('run to the left where they do', () => {
    expect([directionOf('he-IL'), directionOf('en')]).toEqual(['rtl', 'ltr']);
  });
});
