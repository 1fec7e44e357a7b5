import { test, expect, type Page } from '@playwright/test';
import { readPhone } from '../../src/domain/contactDetails.ts';
import { fullName } from '../../src/domain/people.ts';
import { logIn, pairingCode } from '../harness/consoleScreens.ts';
import {
  enterHousehold,
  households,
  patientsOf,
  type HouseholdData,
  type PatientData,
} from '../harness/householdScreens.ts';
import { startPractice } from '../harness/newPractice.ts';
import { pairDevice } from '../harness/pairedDevice.ts';
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
    const { server, frontDesk, administrator } = await startPractice(page, practitioners);
    try {
      await logIn(page, server.url, frontDesk);
      const confirmed = await enterHousehold(page, household);
      await saysWhatIsNext(page, household);
      patientsAreWaiting(server, household, confirmed);
      caregiversAreStored(server, household);
      await answersOnTheTablet(page, server, household);
      await page.getByRole('button', { name: 'Log out' }).click();
      await logIn(page, server.url, administrator);
      await isOnTheWorklist(page, household);
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

const wantsTo = ({ note }: HouseholdData): 'consent' | 'declination' =>
  note.startsWith('wants to decline') ? 'declination' : 'consent';

/** A tablet has those who sign On Tablet, with whoever may sign for them, and nobody else; who answers there is enrolled, or not. */
async function answersOnTheTablet(page: Page, server: TestServer, household: HouseholdData): Promise<void> {
  const [staff] = server.query<{ id: string }>("select id from staff where login = 'luis'");
  const device = await pairDevice(server.url, await pairingCode(page), staff?.id ?? '');
  const { invitations } = await device.has();
  const expected = household.signForms === 'tablet' ? patientsOf(household) : [];
  const representatives = (household.relatedCaregivers ?? []).filter((one) => one.legalRepresentative);
  expect(
    invitations
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map((one) => [fullName(one.name), one.birthDate, one.practitionerName, one.representatives?.length]),
  ).toEqual(
    expected.map((one) => [nameOf(one), one.birthDate, household.patient.practitioner, representatives.length]),
  );
  const answer = wantsTo(household);
  for (const invitation of invitations)
    expect(await device.handIn(invitation, answer)).toMatchObject({
      status: 'stored',
      enrolled: answer === 'consent',
    });
  const accounts = server.query<{ handle: string; email: string | null; username: string | null }>(
    'select account.handle, patient.email, patient.username from account join patient on patient.id = account.patient_id',
  );
  expect(accounts).toHaveLength(answer === 'consent' ? expected.length : 0);
  for (const { handle, email, username } of accounts) expect(handle).toBe(email?.toLowerCase() ?? username);
}

/** The Health Assistant has whoever enrolled, with the times to call and the note; nobody else. */
async function isOnTheWorklist(page: Page, household: HouseholdData): Promise<void> {
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: 'Worklist' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Worklist' })).toBeVisible();
  const cards = page.getByRole('article');
  const enrolled = household.signForms === 'tablet' && wantsTo(household) === 'consent' ? patientsOf(household) : [];
  await expect(cards).toHaveCount(enrolled.length);
  for (const patient of enrolled) {
    const card = page.getByRole('article', { name: nameOf(patient) });
    if (household.healthAssistantNote) await expect(card).toContainText(household.healthAssistantNote);
    await expect(card).toContainText(/\d:\d\d/);
  }
}

function phoneOf(typed: string | null): string | null {
  const read = readPhone(typed ?? '');
  return read.ok ? read.phone : null;
}

function nameOf({ first, last, suffix }: PatientData): string {
  return fullName({ first, last, suffix });
}
