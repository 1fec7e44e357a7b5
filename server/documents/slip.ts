import { phoneForPeople } from '../../src/domain/contactDetails.ts';
import type { Language } from '../../src/domain/form.ts';
import { BOTTOM, COLUMN, FOOT, FULL_WIDTH, STYLES, TINT, TOP, type Style } from './design.ts';
import { letterheadRows } from './letterhead.ts';
import { onOneLine } from './making.ts';
import { momentsIn, type Moments } from './moments.ts';
import { paintPages, rule } from './pages.ts';
import { newPaper, type Paper } from './paper.ts';
import { framed, paragraph, space, type Row } from './rows.ts';
import { catalogueFor } from './text/catalogues.ts';
import type { DocumentText } from './text/en.ts';

/** One page to give into a patient's hand: large letters, few words, whose it is and whom to call. */

export type SlipInput = {
  practice: { name: string; phone: string; zone: string };
  /** The patient's; English where there are no words in it. */
  language: Language;
  patient: string;
  /** ISO 8601. */
  madeAt: string;
};

export type Slip = {
  paper: Paper;
  words: DocumentText['slips'];
  moments: Moments;
  /** As people write it, and never on two lines. */
  phone: string;
  /** A style of `SLIP`, in the size that lets all stand on one page. */
  style: (name: keyof typeof SLIP) => Style;
  /** Words over the whole width. */
  text: (words: string, style: keyof typeof SLIP, more?: { before?: number; tag?: string; width?: number }) => Row[];
};

const INK = STYLES.body.colour;
const SLIP = {
  title: { size: 28, leading: 35, weight: 'bold', colour: INK },
  big: { size: 22, leading: 29, weight: 'bold', colour: INK },
  code: { size: 34, leading: 44, weight: 'bold', colour: INK },
  heading: { size: 16, leading: 22, weight: 'bold', colour: STYLES.heading.colour },
  body: { size: 15, leading: 22, weight: 'regular', colour: INK },
  strong: { size: 15, leading: 22, weight: 'bold', colour: INK },
  label: { size: 12.5, leading: 17, weight: 'regular', colour: STYLES.label.colour },
} as const satisfies Record<string, Style>;

/** `rows` is asked again in smaller sizes where names or addresses are so long that a page would not do. */
export async function slip(
  input: SlipInput,
  title: (words: DocumentText['slips']) => string,
  rows: (slip: Slip) => Row[],
): Promise<Uint8Array> {
  const { language, words: all } = catalogueFor(input.language);
  const words = all.slips;
  const moments = momentsIn(input.practice.zone, all.locale);
  const phone = onOneLine(phoneForPeople(input.practice.phone));
  const paper = newPaper({
    title: title(words),
    author: input.practice.name,
    subject: input.patient,
    language,
    madeAt: new Date(input.madeAt),
  });
  const rowsAt = (scale: number): Row[] => {
    const made = slipIn(paper, scale, { words, moments, phone });
    return [
      ...letterheadRows(paper, paper.root, input.practice),
      ...headRows(made, input, title(words)),
      ...rows(made),
    ];
  };
  paintPages(paper, onePage(rowsAt), {
    topOf: () => TOP,
    paint: () => paintFoot(paper, words.printed(moments.day(input.madeAt)), words.help(phone)),
  });
  return paper.bytes();
}

const SCALES = [1, 0.92, 0.84, 0.76, 0.68, 0.6, 0.5];
const SMALLEST = 0.4;

/** The rows at the largest scale at which they stand on one page. */
function onePage(rowsAt: (scale: number) => Row[]): Row[] {
  for (const scale of SCALES) {
    const rows = rowsAt(scale);
    if (TOP + rows.reduce((y, row) => y + row.before + row.height, 0) <= BOTTOM) return rows;
  }
  return rowsAt(SMALLEST);
}

function slipIn(paper: Paper, scale: number, shared: Pick<Slip, 'words' | 'moments' | 'phone'>): Slip {
  const style: Slip['style'] = (name) => {
    const { size, leading, ...rest } = SLIP[name];
    return { ...rest, size: size * scale, leading: leading * scale };
  };
  const text: Slip['text'] = (words, name, { before = 0, tag = 'P', width = FULL_WIDTH } = {}) =>
    paragraph(paper, {
      text: words,
      style: style(name),
      tag: paper.tag(paper.root, tag),
      x: COLUMN.edge,
      width,
      before: before * scale,
      direction: 'auto',
    });
  return { paper, style, text, ...shared };
}

function headRows({ text, words }: Slip, { patient }: SlipInput, title: string): Row[] {
  return [
    ...text(title, 'title', { before: 26, tag: 'H1' }),
    ...text(words.for, 'label', { before: 12 }),
    ...text(patient, 'heading'),
  ];
}

function paintFoot(paper: Paper, left: string, right: string): void {
  rule(paper, FOOT - 8);
  const [printed] = paper.lines(left, STYLES.running, FULL_WIDTH);
  if (printed) paper.drawLine(printed, STYLES.running, COLUMN.edge, FOOT);
  const [help] = paper.lines(right, STYLES.running, FULL_WIDTH);
  if (help) paper.drawLine(help, STYLES.running, COLUMN.right - help.width, FOOT);
}

/** Rows on a calm ground over the whole width, with room around them. */
export function panel(paper: Paper, rows: readonly Row[], before = 14): Row[] {
  const frame = {
    paint: (top: number, bottom: number) =>
      void paper.pdf.roundedRect(COLUMN.edge, top, FULL_WIDTH, bottom - top, 8).fill(TINT),
  };
  return framed([{ ...space(12), before }, ...rows, space(12)], frame);
}
