import { dayInZone } from '../../domain/stopping.ts';
import { calendarDay } from '../../ui/moments.ts';

/** The day of a moment as the calendar was at the practice, in words. */
export function dayAt(moment: string, zone: string): string {
  return calendarDay(dayInZone(moment, zone));
}
