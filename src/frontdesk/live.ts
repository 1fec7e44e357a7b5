import { signal } from '@preact/signals';

/** Grows whenever something of the practice may have changed: what is on screen is then fetched anew. */
export const changes = signal(0);

/** Milliseconds. The server gives a sign of life every 15 s: after three missed ones the stream is taken for dead. */
const LONGEST_SILENCE = 50_000;
const POLL_EVERY = 15_000;

/** Follows the practice's changes until the answer is called: by the event stream, or by polling where that fails. */
export function followChanges(): () => void {
  let source: EventSource | undefined;
  let polling: ReturnType<typeof setInterval> | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;

  const changed = (): void => void changes.value++;
  function heard(): void {
    clearInterval(polling);
    polling = undefined;
    clearTimeout(silence);
    silence = setTimeout(lost, LONGEST_SILENCE);
  }
  function lost(): void {
    clearTimeout(silence);
    source?.close();
    source = undefined;
    if (polling !== undefined) return;
    polling = setInterval(lookAgain, POLL_EVERY);
    changed();
  }
  function lookAgain(): void {
    changed();
    if (!source) connect();
  }
  function connect(): void {
    if (!('EventSource' in globalThis)) return lost();
    source = new EventSource('/api/staff/events');
    source.addEventListener('open', heard);
    source.addEventListener('alive', heard);
    source.addEventListener('change', () => {
      heard();
      changed();
    });
    source.addEventListener('error', lost);
  }
  const comeBack = (): void => {
    if (document.visibilityState === 'visible') lookAgain();
  };

  connect();
  addEventListener('online', comeBack);
  addEventListener('offline', changed);
  document.addEventListener('visibilitychange', comeBack);
  return () => {
    source?.close();
    clearInterval(polling);
    clearTimeout(silence);
    removeEventListener('online', comeBack);
    removeEventListener('offline', changed);
    document.removeEventListener('visibilitychange', comeBack);
  };
}
