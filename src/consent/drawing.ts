import { fromBase64url, toBase64url } from '../contract/bytes.ts';
import { packStrokes, unpackStrokes, type Stroke } from '../domain/strokes.ts';
import type { DrawnDraft } from './draft.ts';
import type { RecordedStroke } from './strokeRecorder.ts';

export function strokesOf(drawn: DrawnDraft | null): Stroke[] {
  return drawn ? unpackStrokes(fromBase64url(drawn.strokes)) : [];
}

/** Adds a stroke. Its place in time is kept relative to the first; after a restart that clock is gone, and it follows on. */
export function withStroke(
  drawn: DrawnDraft | null,
  stroke: RecordedStroke,
  given: { space: { width: number; height: number }; coalesced: boolean; firstAt: number | undefined },
): DrawnDraft {
  const before = strokesOf(drawn);
  const follows = endOf(before.at(-1));
  const at = Math.max(follows, given.firstAt === undefined ? follows : Math.round(stroke.startedAt - given.firstAt));
  const strokes = [...before, { pointer: stroke.pointer, samples: stroke.samples, at }];
  return {
    ...spaceAround(given.space, strokes),
    strokes: toBase64url(packStrokes(strokes)),
    coalesced: given.coalesced,
  };
}

/** On a tablet that was turned, there is room beside the space of the first stroke: what is drawn there is in the picture too. */
function spaceAround(space: { width: number; height: number }, strokes: Stroke[]): { width: number; height: number } {
  const most = (column: 'x' | 'y', least: number): number =>
    strokes.reduce((far, { samples }) => samples.reduce((so, one) => Math.max(so, one[column] / 100), far), least);
  return { width: Math.ceil(most('x', space.width)), height: Math.ceil(most('y', space.height)) };
}

export function withoutLastStroke(drawn: DrawnDraft): DrawnDraft | null {
  const strokes = strokesOf(drawn).slice(0, -1);
  return strokes.length > 0 ? { ...drawn, strokes: toBase64url(packStrokes(strokes)) } : null;
}

function endOf(stroke: Stroke | undefined): number {
  return stroke ? stroke.at + Math.ceil((stroke.samples.at(-1)?.t ?? 0) / 10) : 0;
}
