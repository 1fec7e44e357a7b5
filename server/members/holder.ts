import type { PersonName } from '../../src/domain/people.ts';
import { MEMBER, patientOf, type AccessRow } from '../store/access.ts';
import { findCaregiver } from '../store/caregivers.ts';
import { getPatient, nameOf } from '../store/patients.ts';
import type { Scope } from '../store/scope.ts';

/** Who signs in: the member, or somebody who acts for them. */
export type Holder = {
  name: PersonName;
  /** Where mail to them goes. */
  email: string | null;
  language: string;
  /** The patient whose account it is. */
  patient: string;
  /** The member's name, where somebody else acts. */
  actsFor: PersonName | null;
};

export async function holderOf(scope: Scope, access: AccessRow): Promise<Holder> {
  const patient = await getPatient(scope, await patientOf(scope, access));
  const shared = { patient: patient.id, language: patient.language };
  if (access.holder === MEMBER) return { ...shared, name: nameOf(patient), email: patient.email, actsFor: null };
  const caregiver = await findCaregiver(scope, access.holder);
  if (!caregiver) throw new Error(`nobody holds the access ${access.id}`);
  return { ...shared, name: nameOf(caregiver), email: caregiver.email, actsFor: nameOf(patient) };
}
