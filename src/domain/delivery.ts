/** The life of an outbox entry, as a pure function. Only a verified receipt ends it (invariant 2). */

export type Delivery = { state: 'queued' } | { state: 'parked'; code: string } | { state: 'delivered' };

/** What one attempt brought. `no-answer` is a failed request, or an answer that is not ours (a captive portal's 200). */
export type Attempt =
  | { kind: 'verified-receipt' }
  | { kind: 'refused'; status: number; code: string }
  | { kind: 'no-answer' }
  | { kind: 'staff-retry' };

export type DeliveryStep = { delivery: Delivery; next: 'done' | 'try-again' | 'ask-staff' | 'in-sight' };

const tryAgain = new Set([408, 425, 429]);

export function deliver(now: Delivery, attempt: Attempt): DeliveryStep {
  if (now.state === 'delivered') return { delivery: now, next: 'done' };
  switch (attempt.kind) {
    case 'verified-receipt':
      return { delivery: { state: 'delivered' }, next: 'done' };
    case 'staff-retry':
      return { delivery: { state: 'queued' }, next: 'try-again' };
    case 'no-answer':
      return { delivery: now, next: now.state === 'parked' ? 'in-sight' : 'try-again' };
    case 'refused':
      if (attempt.status === 401) return { delivery: now, next: 'ask-staff' };
      if (attempt.status >= 500 || tryAgain.has(attempt.status)) return { delivery: now, next: 'try-again' };
      return { delivery: { state: 'parked', code: attempt.code }, next: 'in-sight' };
  }
}

const firstWait = 2_000;
const longestWait = 60_000;

/**
 * Milliseconds to wait after `failures` failed rounds in a row: doubling from 2 s to 60 s, jittered to between
 * half and all of it so that the tablets of one office don't return in step. `chance` is from 0 to 1.
 */
export function waitAfter(failures: number, chance: number): number {
  const full = Math.min(longestWait, firstWait * 2 ** Math.min(failures, 16));
  return Math.round(full / 2 + (full / 2) * chance);
}
