import type { FieldProblem } from '../../contract/problems.ts';
import type { Problem } from '../../ui/api.ts';
import type { Sent } from './host.ts';
import type { Household } from './household.ts';
import { presentOutlook } from './lookUp.ts';
import { toHousehold } from './toHousehold.ts';
import {
  caregiverFields,
  contactFields,
  memberFields,
  type CaregiverValues,
  type ContactValues,
  type MemberValues,
} from './values.ts';

export type Sending = { at: 'rest' } | { at: 'sending' } | { at: 'failed'; problem: Problem };

/** What is safe now, for the last screen. */
export type Done = {
  sent: Sent;
  /** The usernames that were confirmed, by invitation. */
  confirmed: ReadonlyMap<string, string>;
  /** Something was changed while it was on its way. */
  differs: boolean;
};

/** Where the person has to go: to the end, back to a step with a refused field, or nowhere, with `sending` saying why. */
export type Outcome = 'done' | 'people' | 'contact' | 'failed';

/** Sends the household. Pressed twice, or after a lost answer, it invites once: it carries its ids (invariant 3). */
export async function sendHousehold(household: Household): Promise<Outcome> {
  const { sending, done } = household;
  if (sending.value.at === 'sending') return 'failed';
  const typed = household.snapshot.value;
  const usernames = presentOutlook(household)?.usernames;
  const confirmed = usernames?.ok && usernames.value !== 'later' ? usernames.value : new Map<string, string>();
  sending.value = { at: 'sending' };
  const answer = await household.host.send(toHousehold(household));
  if (answer.ok) {
    sending.value = { at: 'rest' };
    const sameForm = household.id.value === typed.id;
    done.value = { sent: answer.value, confirmed, differs: sameForm && household.snapshot.value !== typed };
    // Somebody may have begun the next form while this one was on its way.
    if (sameForm) household.clear();
    return 'done';
  }
  // Logged out meanwhile: the log-in page says so, and afterwards the same button is pressed again.
  const loggedOut = answer.problem.code === 'not-logged-in';
  sending.value = loggedOut ? { at: 'rest' } : { at: 'failed', problem: answer.problem };
  return refuse(household, 'fields' in answer.problem ? answer.problem.fields : undefined);
}

/** Marks the fields that the server turned down, and answers where they are. */
function refuse(household: Household, problems: readonly FieldProblem[] = []): Outcome {
  const { members, caregivers, contact } = household;
  let where: Outcome = 'failed';
  for (const [place, { form }] of members.value.entries()) {
    const fields = refusedOf(problems, `members.${place}.`, memberNames).filter(isOneOf(memberFields));
    if (fields.length > 0) form.refuse(fields, 'refused');
    if (fields.length > 0) where = 'people';
  }
  for (const [place, { form }] of caregivers.value.entries()) {
    const fields = refusedOf(problems, `caregivers.${place}.`, caregiverNames).filter(isOneOf(caregiverFields));
    if (fields.length > 0) form.refuse(fields, 'refused');
    if (fields.length > 0) where = 'people';
  }
  if (where === 'people') household.attempt.value += 1;
  const fields = refusedOf(problems, '', contactNames).filter(isOneOf(contactFields));
  if (fields.length > 0) contact.refuse(fields, 'refused');
  return where === 'failed' && fields.length > 0 ? 'contact' : where;
}

/** The server's names of the fields, and ours. */
const memberNames: Record<string, keyof MemberValues> = {
  'patient.name.first': 'first',
  'patient.name.last': 'last',
  'patient.name.suffix': 'suffix',
  'patient.name.preferred': 'preferred',
  'patient.birthDate': 'birthDate',
  'patient.sex': 'sex',
  'patient.phone': 'phone',
  'patient.email': 'email',
  'patient.language': 'language',
  'patient.address': 'address',
  'patient.recordNumber': 'recordNumber',
  'patient.practitioner': 'practitioner',
  relationship: 'relationship',
  method: 'method',
};
const caregiverNames: Record<string, keyof CaregiverValues> = {
  'name.first': 'first',
  'name.last': 'last',
  relationship: 'relationship',
  phone: 'phone',
  email: 'email',
  legalRepresentative: 'legalRepresentative',
};
const contactNames: Record<string, keyof ContactValues> = {
  'contact.days': 'days',
  'contact.from': 'from',
  'contact.to': 'to',
  'contact.zone': 'zone',
  'contact.phone': 'contactPhone',
  note: 'note',
};

function refusedOf<Field extends string>(
  problems: readonly FieldProblem[],
  start: string,
  ours: Record<string, Field>,
): Field[] {
  return problems.flatMap(({ field }) => (field.startsWith(start) ? (ours[field.slice(start.length)] ?? []) : []));
}

function isOneOf<Field extends string>(fields: readonly Field[]): (field: string) => field is Field {
  return (field): field is Field => fields.some((one) => one === field);
}
