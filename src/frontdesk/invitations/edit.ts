import type { DAYS } from '../../contract/people.ts';
import type { EditRequest, InvitationDetail } from '../../contract/invitationsApi.ts';
import { readBirthDate } from '../../domain/birthDate.ts';
import { looksLikeEmail, phoneForPeople, readPhone } from '../../domain/contactDetails.ts';
import { isUnfinished, type SignFormsMethod } from '../../domain/invitation.ts';
import type { PersonName, Sex } from '../../domain/people.ts';
import type { Mistakes } from '../../ui/form.ts';
import type { Mistake } from '../mistake.ts';

/** An invitation as a form: from what is stored to what is typed, checked, and back. */

export type Edit = {
  first: string;
  last: string;
  suffix: string;
  preferred: string;
  birthDate: string;
  sex: Sex;
  phone: string;
  email: string;
  language: string;
  address: string;
  recordNumber: string;
  practitioner: string;
  method: SignFormsMethod;
  days: (typeof DAYS)[number][];
  from: string;
  to: string;
  zone: string;
  /** Blank: the patient's phone. */
  contactPhone: string;
  note: string;
};
export type EditField = keyof Edit;

/** What was agreed to stays as it is once there is an answer. */
export const patientFields = [
  'first',
  'last',
  'suffix',
  'preferred',
  'birthDate',
  'sex',
  'phone',
  'language',
  'email',
  'address',
  'recordNumber',
  'practitioner',
  'method',
] as const satisfies EditField[];
const contactFields = ['days', 'from', 'to', 'zone', 'contactPhone', 'note'] as const satisfies EditField[];
export const allFields: readonly EditField[] = [...patientFields, ...contactFields];

export function fieldsOf({ state }: Pick<InvitationDetail, 'state'>): readonly EditField[] {
  return isUnfinished(state) ? allFields : contactFields;
}

export function toEdit(stored: InvitationDetail): Edit {
  const { name, contact } = stored;
  const shown = (phone: string | null): string => (phone === null ? '' : phoneForPeople(phone));
  return {
    first: name.first,
    last: name.last,
    suffix: name.suffix ?? '',
    preferred: name.preferred ?? '',
    birthDate: monthFirst(stored.birthDate),
    sex: stored.sex,
    phone: shown(stored.phone),
    email: stored.email ?? '',
    language: stored.language,
    address: stored.address,
    recordNumber: stored.recordNumber ?? '',
    practitioner: stored.practitioner,
    method: stored.method,
    days: contact.days,
    from: contact.from ?? '',
    to: contact.to ?? '',
    zone: contact.zone,
    contactPhone: contact.phone === stored.phone ? '' : shown(contact.phone),
    note: stored.note,
  };
}

/** As it is typed in the US: `3/9/1947`. */
function monthFirst(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${month}/${day}/${year}`;
}

/** The longest that `contract/people.ts` takes. */
const longest: Partial<Record<EditField, number>> = {
  first: 150,
  last: 150,
  suffix: 20,
  preferred: 150,
  address: 300,
  recordNumber: 60,
  note: 2_000,
};

/** `today` is `YYYY-MM-DD`. */
export function checkEdit(edit: Edit, today: string): Mistakes<Edit, Mistake> {
  const mistakes: Mistakes<Edit, Mistake> = {};
  for (const field of allFields) if (edit[field].length > (longest[field] ?? Infinity)) mistakes[field] = 'too-long';
  const birthDate = readBirthDate(edit.birthDate, today);
  const email = edit.email.trim();
  if (!edit.last.trim()) mistakes.last = 'last-missing';
  if (!birthDate.ok) mistakes.birthDate = `birth-date-${birthDate.problem}`;
  if (!isPhoneOrBlank(edit.phone)) mistakes.phone = 'phone-unreadable';
  if (email && !looksLikeEmail(email)) mistakes.email = 'email-unreadable';
  if (edit.method === 'app' && !email) mistakes.email = 'email-needed-for-app';
  if (edit.from && edit.to && edit.to <= edit.from) mistakes.to = 'times-reversed';
  if (!isPhoneOrBlank(edit.contactPhone)) mistakes.contactPhone = 'phone-unreadable';
  return mistakes;
}

function isPhoneOrBlank(typed: string): boolean {
  return !typed.trim() || readPhone(typed).ok;
}

/** A checked edit as the server takes it, made on what is stored: that stands where it may not be changed any more. */
export function toRequest(edit: Edit, stored: InvitationDetail, today: string): EditRequest {
  const birthDate = readBirthDate(edit.birthDate, today);
  if (!birthDate.ok) throw new TypeError('an edit is sent only after it was checked');
  const phone = phoneOf(edit.phone);
  const patient: EditRequest['patient'] = {
    name: nameOf(edit),
    birthDate: birthDate.date,
    sex: edit.sex,
    phone,
    email: edit.email.trim() || null,
    language: edit.language,
    address: oneLine(edit.address),
    recordNumber: oneLine(edit.recordNumber) || null,
    practitioner: edit.practitioner,
  };
  const open = isUnfinished(stored.state);
  return {
    version: stored.version,
    patient: open ? patient : storedPatient(stored),
    method: open ? edit.method : stored.method,
    contact: {
      days: edit.days,
      from: edit.from || null,
      to: edit.to || null,
      zone: edit.zone,
      phone: phoneOf(edit.contactPhone) ?? (open ? phone : stored.phone),
    },
    note: edit.note.trim(),
  };
}

function storedPatient(stored: InvitationDetail): EditRequest['patient'] {
  const { name, birthDate, sex, phone, email, language, address, recordNumber, practitioner } = stored;
  return { name, birthDate, sex, phone, email, language, address, recordNumber, practitioner };
}

function nameOf({ first, last, suffix, preferred }: Edit): PersonName {
  const name: PersonName = { first: oneLine(first), last: oneLine(last) };
  if (oneLine(suffix)) name.suffix = oneLine(suffix);
  if (oneLine(preferred)) name.preferred = oneLine(preferred);
  return name;
}

function phoneOf(typed: string): string | null {
  const read = readPhone(typed);
  return read.ok ? read.phone : null;
}

/** Pasted tabs and line breaks become spaces: the wire takes lines only. */
function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').trim();
}
