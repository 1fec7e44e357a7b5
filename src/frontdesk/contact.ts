import { signal } from '@preact/signals';
import type { Answer } from '../ui/api.ts';

/** When the server was last heard, so that no list pretends to be new (invariant 11). */

let lastHeard: number | undefined;

/** Since when the server can't be reached, in milliseconds; `never` where it has not been reached at all. */
export const cutOff = signal<number | 'never' | undefined>(undefined);

export function noteContact(answer: Answer<unknown>, now: number = Date.now()): void {
  const code = answer.ok ? undefined : answer.problem.code;
  if (code === 'stopped') return;
  if (code === 'no-network' || code === 'unreadable-answer') {
    cutOff.value ??= lastHeard ?? 'never';
    return;
  }
  lastHeard = now;
  cutOff.value = undefined;
}
