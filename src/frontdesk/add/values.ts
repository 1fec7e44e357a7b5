import { newId } from '../../contract/newId.ts';
import type { DAYS } from '../../contract/people.ts';
import type { SignFormsMethod } from '../../domain/invitation.ts';
import type { PersonName, Sex } from '../../domain/people.ts';

/** The people of a household as they are typed, field by field. */

export type Day = (typeof DAYS)[number];

type NameValues = { first: string; last: string };

export type MemberValues = NameValues & {
  /** Made with the form, not with the sending: a second try of the same form can't invite twice. */
  invitation: string;
  patientId: string;
  suffix: string;
  preferred: string;
  birthDate: string;
  sex: Sex | '';
  email: string;
  recordNumber: string;
  /** Undefined until somebody changes it: then it is the practice's preferred method. */
  method: SignFormsMethod | undefined;
  /** To the first patient. */
  relationship: string;
  /** Of a related patient, these are undefined until changed: then they are the first patient's. */
  phone: string | undefined;
  language: string | undefined;
  address: string | undefined;
  practitioner: string | undefined;
};

export type CaregiverValues = NameValues & {
  id: string;
  relationship: string;
  phone: string;
  email: string;
  legalRepresentative: 'yes' | 'no' | '';
};

export type ContactValues = {
  days: Day[];
  from: string;
  to: string;
  /** Undefined until somebody changes it: then it is guessed. */
  zone: string | undefined;
  /** Undefined until somebody changes it: then it is the first patient's. */
  contactPhone: string | undefined;
  note: string;
};

/** In the order in which they stand on the page. */
export const memberFields = [
  'relationship',
  'first',
  'last',
  'preferred',
  'suffix',
  'birthDate',
  'sex',
  'phone',
  'language',
  'email',
  'address',
  'recordNumber',
  'practitioner',
  'method',
] as const satisfies (keyof MemberValues)[];

export const caregiverFields = [
  'relationship',
  'first',
  'last',
  'email',
  'phone',
  'legalRepresentative',
] as const satisfies (keyof CaregiverValues)[];

export const contactFields = [
  'days',
  'from',
  'to',
  'zone',
  'contactPhone',
  'note',
] as const satisfies (keyof ContactValues)[];

export function emptyMember(): MemberValues {
  return {
    invitation: newId(),
    patientId: newId(),
    first: '',
    last: '',
    suffix: '',
    preferred: '',
    birthDate: '',
    sex: '',
    email: '',
    recordNumber: '',
    method: undefined,
    relationship: '',
    phone: undefined,
    language: undefined,
    address: undefined,
    practitioner: undefined,
  };
}

export function emptyCaregiver(): CaregiverValues {
  return { id: newId(), first: '', last: '', relationship: '', phone: '', email: '', legalRepresentative: '' };
}

export function emptyContact(): ContactValues {
  return { days: [], from: '', to: '', zone: undefined, contactPhone: undefined, note: '' };
}

/** Whether anything was typed into these fields. */
export function isFilled<Values extends object>(values: Values, fields: readonly (keyof Values)[]): boolean {
  return fields.some((field) => {
    const value = values[field];
    return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== '';
  });
}

type NamedValues = NameValues & { suffix?: string; preferred?: string };

export function nameOf({ first, last, suffix = '', preferred = '' }: NamedValues): PersonName {
  const name: PersonName = { first: oneLine(first), last: oneLine(last) };
  if (oneLine(suffix)) name.suffix = oneLine(suffix);
  if (oneLine(preferred)) name.preferred = oneLine(preferred);
  return name;
}

/** Pasted tabs and line breaks become spaces: the wire takes lines only. */
export function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').trim();
}
