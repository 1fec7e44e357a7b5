import { readBirthDate } from '../../domain/birthDate.ts';
import { looksLikeEmail, readPhone } from '../../domain/contactDetails.ts';
import type { Mistakes } from '../../ui/form.ts';
import type { Mistake } from '../mistake.ts';
import type { PracticeOfForm } from './host.ts';
import type { CaregiverValues, ContactValues, MemberValues } from './values.ts';

/** Everything that keeps a household from being sent. Lengths are the longest that `contract/people.ts` takes. */

const longestOfMember = {
  first: 150,
  last: 150,
  suffix: 20,
  preferred: 150,
  address: 300,
  recordNumber: 60,
  relationship: 80,
} as const;

type Role = { isRelated: boolean; practice: PracticeOfForm; today: string };

/** `today` is `YYYY-MM-DD`. What a related patient has from the first one is checked there only. */
export function checkMember(
  values: MemberValues,
  { isRelated, practice, today }: Role,
): Mistakes<MemberValues, Mistake> {
  const mistakes: Mistakes<MemberValues, Mistake> = tooLong(values, longestOfMember);
  if (isRelated && !values.relationship.trim()) mistakes.relationship = 'relationship-missing';
  if (!values.last.trim()) mistakes.last = 'last-missing';
  const birthDate = readBirthDate(values.birthDate, today);
  if (!birthDate.ok) mistakes.birthDate = `birth-date-${birthDate.problem}`;
  if (!values.sex) mistakes.sex = 'sex-missing';
  if (!isPhoneOrBlank(values.phone)) mistakes.phone = 'phone-unreadable';
  const email = values.email.trim();
  if (email && !looksLikeEmail(email)) mistakes.email = 'email-unreadable';
  if (!email && (values.method ?? practice.method) === 'app') mistakes.email = 'email-needed-for-app';
  // A draft may name somebody who left since.
  const practitioner = values.practitioner ?? onlyPractitioner(practice);
  const known = practice.practitioners.some(({ id }) => id === practitioner);
  if (!known && !(isRelated && values.practitioner === undefined)) mistakes.practitioner = 'practitioner-missing';
  return mistakes;
}

/** Nobody has to choose where there is one to choose from. */
export function onlyPractitioner({ practitioners: [one, another] }: PracticeOfForm): string {
  return one && !another ? one.id : '';
}

export function checkCaregiver(values: CaregiverValues): Mistakes<CaregiverValues, Mistake> {
  const mistakes: Mistakes<CaregiverValues, Mistake> = tooLong(values, { first: 150, last: 150, relationship: 80 });
  if (!values.relationship.trim()) mistakes.relationship = 'relationship-missing';
  if (!values.last.trim()) mistakes.last = 'last-missing';
  if (!isPhoneOrBlank(values.phone)) mistakes.phone = 'phone-unreadable';
  const email = values.email.trim();
  if (!email) mistakes.email = 'caregiver-email-missing';
  else if (!looksLikeEmail(email)) mistakes.email = 'caregiver-email-unreadable';
  if (!values.legalRepresentative) mistakes.legalRepresentative = 'representative-missing';
  return mistakes;
}

export function checkContact(values: ContactValues): Mistakes<ContactValues, Mistake> {
  const mistakes: Mistakes<ContactValues, Mistake> = tooLong(values, { note: 2_000 });
  if (values.from && values.to && values.to <= values.from) mistakes.to = 'times-reversed';
  if (!isPhoneOrBlank(values.contactPhone)) mistakes.contactPhone = 'phone-unreadable';
  return mistakes;
}

function tooLong<Values extends object>(
  values: Values,
  longest: { readonly [Field in keyof Values]?: number },
): Mistakes<Values, Mistake> {
  const mistakes: Mistakes<Values, Mistake> = {};
  for (const [field, length] of Object.entries(longest) as [keyof Values, number][]) {
    const value = values[field];
    if (typeof value === 'string' && value.length > length) mistakes[field] = 'too-long';
  }
  return mistakes;
}

function isPhoneOrBlank(typed = ''): boolean {
  return !typed.trim() || readPhone(typed).ok;
}
