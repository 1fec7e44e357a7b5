/** Background Sync, which the library's types don't know and Safari doesn't have. */
type SyncEvent = ExtendableEvent & { tag: string };

type Worker = Omit<ServiceWorkerGlobalScope, 'addEventListener'> & {
  addEventListener(type: 'sync', listener: (event: SyncEvent) => void): void;
  addEventListener(type: 'activate', listener: (event: ExtendableEvent) => void): void;
  addEventListener(type: 'message', listener: (event: ExtendableMessageEvent) => void): void;
};

/** This service worker itself. */
export const worker = globalThis as unknown as Worker;
