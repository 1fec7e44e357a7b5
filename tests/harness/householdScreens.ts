import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';

/** The households of the sample as data, and how a front desk types one. */

export type PatientData = {
  first: string;
  last: string;
  suffix?: string;
  preferredName?: string;
  birthDate: string;
  sex: string;
  phone: string | null;
  email: string | null;
  language: string;
  address?: string;
  recordNumber: string | null;
  practitioner?: string;
  relationship?: string;
};
export type CaregiverData = {
  first: string;
  last: string;
  relationship: string;
  phone: string | null;
  email: string;
  legalRepresentative: boolean;
};
export type HouseholdData = {
  note: string;
  patient: PatientData;
  relatedPatients?: PatientData[];
  relatedCaregivers?: CaregiverData[];
  signForms: 'tablet' | 'paper' | 'app';
  contact: { days: string[]; from: string; to: string; zone: string; phone: string };
  healthAssistantNote: string;
};

const file = resolve(import.meta.dirname, '..', '..', 'server', 'sample', 'households.json');
export const households = JSON.parse(readFileSync(file, 'utf8')) as HouseholdData[];

export const patientsOf = ({ patient, relatedPatients = [] }: HouseholdData): PatientData[] => [
  patient,
  ...relatedPatients,
];

const methods = { tablet: 'On Tablet', paper: 'On Paper', app: 'In App' };

/** Types a household up to "That's it!". Answers the usernames that were shown for confirmation, in order. */
export async function enterHousehold(page: Page, household: HouseholdData): Promise<string[]> {
  await fillPeople(page, household);
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await fillContact(page, household);
  const without = patientsOf(household).filter(({ email }) => email === null).length;
  let usernames: string[] = [];
  if (without > 0) {
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    // Not "Before this is sent": nobody of the sample is taken for somebody else.
    await expect(page.getByRole('heading', { level: 1, name: /^Confirm the usernames?$/ })).toBeVisible();
    usernames = await page.locator('.username').allTextContents();
    await page.getByRole('button', { name: /^Confirm and send/ }).click();
  } else {
    await page.getByRole('button', { name: /^Send the invitation/ }).click();
  }
  await expect(page.getByRole('heading', { level: 1, name: 'That’s it!' })).toBeVisible();
  return usernames;
}

export async function fillPeople(page: Page, household: HouseholdData): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Add Members' }).click();
  const [patient, ...related] = patientsOf(household);
  if (patient) await fillPatient(page.getByRole('region', { name: /^The patient/ }), patient, household);
  for (const [place, one] of related.entries()) {
    await page.getByRole('button', { name: 'Add Related Patient' }).click();
    const part = page.getByRole('region', { name: /^Related patient/ }).nth(place);
    await part.getByLabel(/^Relationship/).fill(one.relationship ?? '');
    await fillPatient(part, one, household);
  }
  for (const [place, one] of (household.relatedCaregivers ?? []).entries()) {
    await page.getByRole('button', { name: 'Add Related Caregiver' }).click();
    await fillCaregiver(page.getByRole('region', { name: /^Related caregiver/ }).nth(place), one);
  }
}

async function fillPatient(part: Locator, patient: PatientData, { signForms }: HouseholdData): Promise<void> {
  await part.getByLabel('First names').fill(patient.first);
  await part.getByLabel('Last name').fill(patient.last);
  if (patient.preferredName) await part.getByLabel('What they like to be called').fill(patient.preferredName);
  if (patient.suffix) await part.getByLabel(/^Suffix/).fill(patient.suffix);
  await part.getByLabel('Date of birth').fill(patient.birthDate);
  await part.getByLabel('Sex').selectOption(patient.sex);
  const phone = part.getByLabel('Phone');
  // Nothing twice: what a related patient shares is there already.
  if ((await phone.inputValue()) !== (patient.phone ?? '')) await phone.fill(patient.phone ?? '');
  const language = part.getByLabel('Preferred language');
  if ((await language.inputValue()) !== patient.language) await language.selectOption(patient.language);
  if (patient.email) await part.getByLabel('E-mail').fill(patient.email);
  if (patient.recordNumber) await part.getByLabel('Medical record number').fill(patient.recordNumber);
  if (patient.practitioner) await part.getByLabel('Billing practitioner').selectOption(patient.practitioner);
  await part.getByRole('radio', { name: methods[signForms] }).check();
}

async function fillCaregiver(part: Locator, caregiver: CaregiverData): Promise<void> {
  await part.getByLabel(/^Relationship/).fill(caregiver.relationship);
  await part.getByLabel('First names').fill(caregiver.first);
  await part.getByLabel('Last name').fill(caregiver.last);
  await part.getByLabel('E-mail').fill(caregiver.email);
  if (caregiver.phone) await part.getByLabel('Phone').fill(caregiver.phone);
  await part.getByRole('radio', { name: caregiver.legalRepresentative ? 'Yes' : 'No' }).check();
}

async function fillContact(page: Page, { contact, healthAssistantNote }: HouseholdData): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: 'When to contact them' })).toBeVisible();
  for (const day of contact.days) await page.locator(`#contact-days-${day}`).check();
  await page.getByLabel('From').selectOption(contact.from);
  await page.getByLabel('Until').selectOption(contact.to);
  const zone = page.getByLabel('time zone');
  if ((await zone.inputValue()) !== contact.zone) await zone.selectOption(contact.zone);
  const phone = page.getByLabel('Phone to use');
  if ((await phone.inputValue()) !== contact.phone) await phone.fill(contact.phone);
  if (healthAssistantNote) await page.getByLabel('Note for the Health Assistant').fill(healthAssistantNote);
}
