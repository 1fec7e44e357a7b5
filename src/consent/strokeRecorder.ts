import type { Pointer, Sample, Stroke } from '../domain/strokes.ts';

/**
 * Hears a hand on a canvas and makes strokes of it, with every sample that the browser has. What is drawn follows from
 * these strokes alone, so that ink and record cannot differ.
 *
 * A pen goes before a hand: the palm came down with it or before it. A second finger begins nothing and ends nothing.
 * Pointer events are heard first, for a Pencil makes four samples a frame (FACTS, measured); touch events too, since
 * Scribble on an iPad swallows pointer events, some or all of them.
 */
export type StrokeRecorder = {
  /** Whether the browser hands out the samples between two frames. */
  coalesced: boolean;
  stop: () => void;
};

/** `startedAt` is in milliseconds of `performance.now()`. */
export type RecordedStroke = Omit<Stroke, 'at'> & { startedAt: number };

/** From pixels of the canvas to those of the pad that was first drawn on. */
export type ToSpace = (x: number, y: number) => { x: number; y: number };

type Given = {
  canvas: HTMLCanvasElement;
  toSpace: () => ToSpace;
  /** Whether there is a pen's ink: then a hand on the glass is a palm. */
  penWrote: () => boolean;
  /** After each sample or several: the stroke is the same object, longer. */
  onGrown: (stroke: RecordedStroke) => void;
  onEnded: (stroke: RecordedStroke) => void;
  /** The stroke was a palm's. */
  onDropped: () => void;
  /** A finger drew where only the pen does: not a palm that lay there while the pen wrote. */
  onPenOnly: () => void;
};

type Place = { clientX: number; clientY: number };

/** A pointer that is down, whether it draws or not. */
type Contact = { pointer: Pointer; at: Place; from: Place; besidePen: boolean };

/** The stroke that is being drawn. */
type Active = {
  stroke: RecordedStroke;
  map: ToSpace;
  box: DOMRect;
  at: Place;
  pointerId?: number | undefined;
  touchId?: number | undefined;
  /** The pointer told of its place since the last touch event: the next one tells nothing new. */
  told: boolean;
};

/** CSS pixels within which a touch and a pointer event are of one finger. */
const SAME_SPOT = 24;

/** CSS pixels that a finger moves on purpose. */
const ON_PURPOSE = 40;

