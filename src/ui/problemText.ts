import type { Problem } from './api.ts';
import { uiWords } from './text.ts';

/** What happened and what to do next, in a sentence or two for the person before the screen. */
export function problemText(problem: Problem): string {
  const words = uiWords();
  const sentence = words.problems[problem.code];
  const wait = 'retryAfter' in problem ? problem.retryAfter : undefined;
  return wait === undefined ? sentence : `${sentence} ${words.tryAgainIn(wait)}`;
}
