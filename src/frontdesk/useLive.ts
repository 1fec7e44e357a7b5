import { useEffect, useState } from 'preact/hooks';
import type { Answer, Problem } from '../ui/api.ts';
import { changes } from './live.ts';

/** What was last known, and what went wrong with the latest look; both may be there at once. */
export type Live<T> = { value?: T; problem?: Problem };

/** Loads, and loads anew with every change. `key` says what is loaded: another key starts from nothing. */
export function useLive<T>(key: string, load: (signal: AbortSignal) => Promise<Answer<T>>): Live<T> {
  const [live, setLive] = useState<{ key: string } & Live<T>>({ key });
  useEffect(() => {
    const leaving = new AbortController();
    let running = false;
    let again = false;
    // One at a time, and once more when something changed meanwhile: a burst of changes makes two requests.
    async function refresh(): Promise<void> {
      again = running;
      if (running) return;
      running = true;
      do {
        again = false;
        const answer = await load(leaving.signal);
        if (leaving.signal.aborted) return;
        setLive((last) =>
          answer.ok
            ? { key, value: answer.value }
            : { ...(last.key === key ? last : { key }), problem: answer.problem },
        );
      } while (again);
      running = false;
    }
    const unfollow = changes.subscribe(() => void refresh());
    return () => {
      unfollow();
      leaving.abort();
    };
    // `key` stands for `load`, which is made anew with each drawing.
  }, [key]);
  return live.key === key ? live : {};
}
