import { DAYS, type Contact } from '../contract/people.ts';
import { language, localeOf } from '../ui/language.ts';
import { frontdeskWords } from './text.ts';
import { cityOf } from './zones.ts';

/** When somebody prefers to be called, in words: in their own time zone and in that of whoever calls. */

type Day = (typeof DAYS)[number];

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** `yours` is there where the caller's clocks show another time than the patient's. */
export type Preference = { theirs: string; yours: string | undefined };

/** `now` in milliseconds: clocks are put forward and back, so that the same preference may be another time for the caller. */
export function preferenceInWords(contact: Contact, now: number, here: string = ownZone()): Preference {
  const words = frontdeskWords().times;
  const { days, zone } = contact;
  const range = nextRange(contact, now);
  const times = timesInWords(range, zone);
  const said = [daysInWords(days) || words.anyDay, times || words.anyTime].join(', ');
  const moment = range.from ?? range.to;
  if (moment === null) return { theirs: said, yours: undefined };
  const theirs = words.inZone(said, cityOf(zone));
  if (offsetAt(zone, moment) === offsetAt(here, moment)) return { theirs, yours: undefined };
  const otherDays = daysInWords(daysElsewhere(days, moment, zone, here));
  const yours = timesInWords(range, here);
  return { theirs, yours: otherDays === daysInWords(days) ? yours : `${otherDays}, ${yours}` };
}

function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** `Mon, Wed`; empty where any day is fine. */
function daysInWords(days: readonly Day[]): string {
  return days.length === 0 || days.length === DAYS.length ? '' : days.map(dayName).join(', ');
}

export function dayName(day: Day): string {
  const name = new Intl.DateTimeFormat(localeOf(language.value), { weekday: 'short', timeZone: 'UTC' });
  // 1 January 2024 was a Monday.
  return name.format(Date.UTC(2024, 0, 1 + DAYS.indexOf(day)));
}

type Range = { from: number | null; to: number | null };

/** The preferred times as moments, on the first preferred day that is not over yet. */
function nextRange({ days, from, to, zone }: Contact, now: number): Range {
  for (let ahead = 0; ahead <= 7; ahead++) {
    const date = dateIn(zone, now + ahead * DAY);
    const moment = (clock: string | null): number | null => (clock === null ? null : momentOf(date, clock, zone));
    const range = { from: moment(from), to: moment(to) };
    const over = range.to !== null && range.to <= now;
    if (!over && (days.length === 0 || days.includes(weekdayOf(date)))) return range;
  }
  return { from: null, to: null };
}

function timesInWords({ from, to }: Range, zone: string): string {
  const words = frontdeskWords().times;
  const clock = new Intl.DateTimeFormat(localeOf(language.value), {
    hour: 'numeric',
    minute: '2-digit',
    timeZone: zone,
  });
  if (from !== null && to !== null) return clock.formatRange(from, to);
  if (from !== null) return words.from(clock.format(from));
  return to === null ? '' : words.until(clock.format(to));
}

/** The preferred days as they are in another zone, where a late call may fall on the day before or after. */
function daysElsewhere(days: readonly Day[], moment: number, zone: string, elsewhere: string): Day[] {
  const shift = DAYS.indexOf(weekdayOf(dateIn(elsewhere, moment))) - DAYS.indexOf(weekdayOf(dateIn(zone, moment)));
  return days.map((day) => DAYS[(DAYS.indexOf(day) + shift + 7) % 7] ?? day);
}

/** Whether the patient would like a call right now. Who prefers nothing is not told of. */
export function isGoodTime(contact: Contact, now: number): boolean {
  const { days, from, to, zone } = contact;
  if (days.length === 0 && from === null && to === null) return false;
  const date = dateIn(zone, now);
  if (days.length > 0 && !days.includes(weekdayOf(date))) return false;
  if (from !== null && now < momentOf(date, from, zone)) return false;
  return to === null || now < momentOf(date, to, zone);
}

function weekdayOf(date: string): Day {
  return DAYS[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7] ?? 'mon';
}

function dateIn(zone: string, moment: number): string {
  return new Date(moment + offsetAt(zone, moment)).toISOString().slice(0, 10);
}

/** When a clock in the zone shows `HH:MM` on a day. Asked twice, since the first guess may be across a change of clocks. */
function momentOf(date: string, clock: string, zone: string): number {
  const shown = Date.parse(`${date}T${clock}:00Z`);
  const guess = shown - offsetAt(zone, shown);
  return shown - offsetAt(zone, guess);
}

/** Milliseconds by which a zone's clocks are ahead of universal time. */
function offsetAt(zone: string, moment: number): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(moment);
  const part = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.find((one) => one.type === type)?.value);
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
  return shown - Math.floor(moment / MINUTE) * MINUTE;
}
