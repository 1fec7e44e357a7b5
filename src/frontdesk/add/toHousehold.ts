import type { NewHousehold } from '../../contract/householdApi.ts';
import { readBirthDate } from '../../domain/birthDate.ts';
import { readPhone } from '../../domain/contactDetails.ts';
import { today } from '../../ui/moments.ts';
import { filledIn, type Household, type Member } from './household.ts';
import { nameOf, oneLine, type CaregiverValues } from './values.ts';
import { guessZone, type ZoneGuess } from './zoneGuess.ts';

/** A household that the checks find nothing wrong with, as the server takes it. */
export function toHousehold(household: Household): NewHousehold {
  const { days, from, to, zone, contactPhone, note } = household.contact.values.value;
  return {
    id: household.id.value,
    members: household.members.value.map((member) => toMember(household, member)),
    caregivers: household.caregivers.value.map(({ form }) => toCaregiver(form.values.value)),
    contact: {
      days,
      from: from || null,
      to: to || null,
      zone: zone ?? zoneGuessOf(household).zone,
      phone: phoneOf(contactPhone ?? filledIn(household, household.patient.value).phone),
    },
    note: note.trim(),
  };
}

function toMember(household: Household, member: Member): NewHousehold['members'][number] {
  const typed = filledIn(household, member);
  if (!typed.sex) throw new TypeError('a household is sent only after it was checked');
  return {
    invitation: typed.invitation,
    patientId: typed.patientId,
    patient: {
      name: nameOf(typed),
      birthDate: birthDateOf(typed.birthDate),
      sex: typed.sex,
      phone: phoneOf(typed.phone),
      email: typed.email.trim() || null,
      language: typed.language,
      address: oneLine(typed.address),
      recordNumber: oneLine(typed.recordNumber) || null,
      practitioner: typed.practitioner,
    },
    method: typed.method,
    relationship: member.isRelated ? oneLine(typed.relationship) : null,
  };
}

/** A caregiver that the check finds nothing wrong with. */
export function toCaregiver(typed: CaregiverValues): NewHousehold['caregivers'][number] {
  return {
    id: typed.id,
    name: nameOf(typed),
    relationship: oneLine(typed.relationship),
    phone: phoneOf(typed.phone),
    email: typed.email.trim(),
    legalRepresentative: typed.legalRepresentative === 'yes',
  };
}

export function zoneGuessOf(household: Household): ZoneGuess {
  return guessZone(filledIn(household, household.patient.value).address, household.host.practice().zone);
}

/** `YYYY-MM-DD` of a birth date that was checked. */
export function birthDateOf(typed: string): string {
  const read = readBirthDate(typed, today());
  if (!read.ok) throw new TypeError('a birth date is read only after it was checked');
  return read.date;
}

function phoneOf(typed: string): string | null {
  const read = readPhone(typed);
  return read.ok ? read.phone : null;
}
