import { describe, expect, it } from 'vitest';
import { STYLES } from '../../server/documents/design.ts';
import { filled } from '../../src/domain/form.ts';
import { linesOf, type Line, type Measure } from '../../server/documents/lines.ts';
import { forSentences } from '../../server/documents/making.ts';
import type { Direction } from '../../server/documents/runs.ts';

/** Text into lines: where they break, which way they run, and that nothing is lost on the way. */

/** Each shape is one point wide, so that widths are counts. */
const measure: Measure = (_run, shaped) => [...shaped].length;

function lines(text: string, width: number, direction: Direction = 'ltr'): Line[] {
  return linesOf(text, STYLES.body, width, direction, measure);
}

/** What stands on the paper, from left to right. */
function seen(line: Line): string {
  const byPlace = line.runs.toSorted((a, b) => a.x - b.x);
  return byPlace.map((run) => (run.level % 2 === 1 ? [...run.drawn].toReversed().join('') : run.drawn)).join('');
}

/** What is recorded, in reading order. */
function read(line: Line): string {
  return line.runs.map((run) => run.text).join('');
}

describe('breaking', () => {
  it('breaks between words and after hyphens, and keeps the space for those who don’t see the lines', () => {
    const found = lines('Schleswig-Holstein is far', 12);
    expect(found.map(read)).toEqual(['Schleswig-', 'Holstein is', 'far']);
    expect(found.map((line) => line.spaced)).toEqual([false, true, false]);
  });

  it('breaks a word that is wider than the line between letters, and loses none', () => {
    const found = lines('W'.repeat(25), 10);
    expect(found.map(read)).toEqual(['W'.repeat(10), 'W'.repeat(10), 'W'.repeat(5)]);
  });

  it('makes headway even where one letter is wider than the line', () => {
    expect(lines('abc', 0).map(read)).toEqual(['a', 'b', 'c']);
  });

  it('breaks where the writer did', () => {
    expect(lines('one\r\ntwo\n\nthree', 99).map(read)).toEqual(['one', 'two', '', 'three']);
  });

  it('is one empty line of nothing', () => {
    expect(lines('', 10)).toHaveLength(1);
    expect(lines('   ', 1)).toHaveLength(1);
  });

  it('does not break a phone number whose spaces are joined', () => {
    expect(lines('call (813) \u2060555-0100 now', 16).map(read)).toEqual(['call', '(813) \u2060555-0100', 'now']);
  });

  it('keeps a letter with its marks together', () => {
    expect(lines('x\u0323\u0302x\u0323\u0302', 1)).toHaveLength(2);
  });
});

describe('direction', () => {
  it('writes Hebrew to the left and what is around it to the right', () => {
    const [line] = lines('I, שרה כהן, say yes', 99);
    expect(line && seen(line)).toBe('I, ןהכ הרש, say yes');
  });

  it('keeps the order of reading in the content', () => {
    const [line] = lines('I, שרה כהן, say yes', 99);
    expect(line && read(line)).toBe('I, שרה כהן, say yes');
  });

  it('leaves numbers inside Hebrew as they are', () => {
    const [line] = lines('רחוב 123 תל אביב', 99, 'rtl');
    expect(line && seen(line)).toBe('ביבא לת 123 בוחר');
  });

  it('mirrors brackets in Hebrew', () => {
    const [line] = lines('כהן (שרה)', 99, 'rtl');
    expect(line && seen(line)).toBe('(הרש) ןהכ');
  });

  it('keeps a number behind a Hebrew name where the sentence has it', () => {
    const fills = forSentences({ patient: 'שרה', practice: '', practicePhone: '', practitioner: '', programme: '' });
    const [line] = lines(filled('I, {patient}, 12 times', fills), 99);
    expect(line && seen(line)).toBe('I, הרש, 12 times');
  });

  it('does not let a name that turns the direction turn the sentence', () => {
    const [line] = lines('By \u2068\u202eevil\u2069 at noon', 99);
    expect(line && seen(line)).toBe('By live at noon');
  });

  it('orders each line by itself', () => {
    expect(lines('אבג דהו זחט', 8, 'rtl').map(seen)).toEqual(['והד גבא', 'טחז']);
  });
});

describe('typefaces', () => {
  const facesIn = (text: string): string[] => lines(text, 99).flatMap((line) => line.runs.map((run) => run.face.name));

  it('sets each script in a face that has it', () => {
    expect(facesIn('Nguyễn שרה')).toEqual(['regular NotoSans-Regular', 'regular NotoSansHebrew-Regular']);
  });

  it('sets a Hebrew name in one piece', () => {
    expect(facesIn('שרה כהן-לוי')).toEqual(['regular NotoSansHebrew-Regular']);
  });

  it('goes back to the first face for Latin letters, which the Hebrew one has too', () => {
    expect(facesIn('שרה Cohen').at(-1)).toBe('regular NotoSans-Regular');
  });

  it('draws decomposed letters as the composed ones', () => {
    const [line] = lines('Nguyễn'.normalize('NFD'), 99);
    expect(line?.runs).toMatchObject([{ drawn: 'Nguyễn', missing: false }]);
  });

  it('puts a sign where no face has the letter, and remembers the letter', () => {
    const [line] = lines('a王b', 99);
    expect(line?.runs).toMatchObject([
      { drawn: 'a', missing: false },
      { drawn: '\ufffd', text: '王', missing: true },
      { drawn: 'b', missing: false },
    ]);
  });

  it('takes half a letter for a letter it does not have', () => {
    const [line] = lines('a\ud83d', 99);
    expect(line?.runs.at(-1)?.drawn).toMatch(/\ufffd$/);
  });
});
