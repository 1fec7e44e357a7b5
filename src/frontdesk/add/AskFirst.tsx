import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../ui/Button.tsx';

type AskFirstProps = {
  children: string;
  /** Asked in the button's place; without it, a press does it at once. */
  question: string | undefined;
  yes: string;
  no: string;
  onYes: () => void;
};

/** A button for what can't be taken back: asks once, in its own place. */
export function AskFirst({ children, question, yes, no, onYes }: AskFirstProps) {
  const [asking, setAsking] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const kept = useRef(false);
  useLayoutEffect(() => {
    if (asking) box.current?.focus();
    else if (kept.current) box.current?.querySelector('button')?.focus();
    kept.current = false;
  }, [asking]);
  if (!asking || !question) {
    return (
      <div class="ask-first" ref={box}>
        <Button kind="plain" onClick={() => (question ? setAsking(true) : onYes())}>
          {children}
        </Button>
      </div>
    );
  }
  return (
    <div class="ask-first ask-first-open" role="group" aria-label={question} tabIndex={-1} ref={box}>
      <p>{question}</p>
      <div class="ask-first-buttons">
        <Button
          kind="danger"
          onClick={() => {
            setAsking(false);
            onYes();
          }}
        >
          {yes}
        </Button>
        <Button
          kind="quiet"
          onClick={() => {
            kept.current = true;
            setAsking(false);
          }}
        >
          {no}
        </Button>
      </div>
    </div>
  );
}
