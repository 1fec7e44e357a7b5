/** When a member who stops is out: at the end of the month of the request, as the calendar is at the practice. */

/** The day of a moment in a zone, `YYYY-MM-DD`. An unknown zone is not guessed at: then it is the day in UTC. */
export function dayInZone(moment: string, zone: string): string {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone: isZone(zone) ? zone : 'UTC',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(new Date(moment));
}

/** The last day of the month in which a stop was asked for (CMS: a stop takes effect at that month's end). */
export function stopTakesEffectOn(askedAt: string, zone: string): string {
  const [year = 0, month = 0] = dayInZone(askedAt, zone).split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** Whether the last day is over with the practice. On the day itself the service still stands. */
export function hasEnded(effectiveOn: string, zone: string, now: string): boolean {
  return dayInZone(now, zone) > effectiveOn;
}

function isZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}
