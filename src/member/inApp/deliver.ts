import { signal, type ReadonlySignal } from '@preact/signals';
import type { TabletDatabase } from '../../local/database.ts';
import { drain, sendThrough, webLock } from '../../local/drain.ts';
import { appVersion } from '../../ui/appVersion.ts';
import { doorOf } from './start.ts';
import type { Held } from './state.ts';

/** Milliseconds between tries while something waits. */
const EVERY = 5_000;

export type Delivery = { reached: ReadonlySignal<boolean | undefined>; now: () => void; stop: () => void };

/** Carries what was signed to the practice for as long as the page is open: at once, when the network is back, and by and by. */
export function startDelivery(held: Held, database: TabletDatabase): Delivery {
  const receiptKey = held.link.begun?.receiptKey;
  if (!receiptKey) throw new Error('nothing was begun');
  const reached = signal<boolean | undefined>(undefined);
  const stopped = new AbortController();
  const send = sendThrough(doorOf(held));
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function look(): Promise<void> {
    clearTimeout(timer);
    // A broken database is told by the screen that reads it; the next look tries again.
    const result = await drain({
      database,
      receiptKey: receiptKey as NonNullable<typeof receiptKey>,
      send,
      now: Date.now,
      chance: Math.random,
      lock: webLock,
      app: appVersion,
      force: true,
    }).catch(() => undefined);
    if (result && result.kind !== 'busy') reached.value = result.kind === 'drained';
    const waits = result?.kind === 'drained' ? result.waiting > 0 : true;
    if (waits && !stopped.signal.aborted) timer = setTimeout(() => void look(), EVERY);
  }

  const wake = (): void => void look();
  const options = { signal: stopped.signal };
  window.addEventListener('online', wake, options);
  window.addEventListener('pageshow', wake, options);
  document.addEventListener('visibilitychange', wake, options);
  wake();
  return {
    reached,
    now: wake,
    stop() {
      stopped.abort();
      clearTimeout(timer);
    },
  };
}
