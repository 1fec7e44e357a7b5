/** Which days a report is about, as they stand in the page's address. Days are `YYYY-MM-DD`. */

export type Period = { from: string; to: string };

const USUAL_DAYS = 84;
/** Nobody was invited before; years of which only the first digits are typed yet are none. */
export const EARLIEST = '2000-01-01';

export function readPeriod(query: Record<string, string | undefined>, today: string): Period {
  const usual = lastDays(USUAL_DAYS, today);
  return { from: isDay(query.from) ? query.from : usual.from, to: isDay(query.to) ? query.to : usual.to };
}

export function periodQuery({ from, to }: Period): URLSearchParams {
  return new URLSearchParams({ from, to });
}

export function periodAddress(period: Period): string {
  return `/reports?${periodQuery(period).toString()}`;
}

/** Today counts as one of them. */
export function lastDays(days: number, today: string): Period {
  return { from: plusDays(today, 1 - days), to: today };
}

export function isDay(text: string | undefined): text is string {
  return /^\d{4}-\d{2}-\d{2}$/.test(text ?? '') && !Number.isNaN(Date.parse(text ?? '')) && (text ?? '') >= EARLIEST;
}

export function todayIn(zone: string, now: number): string {
  const parts = { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  return new Intl.DateTimeFormat('en-CA', parts).format(now);
}

/** The Mondays of a period, first to last. */
export function mondaysOf({ from, to }: Period): string[] {
  const weekday = (new Date(`${from}T00:00:00Z`).getUTCDay() + 6) % 7;
  const mondays: string[] = [];
  for (let monday = plusDays(from, -weekday); monday <= to; monday = plusDays(monday, 7)) mondays.push(monday);
  return mondays;
}

function plusDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
