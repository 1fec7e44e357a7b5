import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { evidenceSchema } from '../../src/contract/evidence.ts';
import {
  contactSchema,
  LONGEST_FULL_NAME,
  nameSchema,
  patientSchema,
  type Patient,
} from '../../src/contract/people.ts';
import { pairingCode } from '../../src/contract/deviceApi.ts';
import { fullName, type PersonName } from '../../src/domain/people.ts';
import { aConsent } from './builders.ts';

const aPatient = (part: Partial<Patient> = {}): Patient => ({
  name: { first: 'Ana', last: 'Ruiz' },
  birthDate: '1947-03-09',
  sex: 'female',
  phone: null,
  email: null,
  language: 'es',
  address: '',
  recordNumber: null,
  practitioner: '01957c3a-0000-7000-8000-000000000001',
  ...part,
});

describe('whoever can be invited can also sign', () => {
  test.each<[string, PersonName]>([
    ['of one word', { first: '', last: 'Suharto' }],
    ['in Hebrew', { first: 'מרים', last: 'בן־דוד' }],
    ['as long as an invitation takes', { first: 'W'.repeat(150), last: 'S'.repeat(150), suffix: 'J'.repeat(20) }],
    ['of characters outside the first plane', { first: '𐤌'.repeat(75), last: '𐤓'.repeat(75) }],
  ])('a name %s', (_what, name) => {
    expect(v.parse(nameSchema, name)).toEqual(name);
    const printed = fullName(name);
    expect(printed.length).toBeLessThanOrEqual(LONGEST_FULL_NAME);
    const evidence = aConsent({
      fills: { ...aConsent().fills, patient: printed },
      signer: { capacity: 'patient', printedName: printed },
      signature: { how: 'typed', text: printed },
    });
    expect(v.parse(evidenceSchema, evidence)).toEqual(evidence);
  });
});

test('a name is taken without the blanks around it; nobody is without a last name', () => {
  expect(v.parse(nameSchema, { first: ' Ana ', last: ' Ruiz ' })).toEqual({ first: 'Ana', last: 'Ruiz' });
  expect(v.is(nameSchema, { first: 'Ana', last: '  ' })).toBe(false);
  expect(v.is(nameSchema, { first: 'Ana', last: 'Ru\u0000iz' })).toBe(false);
  expect(v.is(nameSchema, { first: 'W'.repeat(151), last: 'Ruiz' })).toBe(false);
});

test('a phone is kept in one way, however it was typed; an e-mail may be absent but never wrong', () => {
  expect(v.parse(patientSchema, aPatient({ phone: '(813) 555-0142' })).phone).toBe('+18135550142');
  expect(v.parse(patientSchema, aPatient({ email: ' ana@example.org ' })).email).toBe('ana@example.org');
  expect(v.is(patientSchema, aPatient({ phone: '555' }))).toBe(false);
  expect(v.is(patientSchema, aPatient({ email: 'ana' }))).toBe(false);
});

test.each(['1947-02-30', '1947-13-01', '03/09/1947', '1947-3-9', ''])(
  '"%s" is no birth date on the wire',
  (birthDate) => {
    expect(v.is(patientSchema, aPatient({ birthDate }))).toBe(false);
  },
);

test('times to contact are clock times in a time zone that exists', () => {
  const contact = { days: ['mon'], from: '09:00', to: '23:59', zone: 'America/New_York', phone: null };
  expect(v.is(contactSchema, contact)).toBe(true);
  for (const wrong of [{ from: '24:00' }, { to: '9:00' }, { zone: 'Florida' }, { days: ['monday'] }])
    expect(v.is(contactSchema, { ...contact, ...wrong }), JSON.stringify(wrong)).toBe(false);
});

test.each([
  ['ABCD-2345', 'ABCD2345'],
  [' abcd 2345 ', 'ABCD2345'],
  ['OIL0-1234', '01101234'],
])('the pairing code may be typed "%s"', (typed, code) => {
  expect(v.parse(pairingCode, typed)).toBe(code);
});

test.each(['', 'ABCD-234', 'ABCD-23456', 'ABCU-2345', 'ABCD_2345'])('"%s" is no pairing code', (typed) => {
  expect(v.is(pairingCode, typed)).toBe(false);
});
