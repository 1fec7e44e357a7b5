import type { DeviceDoor } from './deviceDoor.ts';

/**
 * Listens for the server's nudges until the stream ends, the signal is given, or it was silent for 40 s (the server
 * sends a sign of life every 15 s). Answers whether a stream could be had at all.
 */
export async function listenOnce(door: DeviceDoor, signal: AbortSignal, changed: () => void): Promise<boolean> {
  const own = new AbortController();
  const stop = (): void => own.abort();
  signal.addEventListener('abort', stop);
  let silence = setTimeout(stop, SILENCE);
  try {
    const response = await door.stream('/api/device/events', own.signal);
    const reader = response?.body?.getReader();
    if (!reader) return false;
    const decoder = new TextDecoder();
    let rest = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return true;
      clearTimeout(silence);
      silence = setTimeout(stop, SILENCE);
      rest += decoder.decode(value, { stream: true });
      const lines = rest.split('\n');
      rest = lines.pop() ?? '';
      if (lines.some((line) => line.trimEnd() === 'event: change')) changed();
    }
  } catch {
    return false;
  } finally {
    clearTimeout(silence);
    signal.removeEventListener('abort', stop);
    stop();
  }
}

const SILENCE = 40_000;
