/** A field to sign in, and a hand that draws on it: pointer events as a browser sends them, each sample as wished. */
import { render } from '@testing-library/preact';
import { useSignal } from '@preact/signals';
import { expect } from 'vitest';
import type { DrawnDraft } from '../../src/consent/draft.ts';
import { strokesOf } from '../../src/consent/drawing.ts';
import { SignatureField } from '../../src/consent/SignatureField.tsx';
import type { Sample, Stroke } from '../../src/domain/strokes.ts';

/** `t` is in milliseconds; `x` and `y` are CSS pixels of the canvas; pressure is from 0 to 1. */
export type Point = { x: number; y: number; t: number; pressure?: number; tiltX?: number; tiltY?: number };
export type Hand = { id?: number; pointerType?: 'pen' | 'touch' | 'mouse'; buttons?: number; first?: boolean };

export type SigningField = {
  canvas: HTMLCanvasElement;
  drawn: () => DrawnDraft | null;
  strokes: () => Stroke[];
  /** Waits until so many strokes are kept. */
  kept: (many: number) => Promise<void>;
  press: (name: string) => void;
  /** Sets the width and height of the canvas, as turning the tablet does, and waits until it is drawn anew. */
  resize: (width: number, height: number) => Promise<void>;
  leave: () => void;
};

export function aField(start: DrawnDraft | null = null, size = { width: 700, height: 300 }): SigningField {
  let now = start;
  function Host() {
    const drawn = useSignal<DrawnDraft | null>(start);
    return (
      <div style={{ inlineSize: '100%' }}>
        <SignatureField
          label="Signature field"
          line="Sign on the line"
          drawn={drawn.value}
          kept
          onChange={(changed) => {
            now = changed;
            drawn.value = changed;
          }}
        />
      </div>
    );
  }
  // The style sheet that is under the field's own must be there before the pad measures itself.
  const style = document.createElement('style');
  const setSize = (width: number, height: number): void => {
    style.textContent = `.signature-canvas { inline-size: ${width}px !important; block-size: ${height}px !important; border: 0 !important }`;
  };
  setSize(size.width, size.height);
  document.head.append(style);
  const { container, getByRole, unmount } = render(<Host />);
  const canvas = container.querySelector('canvas') as HTMLCanvasElement;
  return {
    canvas,
    drawn: () => now,
    strokes: () => strokesOf(now),
    async kept(many) {
      await expect.poll(() => strokesOf(now).length).toBe(many);
    },
    press: (name) => getByRole('button', { name }).click(),
    async resize(width, height) {
      setSize(width, height);
      await expect.poll(() => canvas.width).toBe(Math.round(width * window.devicePixelRatio));
    },
    leave() {
      unmount();
      style.remove();
    },
  };
}

export function pointer(
  type: 'pointerdown' | 'pointermove' | 'pointerup' | 'pointercancel',
  canvas: HTMLCanvasElement,
  point: Point,
  { id = 1, pointerType = 'pen', buttons, first = true }: Hand = {},
): PointerEvent {
  const box = canvas.getBoundingClientRect();
  const event = new PointerEvent(type, {
    bubbles: true,
    cancelable: true,
    composed: true,
    isPrimary: first,
    pointerId: id,
    pointerType,
    clientX: box.left + point.x,
    clientY: box.top + point.y,
    pressure: point.pressure ?? 0.25,
    tiltX: point.tiltX ?? 0,
    tiltY: point.tiltY ?? 0,
    button: type === 'pointermove' ? -1 : 0,
    buttons: buttons ?? (type === 'pointerup' || type === 'pointercancel' ? 0 : 1),
  });
  // Real time would be the test's; a hand's is in the points.
  Object.defineProperty(event, 'timeStamp', { value: point.t });
  return event;
}

/** A move with all the samples that the browser had since the last frame. */
export function move(canvas: HTMLCanvasElement, points: readonly Point[], hand: Hand = {}): void {
  const between = points.map((point) => pointer('pointermove', canvas, point, hand));
  const last = points.at(-1);
  if (!last) return;
  const event = pointer('pointermove', canvas, last, hand);
  event.getCoalescedEvents = () => between;
  canvas.dispatchEvent(event);
}

export function down(canvas: HTMLCanvasElement, point: Point, hand: Hand = {}): void {
  canvas.dispatchEvent(pointer('pointerdown', canvas, point, hand));
}

export function up(canvas: HTMLCanvasElement, point: Point, hand: Hand = {}): void {
  canvas.dispatchEvent(pointer('pointerup', canvas, point, hand));
}

