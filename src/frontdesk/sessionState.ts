import { signal } from '@preact/signals';
import type { SampleLogin, Session } from '../contract/staffApi.ts';
import type { Problem } from '../ui/api.ts';

/** Where this browser stands with the practice. */
export type SessionState =
  | { at: 'asking' }
  | { at: 'unreachable'; problem: Problem }
  | { at: 'setup'; codeNeeded: boolean; logins?: SampleLogin[] }
  /** `ended`: somebody was logged in on this page before, and may have left something half done. */
  | { at: 'out'; ended: boolean }
  | { at: 'in'; session: Session };

export const sessionState = signal<SessionState>({ at: 'asking' });

/** The server knows no session of ours (any more). */
export function sessionEnded(): void {
  const { at } = sessionState.value;
  if (at === 'in') sessionState.value = { at: 'out', ended: true };
}
