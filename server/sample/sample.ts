import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newId } from '../../src/contract/newId.ts';
import type { NewInvitation } from '../../src/contract/people.ts';
import type { SampleLogin } from '../../src/contract/staffApi.ts';
import type { Role } from '../../src/domain/roles.ts';
import { readPhone } from '../../src/domain/contactDetails.ts';
import type { Deps } from '../deps.ts';
import { invite } from '../invite.ts';
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
    const householdId = newId();
    for (const invitation of invitationsOf(household, (name) => idOf.get(name) ?? '')) {
      await invite(deps, scope, frontDesk, invitation, householdId);
    }
  }
  return logins;
}

function invitationsOf(household: Household, practitionerId: (name: string) => string): NewInvitation[] {
  const { patient } = household;
  const related = 'relatedPatients' in household ? (household.relatedPatients ?? []) : [];
  const contactPhone = readPhone(household.contact.phone);
  return [patient, ...related].map((person) => {
    const phone = readPhone(person.phone);
    return {
      id: newId(),
      patient: {
        name: {
          first: person.first,
          last: person.last,
          ...('suffix' in person && person.suffix ? { suffix: person.suffix } : {}),
          ...('preferredName' in person && person.preferredName ? { preferred: person.preferredName } : {}),
        },
        birthDate: person.birthDate,
        sex: person.sex as 'female' | 'male',
        phone: phone.ok ? phone.phone : null,
        email: person.email,
        language: person.language,
        address: 'address' in patient ? (patient.address ?? '') : '',
        recordNumber: person.recordNumber,
        practitioner: practitionerId(patient.practitioner),
      },
      method: household.signForms as NewInvitation['method'],
      contact: {
        days: household.contact.days as NewInvitation['contact']['days'],
        from: household.contact.from,
        to: household.contact.to,
        zone: household.contact.zone,
        phone: contactPhone.ok ? contactPhone.phone : null,
      },
      note: household.healthAssistantNote,
    };
  });
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
