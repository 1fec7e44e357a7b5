import { DRAIN_TAG } from '../src/contract/messages.ts';
import { drainFromWorker } from './drain.ts';
import { onMessage } from './messages.ts';
import { servePage } from './page.ts';
import { worker } from './worker.ts';

servePage();

worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('message', onMessage);
worker.addEventListener('sync', (event) => {
  if (event.tag === DRAIN_TAG) event.waitUntil(drainFromWorker());
});
