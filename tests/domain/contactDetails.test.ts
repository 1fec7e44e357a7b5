import { describe, expect, test } from 'vitest';
import households from '../../server/sample/households.json' with { type: 'json' };
import { looksLikeEmail, phoneForPeople, readPhone } from '../../src/domain/contactDetails.ts';

/** Every phone of the sample households, wherever it stands in them, as it was typed. */
function phonesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    key === 'phone' && typeof inner === 'string' ? [inner] : phonesIn(inner),
  );
}

describe('the phones of the sample households', () => {
  const typed = [...new Set(phonesIn(households))];

  test('are many, and typed in more than one way', () => {
    expect(typed.length).toBeGreaterThan(5);
    expect(new Set(typed.map((phone) => phone.replace(/\d/g, '0'))).size).toBeGreaterThan(1);
  });

  test.each(typed)('"%s" keeps its digits, and reads the same when it is written for people', (phone) => {
    const read = readPhone(phone);
    const digits = phone.replace(/\D/g, '');
    const e164 = phone.trim().startsWith('+') ? `+${digits}` : `+1${digits.slice(-10)}`;
    expect(read).toEqual({ ok: true, phone: e164 });
    expect(readPhone(phoneForPeople(e164))).toEqual(read);
  });
});

test.each([
  ['8135550142', '+18135550142'],
  ['813-555-0142', '+18135550142'],
  ['(813) 555-0142', '+18135550142'],
  ['813.555.0142', '+18135550142'],
  ['1 813 555 0142', '+18135550142'],
  ['+1 (813) 555-0142', '+18135550142'],
  ['  813 555 0142 ', '+18135550142'],
  ['+44 20 7946 0958', '+442079460958'],
  ['+972 2 555 0101', '+97225550101'],
])('"%s" is the phone %s', (typed, phone) => {
  expect(readPhone(typed)).toEqual({ ok: true, phone });
});

test.each(['', '   ', 'call my daughter', '555-0142', '813 555 01', '813 555 0142 0142 0142', '+', '+999 1', '000'])(
  '"%s" is no phone that can be called',
  (typed) => {
    expect(readPhone(typed)).toEqual({ ok: false, problem: 'unreadable' });
  },
);

test('a phone is written as people in the US do, others the international way, and what is none stays as it is', () => {
  expect(phoneForPeople('+18135550142')).toBe('(813) 555-0142');
  expect(phoneForPeople('+442079460958')).toBe('+44 20 7946 0958');
  expect(phoneForPeople('unknown')).toBe('unknown');
});

test.each(['m.whitfield@example.org', 'a+b@sub.example.co.uk', 'josé@example.org', "o'neil@example.org", 'a@b.co'])(
  '"%s" looks like an e-mail address',
  (text) => {
    expect(looksLikeEmail(text)).toBe(true);
  },
);

test.each([
  '',
  'nobody',
  'a@b',
  'a@@b.co',
  'a@b..co',
  'a@.b.co',
  'a@b.co.',
  'a b@c.de',
  'a@b.co, c@d.ef',
  'Ana <a@b.co>',
  `${'x'.repeat(250)}@b.co`,
])('"%s" does not look like an e-mail address', (text) => {
  expect(looksLikeEmail(text)).toBe(false);
});

test('an address made to slow the check down is answered all the same', () => {
  expect(looksLikeEmail(`a@${'b.'.repeat(120)}`)).toBe(false);
});
