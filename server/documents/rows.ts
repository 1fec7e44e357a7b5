import { BOTTOM, type Style } from './design.ts';
import type { Line } from './lines.ts';
import type { Paper, Tag } from './paper.ts';
import type { Direction } from './runs.ts';

/** Rows: what can stand on a page without being cut. Everything is made of rows first and put on pages after. */

export type Piece = {
  /** What it is for a reader, or nothing but decoration. A figure is tagged when its place is known. */
  tag: Tag | 'decoration' | ((top: number) => Tag);
  paint: (top: number) => void;
};

/** Drawn behind the rows that carry it, from the first one's top to the last one's end, anew on each page. */
export type Frame = { paint: (top: number, bottom: number) => void };

export type Row = {
  /** White above; none at the top of a page. */
  before: number;
  height: number;
  pieces: Piece[];
  /** Not the last on its page. */
  keepWithNext?: boolean;
  newPage?: boolean;
  /** Its place on the page, from the top: white is left above it, and a page that is full so far is turned. */
  at?: number;
  frame?: Frame;
};

export type Paragraph = {
  text: string;
  style: Style;
  tag: Tag;
  x: number;
  width: number;
  direction?: Direction;
  before?: number;
  /** Lines of about the same length: for titles. */
  balanced?: boolean;
};

/** A row for each line; the first two and the last two lines of a paragraph stay together. */
export function paragraph(paper: Paper, { direction = 'ltr', before = 0, ...rest }: Paragraph): Row[] {
  const { style, tag, x, width } = rest;
  const lines = linesFor(paper, { ...rest, direction });
  return lines.map((line, index) => {
    const left = direction === 'rtl' ? x + width - line.width : x;
    return {
      before: index === 0 ? before : 0,
      height: style.leading,
      pieces: [{ tag, paint: (top) => paper.drawLine(line, style, left, top) }],
      keepWithNext: lines.length > 1 && (index === 0 || index === lines.length - 2),
    };
  });
}

/** A last line shorter than this part of the width looks like an accident. */
const SHORTEST_LAST = 0.12;

/** Lines that don't leave a word alone at the end where a slightly narrower measure avoids it. */
function linesFor(paper: Paper, { text, style, width, direction, balanced }: Paragraph): Line[] {
  const lines = paper.lines(text, style, width, direction);
  const pleases = (tried: readonly Line[]): boolean => (tried.at(-1)?.width ?? 0) >= SHORTEST_LAST * width;
  if (lines.length === 1 || (!balanced && pleases(lines))) return lines;
  const filledWidth = lines.reduce((sum, line) => sum + line.width, 0);
  const narrowest = balanced ? filledWidth / lines.length : 0.8 * width;
  for (const narrow of measures(narrowest, width, style.size, balanced)) {
    const tried = paper.lines(text, style, narrow, direction);
    if (tried.length === lines.length && pleases(tried)) return tried;
  }
  return lines;
}

/** Widths to try: from the narrowest up for a balanced title, from the widest down otherwise. */
function measures(from: number, to: number, step: number, upwards = false): number[] {
  const all = Array.from({ length: Math.ceil((to - from) / step) }, (_, index) => from + index * step);
  return upwards ? all : all.toReversed();
}

/** Several paragraphs side by side as one row, as the cells of a table. */
export function sideBySide(paper: Paper, cells: readonly Paragraph[], before = 0): Row {
  const columns = cells.map((cell) => ({ ...cell, rows: paragraph(paper, cell) }));
  const rowsHeight = (rows: Row[]): number => rows.reduce((sum, row) => sum + row.height, 0);
  return {
    before,
    height: Math.max(...columns.map((column) => rowsHeight(column.rows))),
    pieces: columns.map((column) => ({
      tag: column.tag,
      paint(top) {
        let at = top;
        for (const row of column.rows) {
          for (const piece of row.pieces) piece.paint(at);
          at += row.height;
        }
      },
    })),
  };
}

export function space(height: number): Row {
  return { before: 0, height, pieces: [], keepWithNext: true };
}

/** All on one page, together with what follows if `withNext`. */
export function together(rows: readonly Row[], withNext = false): Row[] {
  return rows.map((row, index) => ({ ...row, keepWithNext: withNext || index < rows.length - 1 }));
}

export function framed(rows: readonly Row[], frame: Frame): Row[] {
  return rows.map((row) => ({ ...row, frame }));
}

export type Placed = { row: Row; top: number };

/** Rows on pages. `topOf` says where a page begins, counted from 0. Nothing is left out, however long a chain is. */
export function paginate(rows: readonly Row[], topOf: (page: number) => number): Placed[][] {
  const pages: Placed[][] = [[]];
  let y = topOf(0);
  const turn = (): void => {
    y = topOf(pages.length);
    pages.push([]);
  };
  const isEmpty = (): boolean => pages.at(-1)?.length === 0;
  for (const chain of chains(rows)) {
    const height = heightOf(chain, isEmpty());
    const [first] = chain;
    if (first?.newPage && !isEmpty()) turn();
    else if (
      first?.at === undefined &&
      !isEmpty() &&
      y + height > BOTTOM &&
      topOf(pages.length) + heightOf(chain, true) <= BOTTOM
    )
      turn();
    for (const row of chain) {
      const isTooLow = row.at === undefined ? y + row.before + row.height > BOTTOM : y > row.at;
      if (!isEmpty() && isTooLow) turn();
      const top = row.at ?? (isEmpty() ? y : y + row.before);
      pages.at(-1)?.push({ row, top });
      y = top + row.height;
    }
  }
  return pages;
}

function heightOf(chain: readonly Row[], atTop: boolean): number {
  return chain.reduce((sum, row, index) => sum + (atTop && index === 0 ? 0 : row.before) + row.height, 0);
}

function chains(rows: readonly Row[]): Row[][] {
  const all: Row[][] = [];
  let open: Row[] | undefined;
  for (const row of rows) {
    if (open && !row.newPage && row.at === undefined) open.push(row);
    else all.push((open = [row]));
    if (!row.keepWithNext) open = undefined;
  }
  return all;
}
