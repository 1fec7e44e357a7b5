/** Names what is wrong when IndexedDB fails, so that a screen can say what to do. */

export type StorageTrouble = 'full' | 'lost' | 'refused' | 'unknown';

export function storageTrouble(error: unknown): StorageTrouble {
  for (const name of namesOf(error)) {
    if (name === 'QuotaExceededError') return 'full';
    // WebKit says "Connection to Indexed Database server lost" after its storage process died (FACTS).
    if (['DatabaseClosedError', 'UnknownError', 'InvalidStateError', 'AbortError', 'OpenFailedError'].includes(name))
      return 'lost';
    if (['SecurityError', 'MissingAPIError', 'MissingApiError', 'InvalidAccessError'].includes(name)) return 'refused';
  }
  return 'unknown';
}

/** The names of an error and of those inside it: Dexie wraps what the browser threw. */
function* namesOf(error: unknown, depth = 0): Generator<string> {
  if (depth > 5 || typeof error !== 'object' || error === null) return;
  if ('inner' in error) yield* namesOf(error.inner, depth + 1);
  if ('name' in error && typeof error.name === 'string') yield error.name;
  if ('cause' in error) yield* namesOf(error.cause, depth + 1);
}

/** Tries again where the browser's storage process died and may come back; passes every other error on. */
export async function withStorage<T>(work: () => Promise<T>, reopen: () => Promise<void>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (storageTrouble(error) !== 'lost') throw error;
    await reopen();
    return work();
  }
}
