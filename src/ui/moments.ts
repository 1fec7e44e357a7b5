import { useEffect, useState } from 'preact/hooks';
import { language, localeOf } from './language.ts';

/** Times and days as people read them, in the present language and this computer's time zone. */

function format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(localeOf(language.value), options);
}

/** `10:42 AM` */
export function clockTime(at: string | number): string {
  return format({ hour: 'numeric', minute: '2-digit' }).format(new Date(at));
}

/** The time alone for today, with the day for other days, with the year for other years. */
export function dayAndTime(at: string, now: number): string {
  const when = new Date(at);
  const present = new Date(now);
  if (when.toDateString() === present.toDateString()) return clockTime(at);
  const year = when.getFullYear() === present.getFullYear() ? {} : ({ year: 'numeric' } as const);
  return format({ month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit', ...year }).format(when);
}

/** A day of the calendar, given as `YYYY-MM-DD`: `March 9, 1947`. */
export function calendarDay(date: string): string {
  return format({ dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
}

/** The same for narrow columns: `Mar 9, 1947`. */
export function shortDay(date: string): string {
  return format({ dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
}

/** Today by this computer's clock, as `YYYY-MM-DD`. */
export function today(now: number = Date.now()): string {
  const date = new Date(now);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

const steps = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** `5 minutes ago`; less than a minute is `this minute`. */
export function ago(at: string, now: number): string {
  const words = new Intl.RelativeTimeFormat(localeOf(language.value), { numeric: 'auto' });
  const passed = Math.max(0, now - Date.parse(at));
  const [unit, length] = steps.find(([, size]) => passed >= size) ?? ['minute', 60_000];
  return words.format(-Math.floor(passed / length), unit);
}

/** The time that has passed since: `2 hours`. Less than a minute counts as one. */
export function timeSince(at: string, now: number): string {
  const passed = Math.max(60_000, now - Date.parse(at));
  const [unit, length] = steps.find(([, size]) => passed >= size) ?? ['minute', 60_000];
  const locale = localeOf(language.value);
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(
    Math.floor(passed / length),
  );
}

/** The present time in milliseconds; draws the component anew every half minute, so that no "ago" grows stale. */
export function useNow(every = 30_000): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}
