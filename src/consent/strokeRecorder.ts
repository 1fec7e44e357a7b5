import type { Pointer, Sample, Stroke } from '../domain/strokes.ts';

/**
 * Records what pen or finger does on a canvas, beside the pad that draws it: every sample that the browser has, since
 * the pad takes one a frame and a Pencil makes four (FACTS, measured). Samples are in the coordinates of `space`.
 */
export type StrokeRecorder = {
  /** The stroke that is being drawn: it grows while it is. */
  current: () => RecordedStroke | undefined;
  /** Ends a stroke whose end did not arrive. */
  finish: (stroke: RecordedStroke) => void;
  /** Whether the browser hands out the samples between two frames. */
  coalesced: boolean;
  stop: () => void;
};

/** `startedAt` is in milliseconds of `performance.now()`. */
export type RecordedStroke = Omit<Stroke, 'at'> & { startedAt: number };

/** From pixels of the canvas to those of the pad that was first drawn on. */
export type ToSpace = (x: number, y: number) => { x: number; y: number };

export function recordStrokes(canvas: HTMLCanvasElement, toSpace: () => ToSpace): StrokeRecorder {
  const coalesced = 'getCoalescedEvents' in PointerEvent.prototype;
  let active: { pointerId: number; stroke: RecordedStroke; map: ToSpace; box: DOMRect } | undefined;

  const add = (event: PointerEvent): void => {
    if (!active) return;
    const { stroke, map, box } = active;
    const sample = sampleOf(event, stroke.startedAt, map(event.clientX - box.left, event.clientY - box.top));
    const last = stroke.samples.at(-1);
    if (last && last.t === sample.t && last.x === sample.x && last.y === sample.y) return;
    stroke.samples.push(sample);
  };
  const down = (event: PointerEvent): void => {
    if (active || event.button > 0) return;
    const stroke: RecordedStroke = { pointer: kindOf(event), startedAt: event.timeStamp, samples: [] };
    active = { pointerId: event.pointerId, stroke, map: toSpace(), box: canvas.getBoundingClientRect() };
    add(event);
  };
  const move = (event: PointerEvent): void => {
    if (event.pointerId !== active?.pointerId) return;
    const between = coalesced ? event.getCoalescedEvents() : [];
    for (const one of between.length > 0 ? between : [event]) add(one);
  };
  const end = (event: PointerEvent): void => {
    if (event.pointerId !== active?.pointerId) return;
    if (event.type === 'pointerup') add(event);
    active = undefined;
  };

  const stop = new AbortController();
  const options = { signal: stop.signal, passive: true };
  // A stroke may leave the canvas and end anywhere; touch and pen are captured by the browser, a mouse is not. On the
  // document these come before the pad's, which are on the window: when the pad ends a stroke, it is whole here.
  canvas.addEventListener('pointerdown', down, options);
  for (const [type, listener] of [
    ['pointermove', move],
    ['pointerup', end],
    ['pointercancel', end],
  ] as const) {
    canvas.ownerDocument.addEventListener(type, listener, options);
  }
  return {
    coalesced,
    current: () => active?.stroke,
    finish(stroke) {
      if (active?.stroke === stroke) active = undefined;
    },
    stop: () => stop.abort(),
  };
}

function sampleOf(event: PointerEvent, startedAt: number, at: { x: number; y: number }): Sample {
  return {
    x: Math.round(at.x * 100),
    y: Math.round(at.y * 100),
    t: Math.max(0, Math.round((event.timeStamp - startedAt) * 10)),
    // A mouse and many fingers have no pressure of their own: the standard's 0.5 would be made up.
    p:
      event.pointerType === 'pen' || (event.pressure !== 0.5 && event.pressure > 0)
        ? Math.round(event.pressure * 1023)
        : 0,
    tx: Math.round(event.tiltX),
    ty: Math.round(event.tiltY),
  };
}

function kindOf(event: PointerEvent): Pointer {
  return event.pointerType === 'pen' || event.pointerType === 'touch' ? event.pointerType : 'mouse';
}
