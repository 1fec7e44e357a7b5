import type { InvitationState } from './invitation.ts';

/** What came in and does not fit, and what staff can decide about it. Nothing of it is ever deleted (invariant 8). */

/** An answer that was kept and moved nothing: of these staff decide whether it counts. */
export const HELD_BACK = ['signed-twice', 'after-cancel', 'device-revoked', 'representative-unknown'] as const;
export type ConflictKind = (typeof HELD_BACK)[number] | 'other-content' | 'text-mismatch' | 'withdrawn';

/**
 * `counts`: the answer is taken as it is. `does-not-count`: it is kept and changes nothing. `stay` and `stop`: an enrolled
 * patient was asked what they want.
 */
export const DECISIONS = ['counts', 'does-not-count', 'stay', 'stop'] as const;
export type Decision = (typeof DECISIONS)[number];

/** `sealed` is the kind of the answer, where it could be read. */
type Standing = { kind: string; sealed: string | null; state: InvitationState };

/** What can be decided as things stand; nothing where a note is all there is to write. */
export function choicesFor({ kind, sealed, state }: Standing): Decision[] {
  const heldBack = HELD_BACK.some((one) => one === kind);
  if (state === 'enrolled' || state === 'signed') {
    const wantsOut = kind === 'withdrawn' || (heldBack && (sealed === 'declination' || sealed === 'withdrawal'));
    return wantsOut ? ['stay', 'stop'] : [];
  }
  if (!heldBack) return [];
  if (sealed === 'consent') return ['counts', 'does-not-count'];
  return sealed === 'declination' && state !== 'declined' ? ['counts', 'does-not-count'] : [];
}
