import { greetingName } from '../../domain/people.ts';
import { frontdeskWords } from '../text.ts';
import type { Household, Person } from './household.ts';
import { nameOf } from './values.ts';

/** What people of a household are called on screen while they are typed. */

function kindOf(person: Person): string {
  const words = frontdeskWords().add;
  if (person.kind === 'caregiver') return words.relatedCaregiver;
  return person.isRelated ? words.relatedPatient : words.patient;
}

/** Empty until a name is typed. */
function shortName({ form }: Person): string {
  return greetingName(nameOf(form.values.value));
}

/** `José Luis`, or `Related patient` while nobody knows more. */
export function calledBy(person: Person): string {
  return shortName(person) || kindOf(person);
}

/** The heading of a person's part of the form. */
export function titleOf(person: Person): string {
  const name = shortName(person);
  return name ? `${kindOf(person)}: ${name}` : kindOf(person);
}

/** `Relationship to José Luis` */
export function relationshipLabel({ patient }: Household): string {
  const words = frontdeskWords().add;
  const name = shortName(patient.value);
  return name ? words.relationship(name) : words.relationshipNoName;
}
