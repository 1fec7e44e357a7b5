import { signal, type ReadonlySignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';

/** How long a patient has not touched the tablet: warned first, then covered (WCAG 2.2.1). */
export type Idle = { state: ReadonlySignal<'present' | 'warned' | 'covered'>; goOn: () => void };

/** Milliseconds without a touch, a key or scrolling. Between the two, one tap goes on. */
export type IdleTimes = { warnAfter: number; coverAfter: number };

/** While a patient reads and signs. */
const READING: IdleTimes = { warnAfter: 90_000, coverAfter: 120_000 };

export function useIdle({ warnAfter, coverAfter } = READING): Idle {
  const idle = useMemo(() => startIdle({ warnAfter, coverAfter }), [warnAfter, coverAfter]);
  useEffect(() => idle.watch(), [idle]);
  return idle;
}

function startIdle({ warnAfter, coverAfter }: IdleTimes) {
  const state = signal<'present' | 'warned' | 'covered'>('present');
  let last = Date.now();
  const goOn = (): void => {
    last = Date.now();
    state.value = 'present';
  };
  /** Once covered, a touch alone uncovers nothing. */
  const touched = (): void => {
    if (state.value !== 'covered') goOn();
  };
  const look = (): void => {
    if (isReadingAloud()) return touched();
    const passed = Date.now() - last;
    if (state.value === 'covered' || passed >= coverAfter) state.value = 'covered';
    else if (passed >= warnAfter) state.value = 'warned';
  };
  return {
    state,
    goOn,
    watch() {
      const stop = new AbortController();
      const options = { signal: stop.signal, capture: true, passive: true };
      for (const kind of ['pointerdown', 'keydown', 'input', 'focusin'] as const)
        document.addEventListener(kind, touched, options);
      document.addEventListener('scroll', touched, options);
      // A tablet that slept shows nothing of the patient when it wakes.
      document.addEventListener('visibilitychange', look, options);
      const timer = setInterval(look, 1_000);
      return () => {
        stop.abort();
        clearInterval(timer);
      };
    },
  };
}

function isReadingAloud(): boolean {
  return (globalThis.speechSynthesis as SpeechSynthesis | undefined)?.speaking === true;
}
