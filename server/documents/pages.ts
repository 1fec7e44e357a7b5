import { ACCENT, COLUMN, FOOT, FULL_WIDTH, LINE, STYLES, TOP } from './design.ts';
import type { Line } from './lines.ts';
import type { Paper, Tag } from './paper.ts';
import { paginate, type Frame, type Piece, type Placed, type Row } from './rows.ts';

/** Rows onto pages, with what repeats on each. */

export type Furniture = {
  /** Where a page's rows begin; pages count from 0 here. */
  topOf: (page: number) => number;
  /** Page so and so of so many, counted from 1. */
  paint: (page: number, pages: number) => void;
};

/** Answers how many pages it took. */
export function paintPages(paper: Paper, rows: readonly Row[], { topOf, paint }: Furniture): number {
  const pages = paginate(rows, topOf);
  pages.forEach((page, index) => {
    paper.pdf.addPage();
    for (const { frame, top, bottom } of framesOn(page)) artifact(paper, 'Layout', () => frame.paint(top, bottom));
    paintRows(paper, page);
    artifact(paper, 'Pagination', () => paint(index + 1, pages.length));
  });
  return pages.length;
}

export type Running = { head: string; foot: string; pageOf: (page: number, pages: number) => string };

const HEAD_TOP = 34;
const HEAD_GAP = 20;

/** Whose document it is, its check code, which page of how many. */
export function running(paper: Paper, { head, foot, pageOf }: Running): Furniture {
  const lines = paper.lines(head, STYLES.running, FULL_WIDTH);
  const topAfterHead = Math.max(TOP, HEAD_TOP + lines.length * STYLES.running.leading + HEAD_GAP);
  return {
    topOf: (page) => (page === 0 ? TOP : topAfterHead),
    paint(page, pages) {
      if (page > 1) paintHead(paper, lines);
      paintFoot(paper, foot, pageOf(page, pages));
    },
  };
}

/** What is not read aloud: rules, backgrounds, running heads. */
function artifact(paper: Paper, type: 'Layout' | 'Pagination', paint: () => void): void {
  paper.pdf.markContent('Artifact', { type });
  paint();
  paper.pdf.endMarkedContent();
}

function framesOn(page: readonly Placed[]): { frame: Frame; top: number; bottom: number }[] {
  const found = new Map<Frame, { frame: Frame; top: number; bottom: number }>();
  for (const { row, top } of page) {
    if (!row.frame) continue;
    const known = found.get(row.frame);
    const bottom = top + row.height;
    if (known) known.bottom = bottom;
    else found.set(row.frame, { frame: row.frame, top, bottom });
  }
  return [...found.values()];
}

/** Neighbouring pieces of one element become one stretch of marked content. */
function paintRows(paper: Paper, page: readonly Placed[]): void {
  let open: Tag | undefined;
  const close = (): void => {
    if (open) paper.pdf.endMarkedContent();
    open = undefined;
  };
  const paint = (piece: Piece, top: number): void => {
    if (piece.tag === 'decoration') {
      close();
      artifact(paper, 'Layout', () => piece.paint(top));
      return;
    }
    const tag = typeof piece.tag === 'function' ? piece.tag(top) : piece.tag;
    if (tag !== open) {
      close();
      paper.elementOf(tag).add(paper.pdf.markStructureContent(tag.type));
      open = tag;
    }
    piece.paint(top);
  };
  for (const { row, top } of page) for (const piece of row.pieces) paint(piece, top);
  close();
}

function paintHead(paper: Paper, lines: readonly Line[]): void {
  lines.forEach((line, index) => {
    paper.drawLine(line, STYLES.running, COLUMN.edge, HEAD_TOP + index * STYLES.running.leading);
  });
  rule(paper, HEAD_TOP + lines.length * STYLES.running.leading + 5);
}

function paintFoot(paper: Paper, left: string, right: string): void {
  rule(paper, FOOT - 8);
  for (const line of paper.lines(left, STYLES.running, FULL_WIDTH))
    paper.drawLine(line, STYLES.running, COLUMN.edge, FOOT);
  const [page] = paper.lines(right, STYLES.running, FULL_WIDTH);
  if (page) paper.drawLine(page, STYLES.running, COLUMN.right - page.width, FOOT);
}

export function rule({ pdf }: Paper, y: number, colour: string = LINE, thickness = 0.75): void {
  pdf.moveTo(COLUMN.edge, y).lineTo(COLUMN.right, y).lineWidth(thickness).stroke(colour);
}

/** The band of the practice's colour above its name. */
export function band({ pdf }: Paper, y: number): void {
  pdf.rect(COLUMN.edge, y, 36, 3).fill(ACCENT);
}
