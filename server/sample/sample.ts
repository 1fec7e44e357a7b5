import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newId } from '../../src/contract/newId.ts';
import type { NewHousehold } from '../../src/contract/householdApi.ts';
import type { SampleLogin } from '../../src/contract/staffApi.ts';
import type { Role } from '../../src/domain/roles.ts';
import { readPhone } from '../../src/domain/contactDetails.ts';
import type { SignFormsMethod } from '../../src/domain/invitation.ts';
import type { Deps } from '../deps.ts';
import { inviteHousehold } from '../inviteHousehold.ts';
import { newPin, newSecret } from '../keys/secrets.ts';
import { createPractice } from '../setup/createPractice.ts';
import { listPractitioners } from '../store/practices.ts';
import { listStaff } from '../store/staff.ts';
import households from './households.json' with { type: 'json' };

type Household = (typeof households)[number];

const people: { name: string; role: Role; login: string }[] = [
  { name: 'Dana Brooks', role: 'administrator', login: 'dana' },
  { name: 'Luis Ortega', role: 'front-desk', login: 'luis' },
  { name: 'Hannah Kim', role: 'health-assistant', login: 'hannah' },
];

/** Makes a practice of people who don't exist. Its passwords and PINs are made by chance, and kept beside the data. */
export async function loadSample(deps: Deps): Promise<SampleLogin[]> {
  const logins = people.map((one) => ({ ...one, password: newSecret(12), pin: newPin() }));
  keepSampleLogins(deps.data, logins);
  const practitioners = [...new Set(households.map((household) => household.patient.practitioner))];
  const scope = await createPractice(deps, {
    practice: { name: 'Bayside Family Practice', phone: '+1 813 555 0100', zone: 'America/New_York' },
    practitioners,
    staff: logins,
  });
  const idOf = new Map((await listPractitioners(scope)).map((row) => [row.name, row.id]));
  const frontDesk = (await listStaff(scope)).find((row) => row.role === 'front-desk');
  if (!frontDesk) throw new Error('the sample practice has no front desk');
  for (const household of households) {
    await inviteHousehold(
      deps,
      scope,
      frontDesk,
      asEntered(household, (name) => idOf.get(name) ?? ''),
    );
  }
  return logins;
}

/** A household of the file as staff would have sent it. */
function asEntered(household: Household, practitionerId: (name: string) => string): NewHousehold {
  const { patient, contact } = household;
  const related = 'relatedPatients' in household ? (household.relatedPatients ?? []) : [];
  const caregivers = 'relatedCaregivers' in household ? (household.relatedCaregivers ?? []) : [];
  return {
    id: newId(),
    members: [patient, ...related].map((person) => ({
      invitation: newId(),
      patientId: newId(),
      patient: {
        name: {
          first: person.first,
          last: person.last,
          ...('suffix' in person && person.suffix ? { suffix: person.suffix } : {}),
          ...('preferredName' in person && person.preferredName ? { preferred: person.preferredName } : {}),
        },
        birthDate: person.birthDate,
        sex: person.sex as 'female' | 'male',
        phone: phoneOf(person.phone),
        email: person.email,
        language: person.language,
        address: 'address' in patient ? (patient.address ?? '') : '',
        recordNumber: person.recordNumber,
        practitioner: practitionerId(patient.practitioner),
      },
      method: household.signForms as SignFormsMethod,
      relationship: 'relationship' in person ? (person.relationship ?? null) : null,
    })),
    caregivers: caregivers.map(({ first, last, relationship, phone, email, legalRepresentative }) => ({
      id: newId(),
      name: { first, last },
      relationship,
      phone: phoneOf(phone),
      email,
      legalRepresentative,
    })),
    contact: { ...contact, days: contact.days as NewHousehold['contact']['days'], phone: phoneOf(contact.phone) },
    note: household.healthAssistantNote,
  };
}

function phoneOf(typed: string | null): string | null {
  const read = typed === null ? undefined : readPhone(typed);
  return read?.ok ? read.phone : null;
}

const loginsFile = (data: string): string => join(data, 'sample-logins.json');

/** The log-ins of the sample lie beside its data, so that they can be shown again. Nobody in it is real. */
function keepSampleLogins(data: string, logins: SampleLogin[]): void {
  writeFileSync(loginsFile(data), `${JSON.stringify(logins, null, 2)}\n`, { mode: 0o600 });
}

export function keptSampleLogins(data: string): SampleLogin[] | undefined {
  const file = loginsFile(data);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as SampleLogin[]) : undefined;
}
