/** Milliseconds that a person has to find their finger or PIN. */
const PATIENCE = 5 * 60_000;
/** More than a practice ever has at a time: beyond it the oldest go, and whoever they belong to tries again. */
const MOST = 10_000;

/**
 * Challenges that were given out and not answered yet, each good once. In memory, as the brakes on guessing are: a restart
 * costs somebody one more try.
 */
export function createChallenges(now: () => Date) {
  const open = new Map<string, { purpose: string; until: number }>();
  return {
    /** `purpose` binds a challenge to what it was asked for, and by whom. */
    give(challenge: string, purpose: string): void {
      open.set(challenge, { purpose, until: now().getTime() + PATIENCE });
      for (const oldest of open.keys()) {
        if (open.size <= MOST) break;
        open.delete(oldest);
      }
    },
    /** Answers whether it was given for this, and uses it up. */
    take(challenge: string, purpose: string): boolean {
      const found = open.get(challenge);
      open.delete(challenge);
      return found !== undefined && found.purpose === purpose && found.until > now().getTime();
    },
  };
}
export type Challenges = ReturnType<typeof createChallenges>;
