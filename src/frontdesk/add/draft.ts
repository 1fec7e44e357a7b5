import { signal } from '@preact/signals';
import { newId } from '../../contract/newId.ts';
import { DAYS } from '../../contract/people.ts';
import type { InvitationDetail, Session } from '../../contract/staffApi.ts';
import type { SignFormsMethod } from '../../domain/invitation.ts';
import type { Sex } from '../../domain/people.ts';
import type { Problem } from '../../ui/api.ts';
import { createForm } from '../../ui/form.ts';
import { today } from '../../ui/moments.ts';
import type { Mistake } from '../mistake.ts';
import { checkDraft } from './check.ts';

/** A patient as typed so far. It lives above the screens, so that leaving one loses nothing. */

export type Day = (typeof DAYS)[number];

export type Draft = {
  /** Made with the form, not with the sending: a second try of the same form can't invite twice. */
  id: string;
  first: string;
  last: string;
  suffix: string;
  preferred: string;
  birthDate: string;
  sex: Sex | '';
  phone: string;
  email: string;
  language: string;
  address: string;
  recordNumber: string;
  practitioner: string;
  method: SignFormsMethod;
  days: Day[];
  from: string;
  to: string;
  zone: string;
  /** Undefined until somebody changes it: then it is the patient's phone. */
  contactPhone: string | undefined;
  note: string;
};

export const patientFields = [
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
] as const satisfies (keyof Draft)[];

export const contactFields = ['days', 'from', 'to', 'zone', 'contactPhone', 'note'] as const satisfies (keyof Draft)[];

export const draft = createForm<Draft, Mistake>(emptyDraft(), (values) => checkDraft(values, today()));

/** What the practice has confirmed, for the last screen. `differs`: the draft was changed after a first try had arrived. */
export type Done = { invitation: InvitationDetail; confirmedUsername: string | undefined; differs: boolean };
export const done = signal<Done | undefined>(undefined);

export type Sending = { at: 'rest' } | { at: 'sending' } | { at: 'failed'; problem: Problem };
export const sending = signal<Sending>({ at: 'rest' });

function emptyDraft(session?: Session): Draft {
  const { practice, practitioners = [] } = session ?? {};
  return {
    id: newId(),
    first: '',
    last: '',
    suffix: '',
    preferred: '',
    birthDate: '',
    sex: '',
    phone: '',
    email: '',
    language: practice?.languages[0] ?? 'en',
    address: '',
    recordNumber: '',
    practitioner: practitioners.length === 1 ? (practitioners[0]?.id ?? '') : '',
    method: practice?.method ?? 'tablet',
    days: [],
    from: '',
    to: '',
    zone: practice?.zone ?? 'America/New_York',
    contactPhone: undefined,
    note: '',
  };
}

export function startDraft(session: Session): void {
  draft.start(emptyDraft(session));
  sending.value = { at: 'rest' };
}

export function forgetDraft(): void {
  draft.start(emptyDraft());
  sending.value = { at: 'rest' };
  done.value = undefined;
}
