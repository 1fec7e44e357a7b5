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
function* namesOf(error: unknown): Generator<string> {
  let current: unknown = error;
  for (let depth = 0; depth < 5 && typeof current === 'object' && current !== null; depth++) {
    if ('inner' in current && current.inner) yield* namesOf(current.inner);
    if ('name' in current && typeof current.name === 'string') yield current.name;
    current = 'cause' in current ? current.cause : undefined;
  }
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
