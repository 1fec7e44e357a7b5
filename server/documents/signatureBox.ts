import type { Signature } from '../../src/contract/evidence.ts';
import { COLUMN, LINE, MUTED, STYLES, TEXT_WIDTH, type Style } from './design.ts';
import type { Making } from './making.ts';
import type { Tag } from './paper.ts';
import type { Piece, Row } from './rows.ts';
import { baselineOf, drawBaseline, drawInk, inkIn, readStrokes, type Box } from './signatureDrawing.ts';

/** `how` in words, `at` in ISO 8601. */
type SignatureShown = { signature: Signature; name: string; how: string; at: string };

/** The box with the signature in it: ink as drawn, letters as typed, or the sentence that it can't be shown. */
export function signatureBox(making: Making, section: Tag, { signature, name, how, at }: SignatureShown): Row {
  if (signature.how === 'typed') return row([outline(making, true), typed(making, section, signature.text)]);
  const strokes = readStrokes(signature.strokes);
  if (!strokes) return row([outline(making, false), lost(making, section)]);
  const { paper, words, moments } = making;
  const alt = words.pictureOf(name, how, moments.inFull(at));
  const drawn: Piece = {
    tag(top) {
      const { left, width, height } = boxAt(top);
      return paper.tag(section, 'Figure', { alt, bbox: [left, top, left + width, top + height] });
    },
    paint: (top) => drawInk(paper.pdf, inkIn(strokes, boxAt(top))),
  };
  return row([outline(making, true), drawn]);
}

const HEIGHT = 124;

function row(pieces: Piece[]): Row {
  return { before: 16, height: HEIGHT, pieces };
}

function boxAt(top: number): Box {
  return { left: COLUMN.text, top, width: TEXT_WIDTH, height: HEIGHT };
}

function outline({ paper }: Making, withBaseline: boolean): Piece {
  return {
    tag: 'decoration',
    paint(top) {
      const { left, width, height } = boxAt(top);
      paper.pdf.roundedRect(left, top, width, height, 6).lineWidth(0.75).stroke(LINE);
      if (withBaseline) drawBaseline(paper.pdf, boxAt(top));
    },
  };
}

/** Every typed signature that the contract lets through fits in one of these. */
const SIZES = [26, 22, 18, 15, 12, 10, 8];

/** On the line to sign on, in the largest size that fits: never cut. */
function typed({ paper }: Making, section: Tag, text: string): Piece {
  const room = baselineOf(boxAt(0)) - 8;
  const tries = SIZES.map((size) => {
    const style: Style = { ...STYLES.body, size, leading: size * 1.35 };
    return { style, lines: paper.lines(text, style, TEXT_WIDTH - 64, 'auto') };
  });
  const chosen = tries.find(({ style, lines }) => lines.length * style.leading <= room) ?? tries.at(-1);
  return {
    tag: paper.tag(section, 'P'),
    paint(top) {
      if (!chosen) return;
      const { lines, style } = chosen;
      const first = baselineOf(boxAt(top)) - 1 - lines.length * style.leading;
      lines.forEach((line, index) => paper.drawLine(line, style, COLUMN.text + 34, first + index * style.leading));
    },
  };
}

function lost({ paper, words }: Making, section: Tag): Piece {
  const style = { ...STYLES.body, colour: MUTED };
  const lines = paper.lines(words.drawingLost, style, TEXT_WIDTH - 48);
  return {
    tag: paper.tag(section, 'P'),
    paint(top) {
      const first = top + (HEIGHT - lines.length * style.leading) / 2;
      lines.forEach((line, index) => paper.drawLine(line, style, COLUMN.text + 24, first + index * style.leading));
    },
  };
}
