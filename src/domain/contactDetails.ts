import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** Phones and e-mail addresses as typed at a front desk. */

export type PhoneResult = { ok: true; phone: string } | { ok: false; problem: 'unreadable' };

/** Reads a phone of the US typed any way, or any other that starts with +. Answers in E.164: `+18135550142`. */
export function readPhone(typed: string): PhoneResult {
  const number = parsePhoneNumberFromString(typed.trim(), 'US');
  return number?.isPossible() ? { ok: true, phone: number.number } : { ok: false, problem: 'unreadable' };
}

/** A stored phone as people in the US write it; others in the international way. */
export function phoneForPeople(e164: string): string {
  const number = parsePhoneNumberFromString(e164);
  if (!number) return e164;
  return number.countryCallingCode === '1' ? number.formatNational() : number.formatInternational();
}

const emailShape = /^[^\s@<>()[\],;:"]+@[^\s@.<>()[\],;:"]+(\.[^\s@.<>()[\],;:"]+)+$/;

/** Whether it has the shape of an address that mail can be sent to (RFC 5321 limits the length to 254). */
export function looksLikeEmail(text: string): boolean {
  return text.length <= 254 && emailShape.test(text);
}
