import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Refusal } from './refusal.ts';

/** Brakes on guessing, in memory: tries per key, and how long to wait after that. */
export type Limits = ReturnType<typeof createLimits>;

export function createLimits() {
  const limiter = (points: number, minutes: number) => new RateLimiterMemory({ points, duration: minutes * 60 });
  return {
    login: brake(limiter(10, 15)),
    /** Wrong codes from one address. */
    pairing: brake(limiter(10, 10)),
    /** Wrong codes from anywhere: with 40 bits a code, ten minutes of this leave a guesser one chance in ten thousand million. */
    pairingEverywhere: brake(limiter(100, 10)),
    /** Requests with the link of a mail from one address, which a whole clinic may share. */
    links: brake(limiter(300, 10)),
    /** Wrong passwords or codes of one member from one address. */
    member: brake(limiter(10, 15)),
    /** The same from anywhere: a code has 60 bits, and a password is not guessed in so few tries. */
    memberEverywhere: brake(limiter(60, 60)),
    /** Requests to a member's doors from one address, before it is known who asks. */
    memberAddress: brake(limiter(300, 10)),
    /** Mails that somebody asks for who forgot the password. */
    forgot: brake(limiter(5, 60)),
    setup: brake(limiter(10, 15)),
    /** Somebody at an unattended desk who guesses the present password. */
    ownPassword: brake(limiter(10, 15)),
  };
}

function brake(limiter: RateLimiterMemory) {
  return {
    /** Counts a try; refuses when there were too many. */
    async count(key: string): Promise<void> {
      try {
        await limiter.consume(key);
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error;
        throw new Refusal('too-many-tries', { retryAfter: Math.ceil(error.msBeforeNext / 1_000) });
      }
    },
    async forget(key: string): Promise<void> {
      await limiter.delete(key);
    },
  };
}
