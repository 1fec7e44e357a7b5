import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../ui/Button.tsx';
import { Row } from '../ui/Stack.tsx';
import type { DrawnDraft } from './draft.ts';
import { strokesOf, withoutLastStroke, withStroke } from './drawing.ts';
import { startInkPad, type InkPad } from './inkPad.ts';
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
  const latest = useRef({ drawn, onChange });
  latest.current = { drawn, onChange };

  // Before the field is painted: whoever sees it can sign in it.
  useLayoutEffect(() => {
    if (!canvas.current) return undefined;
    const started = startInkPad({
      canvas: canvas.current,
      ink: getComputedStyle(canvas.current).color,
      onStroke(stroke) {
        const { drawn: before, onChange: tell } = latest.current;
        // The first stroke since the field is there sets the clock, also where strokes of an earlier time came before.
        if (!before) firstAt.current = stroke.startedAt;
        const now = withStroke(before, stroke, {
          space: started.space(),
          coalesced: started.coalesced,
          firstAt: firstAt.current,
        });
        latest.current.drawn = now;
        tell(now);
      },
    });
    pad.current = started;
    started.show(strokesOf(drawn), drawn ?? undefined);
    return () => started.stop();
  }, []);
  const replace = (now: DrawnDraft | null): void => {
    latest.current.drawn = now;
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
      <Row>
        <Button kind="quiet" disabled={!drawn} onClick={() => drawn && replace(withoutLastStroke(drawn))}>
          {words.undo}
        </Button>
        <Button kind="quiet" disabled={!drawn} onClick={() => replace(null)}>
          {words.clear}
        </Button>
      </Row>
    </div>
  );
}
