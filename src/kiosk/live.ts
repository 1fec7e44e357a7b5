import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';

/** What a query over the tablet's database answers now, and again after each change; undefined until the first answer. */
export function useLive<T>(query: () => Promise<T>, depends: readonly unknown[]): T | undefined {
  const [value, setValue] = useState<T>();
  const [failed, setFailed] = useState<Error>();
  useEffect(() => {
    const subscription = liveQuery(query).subscribe({
      next: setValue,
      error: (error: unknown) => setFailed(error instanceof Error ? error : new Error('storage', { cause: error })),
    });
    return () => subscription.unsubscribe();
  }, depends);
  // Thrown while drawing, so that the boundary around all screens can say what is wrong with the storage.
  if (failed !== undefined) throw failed;
  return value;
}
