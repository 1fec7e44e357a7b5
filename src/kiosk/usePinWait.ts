import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { getMeta, setMeta } from '../local/meta.ts';
import type { TabletDatabase } from '../local/database.ts';
import { useLive } from '../ui/live.ts';

/** Seconds; a clock that was set back makes nobody wait for longer. */
const LONGEST = 16;

export type PinWait = {
  /** Undefined until it is known. */
  seconds: number | undefined;
  begin: (seconds: number) => void;
};

/** How long it takes until the next PIN is taken. It is kept on the tablet: loading the page anew shortens nothing. */
export function usePinWait(database: TabletDatabase): PinWait {
  const kept = useLive(async () => ({ until: (await getMeta(database, 'pinWait')) ?? 0 }), [database]);
  const until = kept?.until;
  const seconds = useSignal<number | undefined>(undefined);
  useEffect(() => {
    if (until === undefined) return undefined;
    const left = Math.min(LONGEST, Math.ceil((until - Date.now()) / 1_000));
    seconds.value = Math.max(0, left);
    if (left <= 0) return undefined;
    const timer = setTimeout(() => (seconds.value = 0), left * 1_000);
    return () => clearTimeout(timer);
  }, [until]);
  return {
    seconds: seconds.value,
    begin(wait) {
      // Before it is kept: nobody is quicker than the storage.
      seconds.value = wait;
      setMeta(database, 'pinWait', Date.now() + wait * 1_000).catch(() => {
        // A storage that fails must not shut staff out for good.
        setTimeout(() => (seconds.value = 0), wait * 1_000);
      });
    },
  };
}
