import { useLayoutEffect, useRef } from 'preact/hooks';
import { uiWords } from './text.ts';
import './ErrorSummary.css';

export type FieldError = { id: string; text: string };

type ErrorSummaryProps = {
  errors: readonly FieldError[];
  /** Grows with each press of the form's button: the summary then takes the focus. */
  attempt: number;
};

/** What has to be put right, each with a way to its field. Shows nothing where nothing is wrong. */
export function ErrorSummary({ errors, attempt }: ErrorSummaryProps) {
  const box = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (attempt > 0) box.current?.focus();
  }, [attempt]);
  if (!errors.length) return null;
  return (
    <section class="error-summary" tabIndex={-1} ref={box} aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">{uiWords().errorSummary(errors.length)}</h2>
      <ul>
        {errors.map(({ id, text }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              onClick={(press) => {
                press.preventDefault();
                goTo(id);
              }}
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Groups have no focus of their own worth having: their first control takes it. */
function goTo(id: string): void {
  const target = document.getElementById(id);
  const control = target?.matches('fieldset') ? target.querySelector<HTMLElement>('input, select, textarea') : target;
  target?.scrollIntoView?.({ block: 'center' });
  control?.focus({ preventScroll: true });
}
