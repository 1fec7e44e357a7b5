import * as v from 'valibot';
import { MOST_ENVELOPES } from '../../contract/deviceApi.ts';
import { rescueFileSchema, type Rescued } from '../../contract/rescueApi.ts';
import type { Problem } from '../../ui/api.ts';
import { bringInEnvelopes } from '../doors.ts';

/** Reading a sealed copy from a tablet, and handing in what is in it piece by piece. */

export type RescueRead = { ok: true; envelopes: unknown[] } | { ok: false; why: 'not-one' | 'newer' | 'empty' };

const anyVersion = v.object({ countersign: v.literal('rescue'), version: v.number() });

export function readRescueFile(text: string): RescueRead {
  const content = parsed(text);
  const file = v.safeParse(rescueFileSchema, content);
  if (file.success) {
    const { envelopes } = file.output;
    return envelopes.length > 0 ? { ok: true, envelopes } : { ok: false, why: 'empty' };
  }
  const other = v.safeParse(anyVersion, content);
  return { ok: false, why: other.success && other.output.version > 1 ? 'newer' : 'not-one' };
}

export type BroughtIn = { results: Rescued[]; problem?: Problem };

/** Characters of envelopes in one request: each should pass on a slow line. */
const PIECE = 2_000_000;

/**
 * Hands in all of them, and tells how many are done. An answer may be to a household that comes later in the file: what
 * names an invitation that is not known yet goes once more at the end.
 */
export async function bringIn(envelopes: readonly unknown[], onDone: (done: number) => void): Promise<BroughtIn> {
  const results: Rescued[] = [];
  for (const piece of inPieces(envelopes)) {
    const answer = await bringInEnvelopes(piece);
    if (!answer.ok) return { results, problem: answer.problem };
    results.push(...answer.value.results);
    onDone(results.length);
  }
  const early = results.flatMap(({ code }, at) => (code === 'envelope-invitation-unknown' ? [at] : []));
  for (const piece of inPieces(early)) {
    const answer = await bringInEnvelopes(piece.map((at) => envelopes[at]));
    if (!answer.ok) return { results, problem: answer.problem };
    answer.value.results.forEach((result, i) => void (results[piece[i] ?? 0] = result));
  }
  return { results };
}

function inPieces<T>(all: readonly T[]): T[][] {
  const pieces: T[][] = [];
  let size = Infinity;
  for (const one of all) {
    const length = JSON.stringify(one)?.length ?? 0;
    const last = pieces.at(-1);
    if (!last || last.length >= MOST_ENVELOPES || size + length > PIECE) {
      pieces.push([one]);
      size = length;
    } else {
      last.push(one);
      size += length;
    }
  }
  return pieces;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
