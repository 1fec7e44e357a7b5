import LineBreaker from 'linebreak';
import type { Style } from './design.ts';
import { itemised, prepared, runsOf, shaped, visualOrder, type Direction, type Letter, type Run } from './runs.ts';

/** Paragraphs into lines: fonts by letter, both directions, breaks after UAX 14. */

export type PlacedRun = Run & { x: number; shaped: string };
export type Line = {
  runs: PlacedRun[];
  width: number;
  /** Another word follows: the space that the line's end stands for is written too, for those who don't see lines. */
  spaced: boolean;
};

/** The width of a run in points. */
export type Measure = (run: Run, shaped: string, size: number) => number;

/** At least one line, even of nothing. A word wider than the line is broken between letters rather than cut. */
export function linesOf(text: string, style: Style, width: number, direction: Direction, measure: Measure): Line[] {
  const widthOf = (letters: readonly Letter[]): number =>
    runsOf(letters).reduce((sum, run) => sum + measure(run, shaped(run), style.size), 0);
  const lines = prepared(text)
    .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)
    .flatMap((paragraph) => {
      const found = broken(words(paragraph, itemised(paragraph, style.weight, direction)), width, widthOf);
      return found.map((letters, index) => ({ letters, isEnd: index === found.length - 1 }));
    });
  return lines.map(({ letters, isEnd }, index): Line => {
    const shown = trimmed(letters);
    const endsWord = isEnd || shown.length < letters.length;
    return { ...placed(shown, style.size, measure), spaced: endsWord && index < lines.length - 1 };
  });
}

type WidthOf = (letters: readonly Letter[]) => number;

/** Letters up to each place where a line may end. */
function words(text: string, letters: readonly Letter[]): Letter[][] {
  const found: Letter[][] = [];
  const breaker = new LineBreaker(text);
  let at = 0;
  for (let place = breaker.nextBreak(); place; place = breaker.nextBreak()) {
    const { position } = place;
    const next = letters.findIndex((letter, index) => index >= at && letter.to > position);
    const end = next === -1 ? letters.length : next;
    if (end > at) found.push(letters.slice(at, end));
    at = end;
  }
  return found;
}

function broken(all: readonly Letter[][], width: number, widthOf: WidthOf): Letter[][] {
  const lines: Letter[][] = [];
  let line: Letter[] = [];
  let used = 0;
  for (let word of all) {
    if (used + widthOf(trimmed(word)) > width) {
      if (line.length > 0) lines.push(line);
      line = [];
      used = 0;
      for (let count = fitting(word, width, widthOf); count < word.length; count = fitting(word, width, widthOf)) {
        lines.push(word.slice(0, count));
        word = word.slice(count);
      }
    }
    line.push(...word);
    used += widthOf(word);
  }
  return [...lines, line];
}

/** How many letters of a word fit: at least one, since a line must make headway. */
function fitting(word: readonly Letter[], width: number, widthOf: WidthOf): number {
  if (widthOf(trimmed(word)) <= width) return word.length;
  let count = 1;
  while (count < word.length && widthOf(word.slice(0, count + 1)) <= width) count++;
  return count;
}

function trimmed(letters: readonly Letter[]): Letter[] {
  return letters.slice(0, letters.findLastIndex((letter) => letter.text.trim() !== '') + 1);
}

function placed(letters: readonly Letter[], size: number, measure: Measure): Pick<Line, 'runs' | 'width'> {
  const runs = runsOf(letters).map((run) => ({ ...run, x: 0, shaped: shaped(run) }));
  let x = 0;
  for (const run of visualOrder(runs)) {
    run.x = x;
    x += measure(run, run.shaped, size);
  }
  return { runs, width: x };
}
