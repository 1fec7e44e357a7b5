import { test, expect, type Page } from '@playwright/test';
import { readPhone } from '../../src/domain/contactDetails.ts';
import { fullName } from '../../src/domain/people.ts';
import { logIn } from '../harness/consoleScreens.ts';
import {
  enterHousehold,
  households,
  patientsOf,
  type HouseholdData,
  type PatientData,
} from '../harness/householdScreens.ts';
import { startPractice } from '../harness/newPractice.ts';
import type { TestServer } from '../harness/server.ts';

/** The households of the sample, typed through the real screens, and what the source promises about each. */

const practitioners = ['Dr. Ana Ruiz', 'Dr. Priya Natarajan'] as const;

const methodWords = {
  tablet: /appears on the practice’s paired iPads/,
  paper: /Give them the paper forms/,
  app: /They get an e-mail with a link/,
};

for (const household of households) {
  test(`${nameOf(household.patient)}: ${household.note}`, async ({ page }) => {
    const { server, frontDesk } = await startPractice(page, practitioners);
    try {
      await logIn(page, server.url, frontDesk);
      const confirmed = await enterHousehold(page, household);
      await saysWhatIsNext(page, household);
      patientsAreWaiting(server, household, confirmed);
      caregiversAreStored(server, household);
    } finally {
      await server.close();
    }
  });
}

/** That's it!: for each member what happens next, in the words of their method. */
async function saysWhatIsNext(page: Page, household: HouseholdData): Promise<void> {
  const items = page.getByRole('main').getByRole('listitem');
  await expect(items).toHaveCount(patientsOf(household).length);
  for (const [place, patient] of patientsOf(household).entries()) {
    await expect(items.nth(place).getByRole('heading')).toHaveText(nameOf(patient));
    await expect(items.nth(place)).toContainText(methodWords[household.signForms]);
  }
}

type Row = {
  first: string;
  last: string;
  suffix: string | null;
  preferred: string | null;
  birth_date: string;
  phone: string | null;
  email: string | null;
  language: string;
  record_number: string | null;
  relationship: string | null;
  username: string | null;
  household: string;
  practitioner: string;
  state: string;
  method: string;
  contact: string;
  note: string;
};

/** Each with an invitation of their own that waits, and no account before anybody signs. */
function patientsAreWaiting(server: TestServer, household: HouseholdData, confirmed: string[]): void {
  const rows = server.query<Row>(
    `select patient.*, practitioner.name as practitioner, invitation.state, invitation.method, invitation.contact,
      invitation.note from patient join invitation on invitation.patient_id = patient.id
      join practitioner on practitioner.id = patient.practitioner_id order by invitation.id`,
  );
  const { contact } = household;
  expect(rows.map(({ contact: stored, ...row }) => ({ ...row, contact: JSON.parse(stored) as unknown }))).toEqual(
    patientsOf(household).map((patient) =>
      expect.objectContaining({
        first: patient.first,
        last: patient.last,
        suffix: patient.suffix ?? null,
        preferred: patient.preferredName ?? null,
        birth_date: patient.birthDate,
        phone: phoneOf(patient.phone),
        email: patient.email,
        language: patient.language,
        record_number: patient.recordNumber,
        relationship: patient.relationship ?? null,
        practitioner: household.patient.practitioner,
        state: 'waiting',
        method: household.signForms,
        contact: { ...contact, phone: phoneOf(contact.phone) },
        note: household.healthAssistantNote,
      }),
    ),
  );
  expect(new Set(rows.map((row) => row.household)).size, 'one household').toBe(1);
  expect(
    rows.map(({ email, username }) => (email === null) === (username !== null)),
    'a username where there is no e-mail, and only there',
  ).not.toContain(false);
  expect(
    rows.flatMap(({ username }) => username ?? []),
    'the usernames that were confirmed',
  ).toEqual(confirmed);
  expect(new Set(confirmed).size).toBe(confirmed.length);
  expect(server.query('select id from account')).toEqual([]);
}

function caregiversAreStored(server: TestServer, { relatedCaregivers = [] }: HouseholdData): void {
  const rows = server.query(
    'select first, last, relationship, phone, email, legal_representative from caregiver order by id',
  );
  expect(rows.map((row) => ({ ...(row as object) }))).toEqual(
    relatedCaregivers.map((one) => ({
      first: one.first,
      last: one.last,
      relationship: one.relationship,
      phone: phoneOf(one.phone),
      email: one.email,
      legal_representative: one.legalRepresentative ? 1 : 0,
    })),
  );
}

function phoneOf(typed: string | null): string | null {
  const read = readPhone(typed ?? '');
  return read.ok ? read.phone : null;
}

function nameOf({ first, last, suffix }: PatientData): string {
  return fullName({ first, last, suffix });
}
