import { COLUMN, FULL_WIDTH, INK, LARGE, STYLES, type Style } from './design.ts';
import type { Paper, Tag } from './paper.ts';
import { OUTLINE, type Place } from './paperPlaces.ts';
import { paragraph, type Frame, type Piece, type Row } from './rows.ts';

/** What people fill in by hand. All of it is drawn in full ink: a fax drops what is gray. */

const BOX = 15;

/** Rows with a box to check before the first. */
export function withCheckBox({ pdf }: Paper, rows: readonly Row[], x: number, down = 2): Row[] {
  const box: Piece = {
    tag: 'decoration',
    paint: (top) =>
      void pdf
        .rect(x, top + down, BOX, BOX)
        .lineWidth(1.2)
        .stroke(INK),
  };
  return rows.map((row, index) => (index === 0 ? { ...row, pieces: [box, ...row.pieces] } : row));
}

export type Blank = { label: string; x: number; width: number; isDate?: boolean };

/** Lines to write on, side by side, each with its label above. */
export function blanks(paper: Paper, parent: Tag, all: readonly Blank[], { before = 0, height = 42 } = {}): Row {
  const pieces = all.flatMap(({ label, x, width, isDate = false }): Piece[] => {
    const tag = paper.tag(parent, 'P');
    const text = paragraph(paper, { text: label, style: LARGE.label, tag, x, width });
    return [
      ...text.flatMap((row, index) =>
        row.pieces.map((piece) => ({ ...piece, paint: (top: number) => piece.paint(top + index * row.height) })),
      ),
      { tag: 'decoration', paint: (top) => line(paper, x, top + height, width, isDate) },
    ];
  });
  return { before, height, pieces };
}

function line({ pdf }: Paper, x: number, y: number, width: number, isDate: boolean): void {
  pdf
    .moveTo(x, y)
    .lineTo(x + width, y)
    .lineWidth(0.9)
    .stroke(INK);
  if (!isDate) return;
  for (const part of [0.3, 0.6]) {
    const at = x + width * part;
    pdf
      .moveTo(at - 3, y - 3)
      .lineTo(at + 3, y - 19)
      .lineWidth(0.9)
      .stroke(INK);
  }
}

/** A label, and below it a box to sign in at its fixed place. */
export function boxToSign(paper: Paper, parent: Tag, label: string, place: Place): Row[] {
  const outline: Frame = {
    paint(top) {
      const { x, width, height } = place;
      const half = OUTLINE / 2;
      paper.pdf
        .rect(x + half, top + half, width - OUTLINE, height - OUTLINE)
        .lineWidth(OUTLINE)
        .stroke(INK);
    },
  };
  const style = { ...LARGE.label, weight: 'bold' } as const;
  const [words] = paragraph(paper, { text: label, style, tag: paper.tag(parent, 'P'), x: place.x, width: place.width });
  return [
    ...(words ? [{ ...words, at: place.y - style.leading - 2 }] : []),
    { before: 0, at: place.y, height: place.height, pieces: [], frame: outline },
  ];
}

type Fitting = Omit<Parameters<typeof paragraph>[1], 'style'>;

/** A paragraph in the largest of these styles in which it is no higher than `room`; undefined where it is in none. */
export function fitting(paper: Paper, text: Fitting, styles: readonly Style[], room: number): Row[] | undefined {
  return styles
    .map((style) => paragraph(paper, { ...text, style }))
    .find((rows) => rows.reduce((sum, row) => sum + row.height, text.before ?? 0) <= room);
}

/** A style, and the same in ever smaller sizes down to `least` points, for what is longer than anybody thought. */
export function smaller(style: Style, least: number): Style[] {
  const sizes = [1, 0.92, 0.84, 0.76, 0.68, 0.6, 0.52, 0.44, 0.36].map((part) => ({
    ...style,
    size: style.size * part,
    leading: style.leading * part,
  }));
  return sizes.filter(({ size }) => size >= least);
}

/** A printed name in a place that doesn't grow with it; it stands in full size elsewhere on the page. */
export function nameInPlace(paper: Paper, parent: Tag, name: string, room: number): Row[] {
  const text = {
    text: name,
    tag: paper.tag(parent, 'P'),
    x: COLUMN.edge,
    width: FULL_WIDTH,
    direction: 'auto',
  } as const;
  const styles = smaller(STYLES.value, 4);
  return fitting(paper, text, styles, room) ?? paragraph(paper, { ...text, style: styles.at(-1) ?? STYLES.hash });
}