export function cancel(canvas: HTMLCanvasElement, point: Point, hand: Hand = {}): void {
  canvas.dispatchEvent(pointer('pointercancel', canvas, point, hand));
}

/** What Safari tells of a touch, and no other browser: the Pencil is a `stylus`. */
export type Contact = Point & { id: number; touchType: 'stylus' | 'direct' };

/** A touch event as an iPad sends it: `changed` is what it is about, `others` are on the glass besides. */
export function touch(
  type: 'touchstart' | 'touchmove' | 'touchend' | 'touchcancel',
  canvas: HTMLCanvasElement,
  changed: Contact,
  others: readonly Contact[] = [],
): void {
  const box = canvas.getBoundingClientRect();
  const asTouch = ({ id, touchType, x, y, pressure = 0.4 }: Contact): Touch => {
    const at = { clientX: box.left + x, clientY: box.top + y };
    return Object.assign(new Touch({ identifier: id, target: canvas, ...at, force: pressure }), { touchType });
  };
  const about = asTouch(changed);
  const besides = others.map(asTouch);
  const still = type === 'touchend' || type === 'touchcancel' ? besides : [...besides, about];
  const given = { touches: still, targetTouches: still, changedTouches: [about] };
  const event = new TouchEvent(type, { bubbles: true, cancelable: true, ...given });
  Object.defineProperty(event, 'timeStamp', { value: changed.t });
  canvas.dispatchEvent(event);
}

/** A whole stroke through these points, four samples a frame. */
export function draw(canvas: HTMLCanvasElement, points: readonly Point[], hand: Hand = {}): void {
  const [first, ...rest] = points;
  const last = rest.pop();
  if (!first || !last) throw new Error('a stroke has two points and more');
  down(canvas, first, hand);
  for (let i = 0; i < rest.length; i += 4) move(canvas, rest.slice(i, i + 4), hand);
  up(canvas, last, hand);
}

/** Three seconds of a Pencil at 240 Hz, beginning at `start` milliseconds. */
export function threeSeconds(start: number): Point[] {
  return Array.from({ length: 720 }, (_, i) => {
    const s = i / 240;
    return {
      x: 40 + 180 * s + 26 * Math.sin(9 * s),
      y: 150 + 42 * Math.sin(13 * s),
      t: start + s * 1_000,
      pressure: 0.4 + 0.2 * Math.sin(7 * s),
      tiltX: Math.round(30 + 6 * Math.sin(2 * s)),
      tiltY: -18,
    };
  });
}

/** What is recorded is what the hand did, sample by sample: a browser may round where a pointer is, by no more than this. */
export function expectSamples(samples: readonly Sample[], points: readonly Point[]): void {
  expect(samples).toHaveLength(points.length);
  for (const [i, { x, y, t, p, tx, ty }] of samples.entries()) {
    const point = points[i] as Required<Point>;
    expectClose(x, point.x * 100, 1);
    expectClose(y, point.y * 100, 1);
    expectClose(t, (point.t - (points[0]?.t ?? 0)) * 10, 0.5);
    expectClose(p, point.pressure * 1_023, 1);
    expect({ tx, ty }).toEqual({ tx: point.tiltX, ty: point.tiltY });
  }
}

function expectClose(recorded: number, wished: number, most: number): void {
  expect(Math.abs(recorded - wished)).toBeLessThanOrEqual(most);
}

/** A straight line, for tests to which the shape makes no difference. */
export function line(from: Point, to: { x: number; y: number }, samples = 12): Point[] {
  return Array.from({ length: samples }, (_, i) => ({
    x: from.x + ((to.x - from.x) * i) / (samples - 1),
    y: from.y + ((to.y - from.y) * i) / (samples - 1),
    t: from.t + i * 4,
  }));
}

/** Whether there is ink within `reach` CSS pixels of a place on the canvas. */
export function inkAt(canvas: HTMLCanvasElement, x: number, y: number, reach = 4): boolean {
  const ratio = window.devicePixelRatio;
  const side = 2 * reach * ratio;
  const pixels = canvas.getContext('2d')?.getImageData((x - reach) * ratio, (y - reach) * ratio, side, side).data;
  return pixels?.some((value, i) => i % 4 === 3 && value > 0) ?? false;
}

/** Whether there is any ink at all. */
export function hasInk(canvas: HTMLCanvasElement): boolean {
  const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
  return pixels?.some((value, i) => i % 4 === 3 && value > 0) ?? false;
}
