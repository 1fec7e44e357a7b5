import { clockTime } from '../../ui/moments.ts';
import type { Option } from '../../ui/Select.tsx';

/** Every half hour from 7 in the morning to 9 at night, as `HH:MM`, with a first choice for "any time". */
export function timeOptions(anyTime: string): Option[] {
  const halves = Array.from({ length: 29 }, (_, place) => 7 * 60 + place * 30);
  return [
    { value: '', label: anyTime },
    ...halves.map((minutes) => ({ value: clock(minutes), label: words(minutes) })),
  ];
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

function words(minutes: number): string {
  return clockTime(new Date(2000, 0, 1, 0, minutes).getTime());
}
