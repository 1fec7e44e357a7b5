import bidiFactory from 'bidi-js';
import { facesOf, faceFor, visiblePart, type Face, type Weight } from './fonts.ts';

/** Text cut into runs of one direction and one face, after the Unicode bidirectional algorithm (UAX 9). */

export type Direction = 'ltr' | 'rtl' | 'auto';

export type Run = {
  /** As recorded, in reading order. */
  text: string;
  /** As drawn: without what has no shape, mirrored where it runs to the left, replaced where no face has the letter. */
  drawn: string;
  face: Face;
  /** Embedding level: odd runs to the left. */
  level: number;
  /** No face has this letter. */
  missing: boolean;
};

/** What a person takes for one letter; it ends before index `to` of its paragraph. */
export type Letter = Run & { to: number };

const REPLACEMENT = '\ufffd';
const bidi = bidiFactory();
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Composed, well formed, and with spaces for tabs: canonically the same text. */
export function prepared(text: string): string {
  return text.toWellFormed().normalize('NFC').replaceAll('\t', ' ');
}

/** `text` is one paragraph, without line breaks. */
export function itemised(text: string, weight: Weight, direction: Direction): Letter[] {
  const faces = facesOf(weight);
  const [first] = faces;
  if (!first) throw new Error('no typeface');
  const embedding = bidi.getEmbeddingLevels(text, direction);
  const mirrors = bidi.getMirroredCharactersMap(text, embedding.levels);
  let before: Face | undefined;
  return Array.from(graphemes.segment(text), ({ segment, index }) => {
    const face = faceFor(segment, faces, before);
    before = face;
    return {
      text: segment,
      drawn: face ? visiblePart(mirrors.get(index) ?? segment) : REPLACEMENT,
      face: face ?? first,
      level: embedding.levels[index] ?? 0,
      missing: !face,
      to: index + segment.length,
    };
  });
}

/** The runs of neighbouring letters, in reading order. */
export function runsOf(letters: readonly Letter[]): Run[] {
  const runs: Run[] = [];
  for (const { text, drawn, face, level, missing } of letters) {
    const last = runs.at(-1);
    if (last?.face === face && last.level === level && !last.missing && !missing) {
      last.text += text;
      last.drawn += drawn;
    } else {
      runs.push({ text, drawn, face, level, missing });
    }
  }
  return runs;
}

/** Runs from left to right, as they stand on the paper: rule L2 of UAX 9, on runs instead of letters. */
export function visualOrder<T extends { level: number }>(runs: readonly T[]): T[] {
  const order = [...runs];
  const highest = Math.max(0, ...runs.map((run) => run.level));
  for (let level = highest; level >= 1; level--) {
    let start = 0;
    while (start < order.length) {
      let end = start;
      while ((order[end]?.level ?? -1) >= level) end++;
      if (end > start) order.splice(start, end - start, ...order.slice(start, end).toReversed());
      start = end + 1;
    }
  }
  return order;
}

const firstLetterRunsLeft = /^[\p{Script=Common}\p{Script=Inherited}]*[\p{Script=Hebrew}\p{Script=Arabic}]/u;

/**
 * What to hand to the shaper. It turns a run around by itself when the run's first letter is of a right-to-left
 * script; other runs of an odd level (punctuation alone, or forced by a mark) are turned around here.
 */
export function shaped({ drawn, level }: Run): string {
  if (level % 2 === 0 || firstLetterRunsLeft.test(drawn)) return drawn;
  return Array.from(graphemes.segment(drawn), ({ segment }) => segment)
    .toReversed()
    .join('');
}
