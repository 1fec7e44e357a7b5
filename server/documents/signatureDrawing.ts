import { fromBase64url } from '../../src/contract/bytes.ts';
import { unpackStrokes, type Sample, type Stroke } from '../../src/domain/strokes.ts';
import { ACCENT } from './design.ts';

/** A signature's strokes as curves of the document: never as pixels. */

export type Box = { left: number; top: number; width: number; height: number };

/** A point of the ink in points of the page, with the width of the line there. */
type Point = { x: number; y: number; width: number };
export type Ink = Point[][];

const INK_COLOUR = '#10264a';
/** Where the line to sign on lies, from the box's top. */
const BASELINE = 0.74;
const PADDING = 10;
/** A CSS pixel of an iPad is 0.545 points wide; a small signature is enlarged up to this and no more. */
const LARGEST_SCALE = 0.9;
/** Samples nearer than this can't be told apart in print, and double the size of the document. */
const NEAREST = 0.2;

/** The strokes of a packed drawing, or undefined where they can't be read or hold no ink. */
export function readStrokes(packed: string): Stroke[] | undefined {
  try {
    const strokes = unpackStrokes(fromBase64url(packed)).filter((stroke) => stroke.samples.length > 0);
    return strokes.length > 0 ? strokes : undefined;
  } catch {
    return undefined;
  }
}

/** The ink scaled into the box, most of it above the baseline. */
export function inkIn(strokes: readonly Stroke[], box: Box): Ink {
  const samples = strokes.flatMap((stroke) => stroke.samples);
  const [left, right] = extent(samples, 'x');
  const [top, bottom] = extent(samples, 'y');
  const room = { width: box.width - 2 * PADDING, height: box.height - 2 * PADDING };
  // Samples are in hundredths of a pixel.
  const scale = Math.min(
    LARGEST_SCALE / 100,
    room.width / Math.max(right - left, 1),
    room.height / Math.max(bottom - top, 1),
  );
  const height = (bottom - top) * scale;
  const highest = box.top + PADDING;
  const lowest = box.top + box.height - PADDING - height;
  const inkLeft = box.left + (box.width - (right - left) * scale) / 2;
  const inkTop = Math.min(Math.max(baselineOf(box) - 0.78 * height, highest), lowest);
  return strokes.map((stroke) =>
    spaced(
      stroke.samples.map((sample) => ({
        x: inkLeft + (sample.x - left) * scale,
        y: inkTop + (sample.y - top) * scale,
        width: widthOf(sample),
      })),
    ),
  );
}

export function baselineOf(box: Box): number {
  return box.top + BASELINE * box.height;
}

/** The line to sign on, with the cross that says where. */
export function drawBaseline(pdf: PDFKit.PDFDocument, box: Box): void {
  const y = baselineOf(box);
  const x = box.left + 16;
  pdf.lineWidth(1).lineCap('round');
  pdf
    .moveTo(x - 3, y - 9)
    .lineTo(x + 3, y - 3)
    .moveTo(x + 3, y - 9)
    .lineTo(x - 3, y - 3)
    .stroke(ACCENT);
  pdf
    .moveTo(box.left + 12, y)
    .lineTo(box.left + box.width - 12, y)
    .lineWidth(0.75)
    .stroke(ACCENT);
}

/** Curves through the middles of neighbouring points, each as wide as the pressure was there. */
export function drawInk(pdf: PDFKit.PDFDocument, ink: Ink): void {
  pdf.save().lineCap('round').lineJoin('round').strokeColor(INK_COLOUR).fillColor(INK_COLOUR);
  for (const points of ink) {
    const [first] = points;
    if (!first) continue;
    if (points.length === 1) pdf.circle(first.x, first.y, Math.max(first.width, 1) * 0.75).fill();
    let from = first;
    points.forEach((point, index) => {
      const next = points[index + 1];
      if (index === 0 && next) return;
      const to = next ? middle(point, next) : point;
      if (points.length > 1) quadratic(pdf, from, point, to);
      from = to;
    });
  }
  pdf.restore();
}

/** PDF knows cubic curves only. */
function quadratic(pdf: PDFKit.PDFDocument, from: Point, control: Point, to: Point): void {
  const toward = (end: number, c: number): number => end + (2 / 3) * (c - end);
  pdf
    .moveTo(from.x, from.y)
    .bezierCurveTo(
      toward(from.x, control.x),
      toward(from.y, control.y),
      toward(to.x, control.x),
      toward(to.y, control.y),
      to.x,
      to.y,
    )
    .lineWidth(control.width)
    .stroke();
}

function middle(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, width: (a.width + b.width) / 2 };
}

/** A pen at half pressure draws as wide as a finger, whose pressure is not told. */
function widthOf({ p }: Sample): number {
  return p <= 0 ? 1.6 : 0.7 + 1.8 * Math.min(p / 1023, 1);
}

/** Without the points that coincide, and with widths that don't jump. */
function spaced(points: readonly Point[]): Point[] {
  const kept: Point[] = [];
  points.forEach((point, index) => {
    const last = kept.at(-1);
    const isEnd = index === points.length - 1;
    if (last && !isEnd && Math.hypot(point.x - last.x, point.y - last.y) < NEAREST) return;
    kept.push(last ? { ...point, width: last.width + 0.5 * (point.width - last.width) } : point);
  });
  return kept;
}

function extent(samples: readonly Sample[], axis: 'x' | 'y'): [number, number] {
  let least = Infinity;
  let most = -Infinity;
  for (const sample of samples) {
    least = Math.min(least, sample[axis]);
    most = Math.max(most, sample[axis]);
  }
  return [least, most];
}
