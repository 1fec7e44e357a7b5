import { createStore, type UseStore } from 'idb-keyval';

/**
 * WebKit keeps a page that is left for "back" with whatever transactions it had open, and every later page waits for
 * their stores for ever; closing the database does not end them (measured, docs/gotchas.md). So what is open ends here
 * as the page goes: `abort` where half of it must not be kept, `commit` where what was asked for is the whole.
 */
export function endWhenPageIsLeft(transaction: IDBTransaction, end: 'abort' | 'commit'): void {
  if (!('onpagehide' in globalThis)) return; // a worker is not left
  const isLeft = (): void => {
    try {
      transaction[end]();
    } catch {
      // It has ended already, and the event that says so had not come yet.
    }
  };
  const forget = (): void => removeEventListener('pagehide', isLeft);
  addEventListener('pagehide', isLeft);
  transaction.addEventListener('complete', forget);
  transaction.addEventListener('abort', forget);
}

/** A store of idb-keyval whose transactions, each of one request, end with the page. */
export function storeOfOwn(database: string, name: string): UseStore {
  const store = createStore(database, name);
  return (mode, work) =>
    store(mode, (objects) => {
      const result = work(objects);
      endWhenPageIsLeft(objects.transaction, 'commit');
      return result;
    });
}
