import { isProblemCode } from '../contract/problems.ts';
import { uiWords } from '../ui/text.ts';

/** What the practice's no means, and what to do; without a code there was no answer at all. */
export function refusalText(code: string | undefined): string {
  const { problems } = uiWords();
  if (code === undefined) return problems['no-network'];
  return isProblemCode(code) ? problems[code] : problems['unreadable-answer'];
}
