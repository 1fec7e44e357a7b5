import * as v from 'valibot';
import { daysInMonth } from '../domain/birthDate.ts';
import { looksLikeEmail, readPhone } from '../domain/contactDetails.ts';
import { SEXES } from '../domain/people.ts';
import { filledLine, id, isoDate, languageTag, line } from './shapes.ts';

/** The people of an invitation, as staff enter them. */

export const nameSchema = v.strictObject({
  first: line(150),
  last: filledLine(150),
  suffix: v.optional(line(20)),
  preferred: v.optional(line(150)),
});

/** Characters of the longest full name: first, last and suffix, with a blank between them. */
export const LONGEST_FULL_NAME = 150 + 1 + 150 + 1 + 20;

export const emailSchema = v.pipe(v.string(), v.trim(), v.check(looksLikeEmail, 'is not an e-mail address'));

/** Stored in E.164. */
export const phoneSchema = v.pipe(
  v.string(),
  v.trim(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const read = readPhone(dataset.value);
    if (read.ok) return read.phone;
    addIssue({ message: 'is not a phone number' });
    return NEVER;
  }),
);

export const patientSchema = v.strictObject({
  name: nameSchema,
  // A day that does not exist could be stored, but never confirmed by the patient.
  birthDate: v.pipe(isoDate, v.check(isDay, 'is no day of the calendar')),
  sex: v.picklist(SEXES),
  phone: v.nullable(phoneSchema),
  email: v.nullable(emailSchema),
  language: languageTag,
  address: line(300),
  recordNumber: v.nullable(filledLine(60)),
  practitioner: id,
});
export type Patient = v.InferOutput<typeof patientSchema>;

function isDay(date: string): boolean {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return day <= daysInMonth(year, month);
}

export const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const clock = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/));

export const contactSchema = v.strictObject({
  days: v.pipe(v.array(v.picklist(DAYS)), v.maxLength(7)),
  from: v.nullable(clock),
  to: v.nullable(clock),
  zone: v.pipe(filledLine(60), v.check(isTimeZone, 'is not a time zone')),
  phone: v.nullable(phoneSchema),
});
export type Contact = v.InferOutput<typeof contactSchema>;

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
