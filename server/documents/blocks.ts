import { ALARM_TINT, COLUMN, DANGER, FULL_WIDTH, STYLES, TINT, type Style } from './design.ts';
import type { Paper, Tag } from './paper.ts';
import type { Direction } from './runs.ts';
import { framed, paragraph, sideBySide, space, together, type Frame, type Row } from './rows.ts';

/** Pieces of layout that several parts of a document use. */

/** Rows on a tinted ground, with white around them. */
export function boxed(paper: Paper, rows: readonly Row[], look: 'calm' | 'alarm', left: number = COLUMN.edge): Row[] {
  const padding = 10;
  const frame: Frame = {
    paint(top, bottom) {
      paper.pdf.roundedRect(left, top, COLUMN.right - left, bottom - top, 6).fill(look === 'calm' ? TINT : ALARM_TINT);
      if (look === 'alarm') paper.pdf.rect(left, top, 3, bottom - top).fill(DANGER);
    },
  };
  const all = [{ ...space(padding), before: 12 }, ...rows, { ...space(padding), keepWithNext: false }];
  // The end of the box doesn't go to the next page alone.
  return framed(
    all.map((row, index) => (index === all.length - 2 ? { ...row, keepWithNext: true } : row)),
    frame,
  );
}

export type Field = { label: string; value: string; direction?: Direction };

/** A label and below it its value, over the whole width: a name is never cut, and is read in one piece. */
export function field(paper: Paper, parent: Tag, { label, value, direction = 'auto' }: Field, style: Style): Row[] {
  const place = { x: COLUMN.text, width: COLUMN.right - COLUMN.text };
  const labels = { ...place, text: label, style: STYLES.label, tag: paper.tag(parent, 'P'), before: 10 };
  return [
    ...together(paragraph(paper, labels), true),
    ...paragraph(paper, { ...place, text: value, style, tag: paper.tag(parent, 'P'), direction }),
  ];
}

export function heading(paper: Paper, parent: Tag, text: string, before = 24): Row[] {
  const tag = paper.tag(parent, 'H2');
  return together(
    paragraph(paper, { text, style: STYLES.heading, tag, x: COLUMN.edge, width: FULL_WIDTH, before }),
    true,
  );
}

const LABEL_WIDTH = 142;
const VALUE_LEFT = COLUMN.edge + LABEL_WIDTH + 14;

export type TableLine = { label: string; value: string; style?: Style };

/** A table of two columns under its title. */
export function group(paper: Paper, section: Tag, title: string, lines: readonly TableLine[]): Row[] {
  const tag = paper.tag(section, 'H3');
  const head = { text: title, style: STYLES.subheading, tag, x: COLUMN.edge, width: FULL_WIDTH, before: 8 };
  return [...together(paragraph(paper, head), true), ...table(paper, section, lines)];
}

/** The first column being headers. */
function table(paper: Paper, parent: Tag, lines: readonly TableLine[]): Row[] {
  const element = paper.tag(parent, 'Table');
  return lines.map(({ label, value, style = STYLES.cell }) => {
    const line = paper.tag(element, 'TR');
    const header = paper.tag(line, 'TH', { scope: 'Row' });
    const cell = paper.tag(line, 'TD');
    return sideBySide(
      paper,
      [
        { text: label, style: STYLES.cellLabel, tag: header, x: COLUMN.edge, width: LABEL_WIDTH },
        { text: value, style, tag: cell, x: VALUE_LEFT, width: COLUMN.right - VALUE_LEFT, direction: 'auto' },
      ],
      2,
    );
  });
}
