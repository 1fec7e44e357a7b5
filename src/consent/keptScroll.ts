import { useEffect, useLayoutEffect } from 'preact/hooks';
import type { ConsentSession } from './session.ts';

/** Brings a patient who comes back from what was open beside the way, or from a cover, to where they were reading. */
export function useKeptScroll({ draft, scrolled }: ConsentSession): void {
  const { aside } = draft.value;
  // After the heading took the focus, which scrolls to it.
  useLayoutEffect(() => {
    if (aside === 'none' && scrolled.top > 0) window.scrollTo({ top: scrolled.top, behavior: 'instant' });
  }, [aside, scrolled]);
  useEffect(() => {
    const stop = new AbortController();
    const note = (): void => {
      if (draft.peek().aside === 'none') scrolled.top = window.scrollY;
    };
    window.addEventListener('scroll', note, { signal: stop.signal, passive: true });
    return () => stop.abort();
  }, [draft, scrolled]);
}
