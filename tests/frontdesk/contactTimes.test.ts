import { expect, test } from 'vitest';
import { isGoodTime, preferenceInWords } from '../../src/frontdesk/contactTimes.ts';
import type { Contact } from '../../src/contract/people.ts';

const contact = (change: Partial<Contact> = {}): Contact => ({
  days: ['mon', 'wed'],
  from: '09:00',
  to: '11:30',
  zone: 'America/New_York',
  phone: null,
  ...change,
});
// A Wednesday in winter, 10:00 in New York.
const wednesday = Date.parse('2026-01-07T15:00:00Z');
const plain = (text: string | undefined) => text?.replace(/[\u2009\u202F\u00A0]/g, ' ');
const said = (change: Partial<Contact>, here: string, now = wednesday) => {
  const { theirs, yours } = preferenceInWords(contact(change), now, here);
  return [plain(theirs), plain(yours)];
};

test('the patient’s time, and the caller’s where it is another', () => {
  expect(said({}, 'America/Los_Angeles')).toEqual(['Mon, Wed, 9:00 – 11:30 AM in New York', '6:00 – 8:30 AM']);
  expect(said({}, 'America/New_York')).toEqual(['Mon, Wed, 9:00 – 11:30 AM in New York', undefined]);
  expect(said({}, 'Europe/Berlin')[1]).toBe('3:00 – 5:30 PM');
});

test('the caller’s day may be another', () => {
  expect(said({ zone: 'Pacific/Guam' }, 'America/New_York')[1]).toBe('Sun, Tue, 6:00 – 8:30 PM');
});

test('clocks that change on other days are other times in those weeks', () => {
  // Mid-March: New York is on summer time already, Phoenix never is.
  const march = Date.parse('2026-03-10T12:00:00Z');
  expect(said({}, 'America/Phoenix')[1]).toBe('7:00 – 9:30 AM');
  expect(said({}, 'America/Phoenix', march)[1]).toBe('6:00 – 8:30 AM');
});

test('half a preference, and none, have words', () => {
  expect(said({ to: null }, 'America/Chicago')).toEqual(['Mon, Wed, from 9:00 AM in New York', 'from 8:00 AM']);
  expect(said({ from: null, days: [] }, 'America/New_York')[0]).toBe('Any day, until 11:30 AM in New York');
  expect(said({ from: null, to: null }, 'America/Chicago')).toEqual(['Mon, Wed, any time', undefined]);
  expect(said({ from: null, to: null, days: [] }, 'America/Chicago')[0]).toBe('Any day, any time');
});

test('a good time is by the patient’s clock and day', () => {
  expect(isGoodTime(contact(), wednesday)).toBe(true);
  expect(isGoodTime(contact(), wednesday + 2 * 3_600_000)).toBe(false);
  expect(isGoodTime(contact({ days: ['tue'] }), wednesday)).toBe(false);
  expect(isGoodTime(contact({ days: [], from: null, to: null }), wednesday)).toBe(false);
});
