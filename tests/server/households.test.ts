import { describe, expect, test } from 'vitest';
import { anAppEach, ask, aPracticeWithLogin, logIn, problemOf } from '../harness/app.ts';
import {
  aConsent,
  aPatient,
  aTablet,
  hashOfForm,
  sealed,
  type TestPractice,
  type TestTablet,
} from '../harness/builders.ts';
import { ingest } from '../../server/ingest/ingest.ts';
import { newId } from '../../src/contract/newId.ts';
import type { HouseholdEvidence } from '../../src/contract/householdEvidence.ts';
import type { HouseholdAnswer, NewHousehold } from '../../src/contract/householdApi.ts';
import type { Patient } from '../../src/contract/people.ts';

/** A couple with a caregiver, as the console or a tablet sends it. */

const appOf = anAppEach();

function aHousehold(
  practice: TestPractice,
  wishes: Partial<NewHousehold> = {},
  patient: Partial<Patient> = {},
): NewHousehold {
  const member = (person: Partial<Patient>, relationship: string | null): NewHousehold['members'][number] => ({
    invitation: newId(),
    patientId: newId(),
    patient: aPatient(practice, person),
    method: 'tablet',
    relationship,
  });
  return {
    id: newId(),
    members: [
      member(
        {
          name: { first: 'José Luis', last: 'Peña-Ibáñez' },
          birthDate: '1941-12-31',
          email: 'familia.pena@example.org',
          ...patient,
        },
        null,
      ),
      member({ name: { first: 'María del Carmen', last: 'Ibáñez de Peña' }, birthDate: '1944-02-29' }, 'spouse'),
    ],
    caregivers: [
      {
        id: newId(),
        name: { first: 'Declan', last: "O'Malley" },
        relationship: 'son',
        phone: null,
        email: 'declan@example.com',
        legalRepresentative: true,
      },
    ],
    contact: { days: ['tue'], from: '14:00', to: '16:00', zone: 'America/New_York', phone: null },
    note: 'Prefiere que la llamen después del almuerzo.',
    ...wishes,
  };
}

describe('on the console', () => {
  test('a household is added whole: each patient with an invitation of their own, and the caregivers', async () => {
    const app = appOf();
    const practice = await aPracticeWithLogin(app);
    const cookie = await logIn(app);
    const household = aHousehold(practice);
    const response = await ask(app, 'POST', '/api/staff/households', { cookie, body: household });
    expect(response.status).toBe(201);
    const { members } = (await response.json()) as HouseholdAnswer;
    expect(members.map((one) => one.username)).toEqual([null, 'mariadelcarm.ibanezdepena']);
    const detail = await (await ask(app, 'GET', `/api/staff/invitations/${members[0]?.invitation}`, { cookie })).json();
    expect(detail).toMatchObject({
      state: 'waiting',
      household: [{ name: { first: 'María del Carmen' }, relationship: 'spouse', state: 'waiting' }],
      caregivers: [{ email: 'declan@example.com', legalRepresentative: true }],
    });
  });

  test('sent twice it is added once; another content under its ids is refused, and nothing of it kept', async () => {
    const app = appOf();
    const practice = await aPracticeWithLogin(app);
    const cookie = await logIn(app);
    const household = aHousehold(practice);
    await ask(app, 'POST', '/api/staff/households', { cookie, body: household });
    expect((await ask(app, 'POST', '/api/staff/households', { cookie, body: household })).status).toBe(200);
    const other = await ask(app, 'POST', '/api/staff/households', { cookie, body: { ...household, note: 'changed' } });
    expect((await problemOf(other)).code).toBe('duplicate-submission');
    expect(await app.store.db.selectFrom('invitation').select('note').execute()).toHaveLength(2);
    expect(await app.store.db.selectFrom('caregiver').select('id').execute()).toHaveLength(1);
  });

  test('one member who cannot be added keeps out the whole household, and the field is named', async () => {
    const app = appOf();
    const practice = await aPracticeWithLogin(app);
    const cookie = await logIn(app);
    const household = aHousehold(practice);
    for (const member of household.members) member.method = 'app';
    const problem = await problemOf(await ask(app, 'POST', '/api/staff/households', { cookie, body: household }));
    expect(problem.fields).toEqual([{ field: 'members.1.method', problem: 'In App needs an e-mail address' }]);
    expect(await app.store.db.selectFrom('invitation').select('id').execute()).toHaveLength(0);
  });

  test('people who may be known are pointed out by name and birth date, accents aside, and by record number', async () => {
    const app = appOf();
    const practice = await aPracticeWithLogin(app);
    const cookie = await logIn(app);
    await ask(app, 'POST', '/api/staff/households', {
      cookie,
      body: aHousehold(practice, {}, { recordNumber: 'MRN-7' }),
    });
    const people = [
      {
        key: 'accents',
        name: { first: 'jose luis', last: 'PENA-IBANEZ' },
        birthDate: '1941-12-31',
        recordNumber: null,
      },
      { key: 'number', name: { first: 'Somebody', last: 'Else' }, birthDate: '1950-01-01', recordNumber: 'mrn-7' },
      {
        key: 'namesake',
        name: { first: 'José Luis', last: 'Peña-Ibáñez' },
        birthDate: '1961-12-31',
        recordNumber: null,
      },
    ];
    const { duplicates } = (await (
      await ask(app, 'POST', '/api/staff/duplicates', { cookie, body: { people } })
    ).json()) as {
      duplicates: { key: string; reasons: string[] }[];
    };
    expect(duplicates.map(({ key, reasons }) => [key, ...reasons])).toEqual([
      ['accents', 'name-and-birth-date'],
      ['number', 'record-number'],
    ]);
  });

  test('two people of one name get two usernames', async () => {
    const app = appOf();
    await aPracticeWithLogin(app);
    const cookie = await logIn(app);
    const names = [1, 2].map(() => ({ first: 'Robert', last: 'Ashby' }));
    const answer = await (await ask(app, 'POST', '/api/staff/usernames', { cookie, body: { names } })).json();
    expect(answer).toEqual({ usernames: ['robert.ashby', 'robert.ashby.2'] });
  });
});

