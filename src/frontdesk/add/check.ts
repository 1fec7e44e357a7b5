import { readBirthDate } from '../../domain/birthDate.ts';
import { looksLikeEmail, readPhone } from '../../domain/contactDetails.ts';
import type { Mistakes } from '../../ui/form.ts';
import type { Mistake } from '../mistake.ts';
import type { Draft } from './draft.ts';

/** The longest that `contract/people.ts` takes. */
const longest = {
  first: 150,
  last: 150,
  suffix: 20,
  preferred: 150,
  address: 300,
  recordNumber: 60,
  note: 2_000,
} as const;

/** Everything that keeps a draft from being sent. `today` is `YYYY-MM-DD`. */
export function checkDraft(draft: Draft, today: string): Mistakes<Draft, Mistake> {
  const mistakes: Mistakes<Draft, Mistake> = {};
  for (const [field, length] of Object.entries(longest) as [keyof typeof longest, number][]) {
    if (draft[field].length > length) mistakes[field] = 'too-long';
  }
  if (!draft.last.trim()) mistakes.last = 'last-missing';
  const birthDate = readBirthDate(draft.birthDate, today);
  if (!birthDate.ok) mistakes.birthDate = `birth-date-${birthDate.problem}`;
  if (!draft.sex) mistakes.sex = 'sex-missing';
  if (!isPhoneOrBlank(draft.phone)) mistakes.phone = 'phone-unreadable';
  if (draft.email.trim() && !looksLikeEmail(draft.email.trim())) mistakes.email = 'email-unreadable';
  if (draft.method === 'app' && !draft.email.trim()) mistakes.email = 'email-needed-for-app';
  if (!draft.practitioner) mistakes.practitioner = 'practitioner-missing';
  if (draft.from && draft.to && draft.to <= draft.from) mistakes.to = 'times-reversed';
  if (!isPhoneOrBlank(draft.contactPhone ?? '')) mistakes.contactPhone = 'phone-unreadable';
  return mistakes;
}

function isPhoneOrBlank(typed: string): boolean {
  return !typed.trim() || readPhone(typed).ok;
}
