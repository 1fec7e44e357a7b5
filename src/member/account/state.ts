import { signal } from '@preact/signals';
import type { MemberAnswer } from '../../contract/memberApi.ts';
import type { Problem } from '../../ui/api.ts';

/** Where a member stands. Exactly one of these is true. */
export type MemberState =
  | { at: 'asking' }
  | { at: 'unreachable'; problem: Problem }
  /** `ended`: signed out by time, not by themselves. */
  | { at: 'out'; ended: boolean }
  | { at: 'in'; home: MemberAnswer };

export const memberState = signal<MemberState>({ at: 'asking' });
