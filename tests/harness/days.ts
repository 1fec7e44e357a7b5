/** A day of the calendar (`YYYY-MM-DD`) as pages and mails write it. */
export function calendarDayFor(day: string, language: 'en' | 'es'): string {
  const format = new Intl.DateTimeFormat(`${language}-US`, { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`));
}
