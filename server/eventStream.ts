import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Deps } from './deps.ts';

/** Milliseconds between signs of life; and the longest a stream lasts before the client asks, and is checked, anew. */
const HEARTBEAT = 15_000;
const LONGEST = 15 * 60_000;

/** A stream of `change` events for a practice: it says that something changed, never what. */
export function changeStream(c: Context, deps: Deps, practice: string) {
  c.header('X-Accel-Buffering', 'no');
  return streamSSE(c, async (stream) => {
    const ended = Promise.withResolvers<void>();
    const end = () => ended.resolve();
    const unlisten = deps.nudges.listen(practice, () => void stream.writeSSE({ event: 'change', data: '' }).catch(end));
    const heartbeat = setInterval(() => void stream.writeSSE({ event: 'alive', data: '' }).catch(end), HEARTBEAT);
    const longest = setTimeout(end, LONGEST);
    stream.onAbort(end);
    deps.stopping.addEventListener('abort', end);
    try {
      await stream.writeSSE({ event: 'change', data: '' });
      if (!deps.stopping.aborted) await ended.promise;
    } finally {
      unlisten();
      clearInterval(heartbeat);
      clearTimeout(longest);
      deps.stopping.removeEventListener('abort', end);
    }
  });
}
