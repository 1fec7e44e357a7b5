import type { Problem } from '../ui/api.ts';
import { Notice } from '../ui/Notice.tsx';
import { problemText } from '../ui/problemText.ts';
import { Waiting } from '../ui/Waiting.tsx';
import { frontdeskWords } from './text.ts';

/** What a live page says while it has nothing to show, and when it could not be brought up to date. */
export function LiveProblem({ problem, empty }: { problem: Problem | undefined; empty: boolean }) {
  if (!problem) return empty ? <Waiting>{frontdeskWords().loading}</Waiting> : null;
  // With something on screen, the banner above the page tells of a lost connection.
  const inBanner = problem.code === 'no-network' || problem.code === 'unreadable-answer';
  if (inBanner && !empty) return null;
  return (
    <Notice kind="danger" live="alert">
      {problemText(problem)}
    </Notice>
  );
}
