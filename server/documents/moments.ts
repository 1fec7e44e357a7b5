/** Times as people read them, in the practice's zone. */

export type Moments = {
  /** The zone's name for computers: `America/New_York`. */
  zone: string;
  /** To the minute, with the zone's short name. */
  minute: (iso: string) => string;
  /** To the second, with the zone's short name. */
  second: (iso: string) => string;
  /** To the minute, with the zone's full name. */
  inFull: (iso: string) => string;
  /** The day of a time, in the practice's zone. */
  day: (iso: string) => string;
  /** A day of the calendar, which is the same everywhere. */
  date: (isoDate: string) => string;
};

const DAY = { year: 'numeric', month: 'long', day: 'numeric' } as const;
const MINUTE = { ...DAY, hour: 'numeric', minute: '2-digit' } as const;

/** An unknown zone is not guessed at: then all is in UTC, and says so. */
export function momentsIn(zone: string, locale: string): Moments {
  const timeZone = isZone(zone) ? zone : 'UTC';
  const writer = (options: Intl.DateTimeFormatOptions): ((iso: string) => string) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone, ...options });
    // A time that can't be read stands as it was recorded.
    return (iso) => (Number.isNaN(Date.parse(iso)) ? iso : format.format(new Date(iso)));
  };
  return {
    zone: timeZone,
    minute: writer({ ...MINUTE, timeZoneName: 'short' }),
    second: writer({ ...MINUTE, second: '2-digit', timeZoneName: 'short' }),
    inFull: writer({ ...MINUTE, timeZoneName: 'long' }),
    day: writer(DAY),
    date: writer({ ...DAY, timeZone: 'UTC' }),
  };
}

function isZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}
