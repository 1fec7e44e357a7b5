import SignaturePad from 'signature_pad';
import type { Stroke } from '../domain/strokes.ts';
import { recordStrokes, type RecordedStroke, type ToSpace } from './strokeRecorder.ts';

/**
 * A canvas to sign on. The strokes are the record; the ink on the canvas is drawn from them, sample by sample as they
 * come, and anew after each change of size. signature_pad draws it and hears nothing: it would take another hand's
 * events for a stroke than the record does.
 */
export type InkPad = {
  /** CSS pixels of the space that strokes are recorded in: the canvas as it was when the first stroke began. */
  space: () => { width: number; height: number };
  coalesced: boolean;
  /** Draws these strokes instead of what is there; one that is being drawn stays. */
  show: (strokes: readonly Stroke[], space: { width: number; height: number } | undefined) => void;
  /** Tells now how far the stroke has come that is being drawn. */
  tell: () => void;
  stop: () => void;
};

/** Tenths of a millisecond of a stroke that a tab killed in the middle of it may lose. */
const UNTOLD = 5_000;

/** Samples that are drawn again while a stroke grows: a quarter of a second of a Pencil, so that ink never lags behind. */
const TAIL = 60;

type Given = {
  canvas: HTMLCanvasElement;
  ink: string;
  onStroke: (stroke: RecordedStroke) => void;
  /** Now and then while a stroke is drawn: it is not over. */
  onPart: (stroke: RecordedStroke) => void;
  /** What was begun was a palm's: no part of it stays. */
  onDropped: () => void;
  /** A finger tried to draw where a pen has written. */
  onPenOnly: () => void;
};

export function startInkPad({ canvas, ink, onStroke, onPart, onDropped, onPenOnly }: Given): InkPad {
  let shown: readonly Pick<Stroke, 'pointer' | 'at' | 'samples'>[] = [];
  let space: { width: number; height: number } | undefined;
  let growing: RecordedStroke | undefined;
  let told = 0;
  let resizeWaits = false;

  const tell = (): void => {
    if (!growing) return;
    told = growing.samples.at(-1)?.t ?? 0;
    onPart(growing);
  };
  const scale = (): number =>
    space ? Math.min(canvas.clientWidth / space.width, canvas.clientHeight / space.height) : 1;
  const toSpace = (): ToSpace => {
    space ??= { width: canvas.clientWidth, height: canvas.clientHeight };
    const by = scale();
    return (x, y) => ({ x: x / by, y: y / by });
  };
  const pad = new SignaturePad(canvas);
  pad.off();
  // What it set on its way out would let the page scroll under a stroke.
  canvas.removeAttribute('style');

  const groupOf = ({ samples }: Pick<Stroke, 'samples'>) => {
    const by = scale();
    return {
      penColor: ink,
      dotSize: 0,
      minWidth: 1.2,
      maxWidth: 3.6,
      velocityFilterWeight: 0.7,
      compositeOperation: 'source-over' as const,
      points: samples.map((sample) => ({
        x: (sample.x / 100) * by,
        y: (sample.y / 100) * by,
        pressure: sample.p > 0 ? sample.p / 1023 : 0.5,
        time: 1 + sample.t / 10,
      })),
    };
  };
  const redraw = (): void => pad.fromData([...shown, ...(growing ? [growing] : [])].map(groupOf));
  const resize = (): void => {
    // What is being drawn is measured in the size that was there when it began.
    resizeWaits = growing !== undefined;
    if (growing) return;
    const ratio = Math.max(window.devicePixelRatio, 1);
    canvas.width = Math.round(canvas.clientWidth * ratio);
    canvas.height = Math.round(canvas.clientHeight * ratio);
    canvas.getContext('2d')?.scale(ratio, ratio);
    redraw();
  };
  const over = (): void => {
    growing = undefined;
    told = 0;
    if (shown.length === 0) space = undefined;
    if (resizeWaits) resize();
    else redraw();
  };
  const recorder = recordStrokes({
    canvas,
    toSpace,
    penWrote: () => shown.some(({ pointer }) => pointer === 'pen'),
    onGrown(stroke) {
      growing = stroke;
      const { samples } = stroke;
      const whole = Math.max(0, Math.floor(samples.length / TAIL) - 1) * TAIL;
      pad.fromData([groupOf({ samples: samples.slice(whole) })], { clear: false });
      if ((stroke.samples.at(-1)?.t ?? 0) - told >= UNTOLD) tell();
    },
    onEnded(stroke) {
      shown = [...shown, { ...stroke, at: 0 }];
      over();
      onStroke(stroke);
    },
    onDropped() {
      over();
      onDropped();
    },
    onPenOnly,
  });
  const observer = new ResizeObserver(resize);
  observer.observe(canvas);
  resize();

  return {
    space: () => space ?? { width: canvas.clientWidth, height: canvas.clientHeight },
    coalesced: recorder.coalesced,
    show(strokes, wanted) {
      shown = strokes;
      if (!growing) space = strokes.length > 0 ? (wanted ?? space) : undefined;
      redraw();
    },
    tell,
    stop() {
      observer.disconnect();
      recorder.stop();
    },
  };
}
