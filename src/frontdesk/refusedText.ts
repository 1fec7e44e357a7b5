import { isProblemCode } from '../contract/problems.ts';
import { uiWords } from '../ui/text.ts';
import { frontdeskWords } from './text.ts';

/** Why the practice would not take a record, in the sentence that the tablet shows too. */
export function refusedText(code: string): string {
  const { tablets } = frontdeskWords();
  // The general sentence is about a form on screen.
  if (code === 'unreadable-request') return tablets.refusedUnreadable;
  return isProblemCode(code) ? uiWords().problems[code] : tablets.refusedUnknown;
}
