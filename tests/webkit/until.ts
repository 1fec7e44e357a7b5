/** Waiting for conditions. Nothing in this folder sleeps for a fixed time and hopes. */

const pollMs = 25;

/** How long a condition may take before the test fails, in milliseconds, unless the caller says otherwise. */
export const patienceMs = 30_000;

/**
 * Asks `probe` again and again until it answers something other than `undefined`, and returns that.
 * After `timeoutMs` throws an Error: "Waited 15 s for <what>." and what `explain` adds to it.
 */
export async function until<T>(
  what: string,
  probe: () => Promise<T | undefined> | T | undefined,
  { timeoutMs = patienceMs, explain }: { timeoutMs?: number; explain?: () => Promise<string> | string } = {},
): Promise<T> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const answer = await probe();
    if (answer !== undefined) return answer;
    if (performance.now() > deadline) {
      const detail = explain ? ` ${await explain()}` : '';
      throw new Error(`Waited ${timeoutMs / 1000} s for ${what}.${detail}`);
    }
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}
