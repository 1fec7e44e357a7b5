import { useState } from 'preact/hooks';
import type { Household } from './household.ts';

/** The screens of Add Members, in their order. */
export const STEPS = ['people', 'contact', 'confirm', 'done'] as const;
export type Step = (typeof STEPS)[number];

/** How one gets from screen to screen: in the console each has an address, so that the browser's "back" goes back. */
export type Steps = {
  step: Step;
  go: (to: Step, how?: 'instead') => void;
  /** Absent where a screen has no address. */
  addressOf?: ((step: Step) => string) | undefined;
};

export function useSteps(): Steps {
  const [step, go] = useState<Step>('people');
  return { step, go };
}

/** The screen that is asked for, where there is something to go on with: on an empty form there is not. */
export function reachable(wanted: Step, household: Household): Step {
  const sent = household.done.value !== undefined && !household.unfinished.value;
  if (wanted === 'people') return 'people';
  if (wanted === 'done' || sent) return sent ? 'done' : 'people';
  if (!household.peopleAreRight()) return 'people';
  return wanted === 'confirm' && !household.contactIsRight() ? 'contact' : wanted;
}