describe('on a tablet without a network', () => {
  const evidenceOf = (tablet: TestTablet, household: NewHousehold): HouseholdEvidence => ({
    protocol: 1,
    kind: 'household',
    id: newId(),
    practice: tablet.practice.id,
    invitation: household.members[0]?.invitation ?? '',
    form: { hash: hashOfForm },
    device: tablet.device.id,
    staff: tablet.practice.staff.id,
    enteredAt: '2026-03-09T14:00:00.000Z',
    counter: 1,
    app: '0.1.0',
    household,
  });

  test('what was entered arrives once, with a receipt, and before the signature that follows it', async () => {
    const app = appOf();
    const practice = await aPracticeWithLogin(app);
    const tablet = await aTablet(practice);
    const household = aHousehold(practice);
    const envelope = await sealed(tablet, evidenceOf(tablet, household));
    const [first, again] = [
      await ingest(app.deps, tablet.device, envelope),
      await ingest(app.deps, tablet.device, envelope),
    ];
    expect(first.status).toBe('stored');
    expect(again).toEqual(first);
    const [member] = household.members;
    const signed = aConsent(tablet, {
      id: member?.invitation ?? '',
      patient: member?.patientId ?? '',
      name: 'José Luis Peña-Ibáñez',
    });
    expect(await ingest(app.deps, tablet.device, await sealed(tablet, signed))).toMatchObject({
      status: 'stored',
      enrolled: true,
    });
    expect(await app.store.db.selectFrom('invitation').select('id').execute()).toHaveLength(2);
    expect(await app.store.db.selectFrom('account').select('handle').execute()).toEqual([
      { handle: 'familia.pena@example.org' },
    ]);
  });

  test('a practitioner of nobody’s practice, or a household that is another’s, is refused and kept in sight', async () => {
    const app = appOf();
    const practice = await aPracticeWithLogin(app);
    const tablet = await aTablet(practice);
    const wrong = aHousehold(practice, {}, { practitioner: newId() });
    expect(await ingest(app.deps, tablet.device, await sealed(tablet, evidenceOf(tablet, wrong)))).toMatchObject({
      status: 'refused',
      code: 'envelope-bad-evidence',
    });
    expect(await app.store.db.selectFrom('invitation').select('id').execute()).toHaveLength(0);
  });
});
