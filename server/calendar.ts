import { dayInZone } from '../src/domain/stopping.ts';

/** Days and weeks as they are at the practice. Days are `YYYY-MM-DD`. */

/** The Monday of a day's week. */
export function weekOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}

/** When a day begins in a zone, `plus` days later. Looks for it, since clocks are put forward and back. */
export function startOfDay(day: string, zone: string, plus = 0): string {
  const wanted = new Date(`${day}T00:00:00Z`);
  wanted.setUTCDate(wanted.getUTCDate() + plus);
  const wantedDay = wanted.toISOString().slice(0, 10);
  const quarter = 15 * 60_000;
  let at = wanted.getTime() - 15 * 3_600_000;
  while (dayInZone(new Date(at).toISOString(), zone) < wantedDay) at += quarter;
  return new Date(at).toISOString();
}
