import type { Fills, FormVersion } from '../src/domain/form.ts';
import { fullName } from '../src/domain/people.ts';
import type { findWithPeople } from './store/invitations.ts';
import { nameOf } from './store/patients.ts';
import type { PracticeRow } from './store/practices.ts';

type People = NonNullable<Awaited<ReturnType<typeof findWithPeople>>>;

/** What the placeholders of a form stand for in an invitation, by what the practice's records say now. */
export function fillsOf(people: People, practice: PracticeRow, form: Pick<FormVersion, 'programme'>): Fills {
  return {
    patient: fullName(nameOf(people)),
    practice: practice.name,
    practicePhone: practice.phone,
    practitioner: people.practitioner_name,
    programme: form.programme,
  };
}
