import type { SignatureBox, SignatureSight } from '../../src/domain/paperForm.ts';
import type { PageOfForm } from '../../src/domain/pageCode.ts';
import { OUTLINE, signatureBoxes, type SignatureBoxPlace } from '../documents/paperPlaces.ts';
import type { Corners, Point } from './findCodes.ts';
import type { GreyPage } from './greyPage.ts';
import { onPaper, type OnPaper } from './onPaper.ts';

/**
 * Whether there is ink in the boxes to sign in. The code tells where a box should be; its outline is then looked for,
 * since a code at the head of a page says little about the foot of it. A box that isn't found could not be checked.
 */

export type Ink = Partial<Record<SignatureBox, SignatureSight>>;

export function signaturesSeen(of: PageOfForm, corners: Corners, page: GreyPage): Ink {
  const place = onPaper(corners);
  const here = signatureBoxes(of.pages).filter((box) => box.page === of.page);
  return Object.fromEntries(here.map((box) => [box.who, boxSeen(box, place, page)]));
}

/** Points: how far an outline may be from where it should be. */
const REACH = 14;
/** Points inside of the outline that are not looked at: what a slanted line and a blurred one take. */
const INSET = 4;
/** Points: what is shorter is a speck, what is longer is somebody's hand; between them nobody knows. */
const SPECK = 5;
const HAND = 11;

function boxSeen(box: SignatureBoxPlace, place: OnPaper, page: GreyPage): SignatureSight {
  const shade = shades(page, place, box);
  const found = outlineOf(box, shade);
  if (!found) return 'unknown';
  const size = longestMark(box, found, shade);
  if (size >= HAND) return 'ink';
  return size <= SPECK ? 'empty' : 'unknown';
}

/** Whether there is something dark at a point of the paper. */
type Shade = (x: number, y: number) => boolean;

function shades(page: GreyPage, place: OnPaper, { x, y, width, height }: SignatureBoxPlace): Shade {
  const valueAt = (px: number, py: number): number => {
    const at = place({ x: px, y: py });
    const [column, row] = [Math.round(at.x), Math.round(at.y)];
    if (column < 0 || row < 0 || column >= page.width || row >= page.height) return 255;
    return page.data[row * page.width + column] ?? 255;
  };
  const sampled: number[] = [];
  for (let px = x - REACH; px < x + width + REACH; px += 3)
    for (let py = y; py < y + height; py += 3) sampled.push(valueAt(px, py));
  const paper = sampled.toSorted((a, b) => a - b)[Math.floor(sampled.length * 0.7)] ?? 255;
  const dark = paper - Math.max(40, paper * 0.25);
  return (px, py) => valueAt(px, py) < dark;
}

/** How far the outline is from its place, in points, along each side: at its one end and at its other. */
type Outline = { top: [number, number]; bottom: [number, number]; left: number; right: number };

function outlineOf({ x, y, width, height }: SignatureBoxPlace, shade: Shade): Outline | undefined {
  const half = OUTLINE / 2;
  const level = (from: number, to: number, at: number) =>
    lineNear((off, part) => shade(x + width * (from + (to - from) * part), at + off));
  const upright = (at: number) => lineNear((off, part) => shade(at + off, y + height * (0.15 + 0.7 * part)));
  const top = [level(0.04, 0.34, y + half), level(0.66, 0.96, y + half)] as const;
  const bottom = [level(0.04, 0.34, y + height - half), level(0.66, 0.96, y + height - half)] as const;
  const [left, right] = [upright(x + half), upright(x + width - half)];
  if (top[0] === undefined || top[1] === undefined || bottom[0] === undefined || bottom[1] === undefined)
    return undefined;
  // What is as high as the box is the box: rules and lines of writing are not.
  if (Math.abs(top[0] - bottom[0]) > REACH / 2 || Math.abs(top[1] - bottom[1]) > REACH / 2) return undefined;
  if (left === undefined && right === undefined) return undefined;
  return {
    top: [top[0], top[1]],
    bottom: [bottom[0], bottom[1]],
    left: left ?? right ?? 0,
    right: right ?? left ?? 0,
  };
}

const STEP = 0.25;
/** The least part of a line that is dark: faxes and bad copies break lines. */
const LEAST_LINE = 0.6;

/** The offset within reach at which a line runs, the darkest and nearest; undefined where none does. */
function lineNear(dark: (offset: number, part: number) => boolean): number | undefined {
  let best: { offset: number; share: number } | undefined;
  const samples = 120;
  for (let away = 0; away <= REACH; away += STEP) {
    for (const offset of away === 0 ? [0] : [away, -away]) {
      let hits = 0;
      for (let sample = 0; sample < samples; sample++) if (dark(offset, sample / (samples - 1))) hits += 1;
      const share = hits / samples;
      if (share > (best?.share ?? LEAST_LINE) + 0.02) best = { offset, share };
    }
  }
  return best?.offset;
}

/** Samples to the point inside of a box. */
const GRAIN = 2;

/** The length of the longest mark in a box, in points. What runs straight through from edge to edge is a streak of a fax. */
function longestMark({ x, y, width, height }: SignatureBoxPlace, outline: Outline, shade: Shade): number {
  const columns = Math.floor((width - 2 * INSET) * GRAIN);
  const rows = Math.floor((height - 2 * INSET) * GRAIN);
  const dark = new Uint8Array(columns * rows);
  for (let column = 0; column < columns; column++) {
    const across = (column + 0.5) / columns;
    const mix = ([from, to]: [number, number]): number => from + (to - from) * across;
    const [top, bottom] = [y + INSET + mix(outline.top), y + height - INSET + mix(outline.bottom)];
    const left = x + INSET + outline.left;
    const right = x + width - INSET + outline.right;
    for (let row = 0; row < rows; row++)
      if (shade(left + (right - left) * across, top + ((bottom - top) * (row + 0.5)) / rows))
        dark[row * columns + column] = 1;
  }
  let longest = 0;
  for (const { wide, tall } of marksIn(dark, columns, rows)) {
    const streak = (tall >= rows - 2 && wide <= 3 * GRAIN) || (wide >= columns - 2 && tall <= 3 * GRAIN);
    if (!streak) longest = Math.max(longest, Math.hypot(wide, tall) / GRAIN);
  }
  return longest;
}

/** The extents of what hangs together; a gap of one sample is bridged. Takes the samples away. */
function* marksIn(dark: Uint8Array, columns: number, rows: number): Generator<{ wide: number; tall: number }> {
  for (let start = 0; start < dark.length; start++) {
    if (dark[start] !== 1) continue;
    dark[start] = 0;
    const open: Point[] = [{ x: start % columns, y: Math.floor(start / columns) }];
    let [left, right, top, bottom] = [columns, 0, rows, 0];
    for (let at = open.pop(); at; at = open.pop()) {
      left = Math.min(left, at.x);
      right = Math.max(right, at.x);
      top = Math.min(top, at.y);
      bottom = Math.max(bottom, at.y);
      for (let dy = -2; dy <= 2; dy++)
        for (let dx = -2; dx <= 2; dx++) {
          const [nx, ny] = [at.x + dx, at.y + dy];
          if (nx < 0 || ny < 0 || nx >= columns || ny >= rows || dark[ny * columns + nx] !== 1) continue;
          dark[ny * columns + nx] = 0;
          open.push({ x: nx, y: ny });
        }
    }
    yield { wide: right - left + 1, tall: bottom - top + 1 };
  }
}
