/** The look of our documents: US Letter in points, one typeface, one accent. */

export const PAGE = { width: 612, height: 792 } as const;

/** Clause numbers and rules start at `edge`, text at `text`; both end at `right`. A line holds about 70 letters. */
export const COLUMN = { edge: 64, text: 94, right: 530 } as const;
export const TEXT_WIDTH = COLUMN.right - COLUMN.text;
export const FULL_WIDTH = COLUMN.right - COLUMN.edge;

/** Where rows may stand, and the line of the footer. Pages after the first begin below their running head. */
export const TOP = 52;
export const BOTTOM = 724;
export const FOOT = 744;

/** On white, ink and the other text colours pass 7:1 (WCAG 1.4.6). */
export const INK = '#16202a';
export const MUTED = '#46525e';
export const ACCENT = '#0b4a63';
export const DANGER = '#8a1c14';
export const LINE = '#c5d0d8';
export const TINT = '#eef4f7';
export const ALARM_TINT = '#fdf0ee';

export type Style = { size: number; leading: number; weight: 'regular' | 'bold'; colour: string };

export const STYLES = {
  title: { size: 23, leading: 29, weight: 'bold', colour: INK },
  heading: { size: 15, leading: 21, weight: 'bold', colour: ACCENT },
  subheading: { size: 10.5, leading: 15, weight: 'bold', colour: ACCENT },
  practice: { size: 12, leading: 16, weight: 'bold', colour: ACCENT },
  kind: { size: 10.5, leading: 15, weight: 'bold', colour: ACCENT },
  body: { size: 11.5, leading: 17.25, weight: 'regular', colour: INK },
  strong: { size: 11.5, leading: 17.25, weight: 'bold', colour: INK },
  value: { size: 13, leading: 18, weight: 'bold', colour: INK },
  label: { size: 9.5, leading: 14, weight: 'regular', colour: MUTED },
  small: { size: 9.5, leading: 13, weight: 'regular', colour: INK },
  cell: { size: 9, leading: 12, weight: 'regular', colour: INK },
  cellLabel: { size: 9, leading: 12, weight: 'regular', colour: MUTED },
  hash: { size: 8, leading: 12, weight: 'regular', colour: INK },
  running: { size: 9, leading: 12.5, weight: 'regular', colour: MUTED },
  pageCode: { size: 8.5, leading: 12.5, weight: 'regular', colour: INK },
  alarm: { size: 10.5, leading: 15, weight: 'bold', colour: DANGER },
} as const satisfies Record<string, Style>;

/** Paper is read without a way to make letters larger. */
export const LARGE = {
  heading: { size: 16, leading: 22, weight: 'bold', colour: INK },
  body: { size: 12.5, leading: 18.5, weight: 'regular', colour: INK },
  strong: { size: 12.5, leading: 18.5, weight: 'bold', colour: INK },
  label: { size: 10.5, leading: 14.5, weight: 'regular', colour: INK },
} as const satisfies Record<string, Style>;
