import type { FromWorker } from '../src/contract/messages.ts';
import { openTabletDatabase } from '../src/local/database.ts';
import { createDeviceDoor } from '../src/local/deviceDoor.ts';
import { drain, sendThrough, webLock } from '../src/local/drain.ts';
import { pairedDevice } from '../src/local/identity.ts';
import { worker } from './worker.ts';

declare const __APP_VERSION__: string;

/** The worker's share of handing in: the outbox is sealed, so it needs nobody's PIN. */
export async function drainFromWorker(): Promise<void> {
  const identity = await pairedDevice();
  if (!identity) return;
  const database = openTabletDatabase();
  try {
    const door = createDeviceDoor({
      keys: identity.keys,
      origin: worker.location.origin,
      fetch: (input, init) => fetch(input, init),
    });
    const result = await drain({
      database,
      receiptKey: identity.receiptKey,
      send: sendThrough(door),
      now: Date.now,
      chance: Math.random,
      lock: webLock,
      app: __APP_VERSION__,
    });
    if (result.kind === 'drained' || result.kind === 'stopped')
      await tellPages({ type: 'drained', delivered: result.delivered, waiting: result.waiting });
  } finally {
    database.close();
  }
}

async function tellPages(message: FromWorker): Promise<void> {
  for (const client of await worker.clients.matchAll()) client.postMessage(message);
}
