import { useEffect } from 'preact/hooks';

/** Keeps the screen on while a patient reads, where the browser can. It lets go by itself when the page is hidden. */
export function useWakeLock(wanted: boolean): void {
  useEffect(() => {
    const locks = (navigator as { wakeLock?: WakeLock }).wakeLock;
    if (!wanted || !locks) return undefined;
    let held: WakeLockSentinel | undefined;
    let over = false;
    const take = async (): Promise<void> => {
      if (document.visibilityState !== 'visible' || (held && !held.released)) return;
      // Refused on a low battery: then the screen goes dark as it always does, and nothing is lost.
      const taken = await locks.request('screen').catch(() => undefined);
      if (over) await taken?.release();
      else held = taken;
    };
    const again = (): void => void take();
    document.addEventListener('visibilitychange', again);
    again();
    return () => {
      over = true;
      document.removeEventListener('visibilitychange', again);
      void held?.release();
    };
  }, [wanted]);
}
