import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Row } from '../ui/Stack.tsx';
import type { DrawnDraft } from './draft.ts';
import { strokesOf, withoutLastStroke, withStroke } from './drawing.ts';
import { startInkPad, type InkPad } from './inkPad.ts';
import type { RecordedStroke } from './strokeRecorder.ts';
import { consentWords } from './text.ts';
import './SignatureField.css';

type FieldProps = {
  /** What the field is for, and how to do without it: read out in its place. */
  label: string;
  /** What stands on the line. */
  line: string;
  drawn: DrawnDraft | null;
  /** Whether this device has all of it: only then is it said how much was drawn. */
  kept: boolean;
  onChange: (drawn: DrawnDraft | null) => void;
};

/** A field to sign in. What is drawn is kept stroke by stroke; the picture follows from the strokes, never the reverse. */
export function SignatureField({ label, line, drawn, kept, onChange }: FieldProps) {
  const words = consentWords().sign;
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<InkPad | null>(null);
  const firstAt = useRef<number | undefined>(undefined);
  /** The strokes that are over. What is kept may be a part of one more, so that a killed tab loses little of it. */
  const whole = useRef(drawn);
  const tell = useRef(onChange);
  tell.current = onChange;
  const penOnly = useSignal(false);

  // Before the field is painted: whoever sees it can sign in it.
  useLayoutEffect(() => {
    if (!canvas.current) return undefined;
    const plus = (stroke: RecordedStroke): DrawnDraft => {
      // The first stroke since the field is there sets the clock, also where strokes of an earlier time came before.
      if (!whole.current) firstAt.current = stroke.startedAt;
      const { coalesced } = started;
      return withStroke(whole.current, stroke, { space: started.space(), coalesced, firstAt: firstAt.current });
    };
    const started = startInkPad({
      canvas: canvas.current,
      ink: getComputedStyle(canvas.current).color,
      onStroke(stroke) {
        penOnly.value = false;
        whole.current = plus(stroke);
        tell.current(whole.current);
      },
      onPart: (stroke) => tell.current(plus(stroke)),
      onDropped: () => tell.current(whole.current),
      onPenOnly: () => (penOnly.value = true),
    });
    const away = new AbortController();
    for (const kind of ['visibilitychange', 'pagehide'])
      window.addEventListener(kind, started.tell, { signal: away.signal, capture: true });
    pad.current = started;
    started.show(strokesOf(drawn), drawn ?? undefined);
    return () => {
      // Whoever leaves in the middle of a stroke saw that much of it.
      started.tell();
      away.abort();
      started.stop();
    };
  }, []);
  const replace = (now: DrawnDraft | null): void => {
    penOnly.value = false;
    whole.current = now;
    pad.current?.show(strokesOf(now), now ?? undefined);
    onChange(now);
  };

  return (
    <div class="signature-field">
      <canvas ref={canvas} class="signature-canvas" role="img" aria-label={label} />
      <p class="signature-line" aria-hidden="true">
        {line}
      </p>
      <p class="visually-hidden" role="status">
        {kept && words.strokes(strokesOf(drawn).length)}
      </p>
      <div role="status">{penOnly.value && <Notice kind="info">{words.penOnly}</Notice>}</div>
      <Row>
        <Button
          kind="quiet"
          disabled={!drawn}
          onClick={() => replace(whole.current && withoutLastStroke(whole.current))}
        >
          {words.undo}
        </Button>
        <Button kind="quiet" disabled={!drawn} onClick={() => replace(null)}>
          {words.clear}
        </Button>
      </Row>
    </div>
  );
}
