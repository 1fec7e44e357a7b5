import { expect } from 'vitest';
import { choose, click, fill, see, type Desk } from './desk.ts';
import type { TestServer } from './server.ts';

/** One household through the console's real screens, the same in every browser: a couple, and their daughter who helps. */

const patients = [
  { first: 'Élodie', last: "O'Shea-Núñez", birthDate: '1948-02-29', sex: 'Female', email: 'elodie@example.com' },
  { first: 'Tomás', last: 'Núñez', birthDate: '1945-11-30', sex: 'Male', email: null },
];
const caregiver = { first: 'Inés', last: 'Núñez', relationship: 'daughter', email: 'ines@example.com' };
const [first = '', second = ''] = patients.map((each) => `${each.first} ${each.last}`);

export async function inviteCouple(desk: Desk, server: TestServer): Promise<void> {
  await logIn(desk, server);
  await click(desk, 'link', 'Add Members');
  await see(desk, 'heading', 'Add Members');
  for (const [place, patient] of patients.entries()) {
    if (place > 0) {
      await click(desk, 'button', 'Add Related Patient');
      await fill(desk, /^Relationship/, 'spouse');
    }
    await fill(desk, /^First names/, patient.first, { place });
    await fill(desk, /^Last name/, patient.last, { place });
    await fill(desk, /^Date of birth/, patient.birthDate, { place });
    await choose(desk, /^Sex/, patient.sex, { place });
    if (patient.email) await fill(desk, /^E-mail/, patient.email, { place });
    if (place === 0) {
      await fill(desk, /^Phone/, '(813) 555-0190');
      await choose(desk, /^Billing practitioner/, 'Dr. Ana Ruiz');
    }
    await click(desk, 'radio', /^On Tablet/, { place });
  }
  await click(desk, 'button', 'Add Related Caregiver');
  await fill(desk, /^Relationship/, caregiver.relationship, { place: 1 });
  await fill(desk, /^First names/, caregiver.first, { place: 2 });
  await fill(desk, /^Last name/, caregiver.last, { place: 2 });
  await fill(desk, /^E-mail/, caregiver.email, { place: 2 });
  await click(desk, 'radio', /^No/);
  await click(desk, 'button', 'Next');

  await see(desk, 'heading', 'When to contact them');
  await click(desk, 'checkbox', /^Tue/);
  await fill(desk, /^Note for the Health Assistant/, 'Rings twice, please.');
  await click(desk, 'button', 'Next');
  await see(desk, 'heading', 'Confirm the username');
  await click(desk, 'button', /^Confirm and send/);
  await see(desk, 'heading', 'That’s it!');
  await see(desk, 'heading', first);
  await see(desk, 'heading', second);

  await click(desk, 'link', 'Invitations');
  await see(desk, 'link', second);
  await click(desk, 'link', first);
  await see(desk, 'heading', first);
  const detail = await desk.text();
  for (const part of [second, `${caregiver.first} ${caregiver.last}`, 'Rings twice, please.'])
    expect(detail).toContain(part);
  coupleIsWaiting(server);
}

async function logIn(desk: Desk, server: TestServer): Promise<void> {
  const { login, password } = server.login('front-desk');
  await desk.goto(server.url);
  await fill(desk, 'Log-in name', login);
  await fill(desk, 'Password', password);
  await click(desk, 'button', 'Log in');
  await see(desk, 'heading', 'Invitations');
}

/** What the source promises: an invitation each, one household, a username where there is no e-mail, no account yet. */
function coupleIsWaiting(server: TestServer): void {
  const rows = server.query<Record<string, unknown>>(
    `select patient.first, patient.birth_date, patient.email, patient.username, patient.household, patient.phone,
      invitation.state, invitation.method, practitioner.name as practitioner
      from patient join invitation on invitation.patient_id = patient.id
      join practitioner on practitioner.id = patient.practitioner_id
      where patient.last like '%Núñez' order by patient.birth_date desc`,
  );
  const shared = { state: 'waiting', method: 'tablet', practitioner: 'Dr. Ana Ruiz', phone: '+18135550190' };
  expect(rows).toEqual(
    patients.map(({ first: name, birthDate, email }) =>
      expect.objectContaining({ ...shared, first: name, birth_date: birthDate, email }),
    ),
  );
  expect(rows.map(({ username }) => username)).toEqual([null, 'tomas.nunez']);
  expect(new Set(rows.map(({ household }) => household)).size, 'one household').toBe(1);
  expect(
    server.query<object>("select first, relationship, email, legal_representative from caregiver where last = 'Núñez'"),
  ).toEqual([
    expect.objectContaining({
      first: caregiver.first,
      relationship: caregiver.relationship,
      email: caregiver.email,
      legal_representative: 0,
    }),
  ]);
  expect(server.query('select id from account')).toEqual([]);
}