export function recordStrokes(given: Given): StrokeRecorder {
  const { canvas, toSpace, penWrote, onGrown, onEnded, onDropped, onPenOnly } = given;
  const coalesced = 'getCoalescedEvents' in PointerEvent.prototype;
  const down = new Map<number, Contact>();
  let active: Active | undefined;

  /** `alone`: no other of its kind is on the glass, so that one whose end did not arrive has left. */
  const begin = (kind: Pointer, at: Place, time: number, alone: boolean): Active | undefined => {
    const before = active;
    if (before && kind === 'pen' && before.stroke.pointer === 'touch') {
      active = undefined;
      onDropped();
    } else if (before) {
      if (before.stroke.pointer !== kind || !alone) return undefined;
      end(before);
    } else if (kind === 'touch' && penWrote()) return undefined;
    if (kind === 'pen') for (const contact of down.values()) contact.besidePen = true;
    const stroke: RecordedStroke = { pointer: kind, startedAt: time, samples: [] };
    active = { stroke, map: toSpace(), box: canvas.getBoundingClientRect(), at, told: false };
    return active;
  };
  const add = ({ stroke, map, box }: Active, at: Place, force: Force, time: number): void => {
    const { x, y } = map(at.clientX - box.left, at.clientY - box.top);
    const last = stroke.samples.at(-1);
    // Two streams of events may tell of one moment in two ways; time goes on all the same.
    const t = Math.max(last?.t ?? 0, Math.round((time - stroke.startedAt) * 10));
    const sample = { x: Math.round(x * 100), y: Math.round(y * 100), t, ...force };
    if (last && last.t === t && last.x === sample.x && last.y === sample.y) return;
    stroke.samples.push(sample);
  };
  const end = (ending: Active): void => {
    if (active === ending) active = undefined;
    onEnded(ending.stroke);
  };

  const addPointer = (drawing: Active, event: PointerEvent): void => {
    const between = event.type === 'pointermove' && coalesced ? event.getCoalescedEvents() : [];
    for (const one of between.length > 0 ? between : [event]) add(drawing, one, forceOf(one), one.timeStamp);
    drawing.at = placeOf(event);
    drawing.told = true;
    onGrown(drawing.stroke);
  };
  /** Takes a pointer for that of a stroke which a touch has begun, since Scribble swallowed the pointer's beginning. */
  const adopt = (event: PointerEvent): Active | undefined => {
    if (active?.pointerId !== undefined || down.has(event.pointerId) || event.buttons === 0) return undefined;
    if (!active || !near(active.at, event)) return undefined;
    active.pointerId = event.pointerId;
    active.stroke.pointer = kindOf(event);
    return active;
  };
  const pointerDown = (event: PointerEvent): void => {
    if (event.button > 0) return;
    // So that no mouse events follow which would select and drag.
    event.preventDefault();
    const kind = kindOf(event);
    const at = placeOf(event);
    const drawing = adopt(event) ?? begin(kind, at, event.timeStamp, event.isPrimary);
    down.set(event.pointerId, { pointer: kind, at, from: at, besidePen: penDraws() });
    if (!drawing) return;
    drawing.pointerId = event.pointerId;
    addPointer(drawing, event);
  };
  const pointerMove = (event: PointerEvent): void => {
    const contact = down.get(event.pointerId);
    if (contact) contact.at = placeOf(event);
    const drawing = active?.pointerId === event.pointerId ? active : adopt(event);
    if (!drawing) return;
    if (event.buttons === 0) end(drawing);
    else addPointer(drawing, event);
  };
  const pointerEnd = (event: PointerEvent): void => {
    const contact = down.get(event.pointerId);
    down.delete(event.pointerId);
    if (active?.pointerId === event.pointerId) {
      if (event.type === 'pointerup') addPointer(active, event);
      end(active);
    } else if (contact?.pointer === 'touch' && event.type === 'pointerup' && !contact.besidePen && penWrote()) {
      if (distance(contact.from, event) > ON_PURPOSE) onPenOnly();
    }
  };
  const penDraws = (): boolean => active?.stroke.pointer === 'pen';

  const touchStart = (event: TouchEvent): void => {
    // Nothing else is to follow from a touch here: no scrolling, no magnifier, no Scribble.
    if (event.cancelable) event.preventDefault();
    for (const touch of event.changedTouches) {
      const pointer = pointerOf(touch);
      if (pointer !== undefined && pointer !== active?.pointerId) continue;
      if (active && pointer !== undefined && active.touchId === undefined) {
        active.touchId = touch.identifier;
        active.told = false;
        continue;
      }
      const drawing = begin(kindOfTouch(touch), placeOf(touch), event.timeStamp, event.targetTouches.length === 1);
      if (!drawing) continue;
      drawing.touchId = touch.identifier;
      addTouch(drawing, touch, event.timeStamp);
    }
  };
  /** The pointer of the finger or pen that a touch event tells of, where its pointer events arrived: the nearest. */
  const pointerOf = (touch: Touch): number | undefined =>
    [...down]
      .map(([id, { at }]) => ({ id, away: distance(at, touch) }))
      .filter(({ away }) => away <= SAME_SPOT)
      .toSorted((a, b) => a.away - b.away)[0]?.id;
  const addTouch = (drawing: Active, touch: Touch, time: number): void => {
    if (!drawing.told) {
      add(drawing, touch, { p: Math.round((touch.force || 0) * 1_023), tx: 0, ty: 0 }, time);
      drawing.at = placeOf(touch);
      onGrown(drawing.stroke);
    }
    drawing.told = false;
  };
  const touchGoesOn = (event: TouchEvent): void => {
    if (event.cancelable) event.preventDefault();
    for (const touch of event.changedTouches) {
      if (!active || touch.identifier !== active.touchId) continue;
      const drawing = active;
      if (event.type !== 'touchcancel') addTouch(drawing, touch, event.timeStamp);
      if (event.type !== 'touchmove') end(drawing);
    }
    // A pointer whose end Scribble swallowed would pass for one that is still there.
    if (event.touches.length === 0 && event.type !== 'touchmove') down.clear();
  };

  const stop = new AbortController();
  const options = { signal: stop.signal, passive: false };
  canvas.addEventListener('pointerdown', pointerDown, options);
  // A stroke may leave the canvas and end anywhere; touch and pen are captured by the browser, a mouse is not.
  const page = canvas.ownerDocument;
  page.addEventListener('pointermove', pointerMove, options);
  for (const type of ['pointerup', 'pointercancel'] as const) page.addEventListener(type, pointerEnd, options);
  canvas.addEventListener('touchstart', touchStart, options);
  for (const type of ['touchmove', 'touchend', 'touchcancel'] as const)
    canvas.addEventListener(type, touchGoesOn, options);
  return { coalesced, stop: () => stop.abort() };
}

type Force = Pick<Sample, 'p' | 'tx' | 'ty'>;

function forceOf(event: PointerEvent): Force {
  return {
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

/** Safari on an iPad tells a Pencil from a finger here; other browsers have pointer events for that. */
function kindOfTouch(touch: Touch & { touchType?: string }): Pointer {
  return touch.touchType === 'stylus' ? 'pen' : 'touch';
}

function placeOf({ clientX, clientY }: Place): Place {
  return { clientX, clientY };
}

function distance(a: Place, b: Place): number {
  return Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
}

function near(a: Place, b: Place): boolean {
  return distance(a, b) <= SAME_SPOT;
}
