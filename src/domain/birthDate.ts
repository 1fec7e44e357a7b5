/** Birth dates: days of the calendar without time or zone, written `YYYY-MM-DD`. */

export type BirthDateProblem = 'empty' | 'unreadable' | 'impossible' | 'future' | 'too-long-ago';
export type BirthDateResult = { ok: true; date: string } | { ok: false; problem: BirthDateProblem };

/** The oldest person whose age is verified reached 122 years; beyond this a year was mistyped. */
const OLDEST_AGE = 125;

const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const monthFirst = /^(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4})$/;
const digitsOnly = /^(\d{2})(\d{2})(\d{4})$/;

/**
 * Reads a birth date as typed: 1947-03-09, 3/9/1947, 03 09 1947 or 03091947 (month first, as in the US).
 * `today` is `YYYY-MM-DD`.
 */
export function readBirthDate(typed: string, today: string): BirthDateResult {
  const text = typed.trim();
  if (!text) return { ok: false, problem: 'empty' };
  const byIso = iso.exec(text);
  if (byIso) return checked(Number(byIso[1]), Number(byIso[2]), Number(byIso[3]), today);
  const byMonth = monthFirst.exec(text) ?? digitsOnly.exec(text);
  if (byMonth) return checked(Number(byMonth[3]), Number(byMonth[1]), Number(byMonth[2]), today);
  return { ok: false, problem: 'unreadable' };
}

function checked(year: number, month: number, day: number, today: string): BirthDateResult {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return { ok: false, problem: 'impossible' };
  const date = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  if (date > today) return { ok: false, problem: 'future' };
  if (year < Number(today.slice(0, 4)) - OLDEST_AGE) return { ok: false, problem: 'too-long-ago' };
  return { ok: true, date };
}

/** Days of a month of the Gregorian calendar; `month` counts from 1. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
