import { liveQuery } from 'dexie';
import { useEffect, useMemo, useState } from 'preact/hooks';

/**
 * What a query over the tablet's database answers now, and again after each change. Undefined until the first answer, and
 * again when `depends` change: what was true of one record is never shown of the next (invariant 11).
 */
export function useLive<T>(query: () => Promise<T>, depends: readonly unknown[]): T | undefined {
  const question = useMemo(() => ({ query }), depends);
  const [answer, setAnswer] = useState<{ question: object; value: T }>();
  const [failed, setFailed] = useState<Error>();
  useEffect(() => {
    const subscription = liveQuery(question.query).subscribe({
      next: (value) => setAnswer({ question, value }),
      error: (error: unknown) => setFailed(error instanceof Error ? error : new Error('storage', { cause: error })),
    });
    return () => subscription.unsubscribe();
  }, [question]);
  // Thrown while drawing, so that the boundary around all screens can say what is wrong with the storage.
  if (failed !== undefined) throw failed;
  return answer?.question === question ? answer.value : undefined;
}
