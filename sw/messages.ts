import * as v from 'valibot';
import { toWorker } from '../src/contract/messages.ts';
import { drainFromWorker } from './drain.ts';
import { worker } from './worker.ts';

/** Takes messages of our own pages only. A new worker takes over when a page says that nobody is interrupted (invariant 7). */
export function onMessage(event: ExtendableMessageEvent): void {
  if (event.origin !== worker.location.origin) return;
  const message = v.safeParse(toWorker, event.data);
  if (!message.success) return;
  if (message.output.type === 'drain') event.waitUntil(drainFromWorker());
  else event.waitUntil(worker.skipWaiting());
}
