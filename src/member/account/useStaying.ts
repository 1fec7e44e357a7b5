import { useEffect, useState } from 'preact/hooks';
import { leave, lookAgain } from './session.ts';

/** Milliseconds without a sign of life: when to warn, and when it ends, as it does with the practice. */
const WARN_AFTER = 25 * 60_000;
const END_AFTER = 30 * 60_000;
/** The practice hears of somebody who reads without asking for anything. */
const TELL_EVERY = 5 * 60_000;
const LOOK_EVERY = 15_000;

const SIGNS = ['pointerdown', 'keydown', 'scroll'] as const;

/** Signs out whoever has left, after a warning that any touch or key answers (WCAG 2.2.1). Answers whether to warn. */
export function useStaying(): boolean {
  const [warned, setWarned] = useState(false);
  useEffect(() => {
    let last = Date.now();
    let told = last;
    function alive(): void {
      last = Date.now();
      setWarned(false);
      if (last - told < TELL_EVERY) return;
      told = last;
      void lookAgain();
    }
    function look(): void {
      const silent = Date.now() - last;
      if (silent >= END_AFTER) void leave({ ended: true });
      else setWarned(silent >= WARN_AFTER);
    }
    const timer = setInterval(look, LOOK_EVERY);
    for (const sign of SIGNS) window.addEventListener(sign, alive, { passive: true });
    // A phone that slept counts no time: looked at again, it is asked at once.
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      for (const sign of SIGNS) window.removeEventListener(sign, alive);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  return warned;
}
