import { signal, type ReadonlySignal } from '@preact/signals';
import { Workbox } from 'workbox-window';
import { DRAIN_TAG, type ToWorker } from '../contract/messages.ts';

/** The service worker, as the page sees it: new versions wait until a screen says that nobody is interrupted (invariant 7). */
export type AppUpdates = {
  /** A new version is installed and waits. */
  waiting: ReadonlySignal<boolean>;
  /** Lets the waiting version take over, and loads the page anew. Only from a screen where nothing is under way. */
  takeOver: () => void;
  /** Looks for a new version at the server. */
  look: () => Promise<void>;
  /** Asks the worker to hand in as well, which goes on a little while after the page is hidden. */
  drain: () => void;
};

/** Registers the worker. Answers undefined where there are none: no TLS, or a browser without. */
export function startAppUpdates(): AppUpdates | undefined {
  if (!('serviceWorker' in navigator)) return undefined;
  const waiting = signal(false);
  let takingOver = false;
  const workbox = new Workbox(scriptUrl('/sw.js'), { scope: '/' });
  workbox.addEventListener('waiting', () => {
    waiting.value = true;
  });
  workbox.addEventListener('controlling', () => {
    if (takingOver) location.reload();
  });
  // Failing to register leaves the page as it is; it is told by the check before hand-off, which looks for the worker.
  const registered = workbox.register({ immediate: true }).catch(() => undefined);
  const say = (message: ToWorker): void => navigator.serviceWorker.controller?.postMessage(message);
  return {
    waiting,
    takeOver() {
      takingOver = true;
      void workbox.messageSW({ type: 'take-over' } satisfies ToWorker);
      void registered.then((registration) =>
        registration?.waiting?.postMessage({ type: 'take-over' } satisfies ToWorker),
      );
    },
    async look() {
      await registered;
      // Without a network there is nothing new to be found.
      await workbox.update().catch(() => undefined);
    },
    drain() {
      say({ type: 'drain' });
      void registered.then((registration) => askForSync(registration));
    },
  };
}

/** Background Sync, where the browser has it: then the worker runs when the network is back, even without a page. */
async function askForSync(registration: ServiceWorkerRegistration | undefined): Promise<void> {
  const { sync } = (registration ?? {}) as { sync?: { register(tag: string): Promise<void> } };
  await sync?.register(DRAIN_TAG).catch(() => undefined);
}

type TrustedTypes = {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string };
};

/** The one script address this page may make itself, as Trusted Types want it. */
function scriptUrl(path: '/sw.js'): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy('countersign', {
    createScriptURL: (url) => {
      if (url !== path) throw new TypeError('not a script of this page');
      return url;
    },
  });
  return policy ? policy.createScriptURL(path) : path;
}
