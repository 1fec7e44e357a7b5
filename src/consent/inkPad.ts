import SignaturePad from 'signature_pad';
import type { Sample, Stroke } from '../domain/strokes.ts';
import { recordStrokes, type RecordedStroke, type ToSpace } from './strokeRecorder.ts';

/**
 * A canvas to sign on. signature_pad draws the ink; the strokes that are recorded beside it are the record, and the
 * picture is drawn from them again after each change of size.
 */
export type InkPad = {
  /** CSS pixels of the space that strokes are recorded in: the canvas as it was when the first stroke began. */
  space: () => { width: number; height: number };
  coalesced: boolean;
  /** Draws these strokes instead of what is there. Not for strokes that were just drawn: they are on the canvas. */
  show: (strokes: readonly Stroke[], space: { width: number; height: number } | undefined) => void;
  stop: () => void;
};

type Given = { canvas: HTMLCanvasElement; ink: string; onStroke: (stroke: RecordedStroke) => void };

export function startInkPad({ canvas, ink, onStroke }: Given): InkPad {
  let shown: readonly Stroke[] = [];
  let space: { width: number; height: number } | undefined;
  // Clearing the pad in the middle of a stroke leaves it deaf to all that follow: what draws it anew waits for the end.
  let drawing = false;
  let resizeWaits = false;
  let redrawWaits = false;
  let beingDrawn: RecordedStroke | undefined;

  const scale = (): number =>
    space ? Math.min(canvas.clientWidth / space.width, canvas.clientHeight / space.height) : 1;
  const toSpace = (): ToSpace => {
    space ??= { width: canvas.clientWidth, height: canvas.clientHeight };
    const by = scale();
    return (x, y) => ({ x: x / by, y: y / by });
  };
  // Before the pad, so that a stroke is there when the pad begins its own.
  const recorder = recordStrokes(canvas, toSpace);
  const pad = new SignaturePad(canvas, { penColor: ink, minWidth: 1.2, maxWidth: 3.6, throttle: 0, minDistance: 0 });

  const redraw = (): void => {
    redrawWaits = drawing;
    if (drawing) return;
    const by = scale();
    const group = {
      penColor: ink,
      dotSize: 0,
      minWidth: 1.2,
      maxWidth: 3.6,
      velocityFilterWeight: 0.7,
      compositeOperation: 'source-over' as const,
    };
    pad.fromData(
      shown.map((stroke) => ({
        ...group,
        points: stroke.samples.map((sample) => ({
          x: (sample.x / 100) * by,
          y: (sample.y / 100) * by,
          pressure: sample.p > 0 ? sample.p / 1023 : 0.5,
          time: stroke.at + sample.t / 10,
        })),
      })),
    );
  };
  const resize = (): void => {
    resizeWaits = drawing;
    if (drawing) return;
    const ratio = Math.max(window.devicePixelRatio, 1);
    canvas.width = Math.round(canvas.clientWidth * ratio);
    canvas.height = Math.round(canvas.clientHeight * ratio);
    canvas.getContext('2d')?.scale(ratio, ratio);
    redraw();
  };

  pad.addEventListener('beginStroke', () => {
    drawing = true;
    beingDrawn = recorder.current();
  });
  pad.addEventListener('endStroke', () => {
    drawing = false;
    if (beingDrawn) recorder.finish(beingDrawn);
    const stroke = beingDrawn ?? fromPad(pad, toSpace());
    if (stroke && stroke.samples.length > 0) {
      shown = [...shown, { pointer: stroke.pointer, at: 0, samples: stroke.samples }];
      onStroke(stroke);
    }
    if (resizeWaits) resize();
    else if (redrawWaits) redraw();
  });
  const observer = new ResizeObserver(resize);
  observer.observe(canvas);
  resize();

  return {
    space: () => space ?? { width: canvas.clientWidth, height: canvas.clientHeight },
    coalesced: recorder.coalesced,
    show(strokes, wanted) {
      shown = strokes;
      // The stroke that is being drawn is measured in the space that was there when it began.
      if (!drawing) space = strokes.length > 0 ? (wanted ?? space) : undefined;
      redraw();
    },
    stop() {
      observer.disconnect();
      recorder.stop();
      pad.off();
    },
  };
}

/** Where pointer events did not arrive, as with Scribble on an iPad, what the pad itself saw is the record. */
function fromPad(pad: SignaturePad, map: ToSpace): RecordedStroke | undefined {
  const points = pad.toData().at(-1)?.points;
  const first = points?.[0];
  if (!points || !first) return undefined;
  const samples = points.map((point): Sample => {
    const at = map(point.x, point.y);
    return {
      x: Math.round(at.x * 100),
      y: Math.round(at.y * 100),
      t: Math.max(0, Math.round((point.time - first.time) * 10)),
      p: Math.round(point.pressure * 1023),
      tx: 0,
      ty: 0,
    };
  });
  return { pointer: 'touch', startedAt: performance.now() - (points.at(-1)?.time ?? first.time) + first.time, samples };
}
