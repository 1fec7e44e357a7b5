import { language, localeOf } from '../ui/language.ts';
import type { Option } from '../ui/Select.tsx';

/** The time zones of the United States, from east to west. */
const usual = [
  'America/Puerto_Rico',
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'Pacific/Honolulu',
  'Pacific/Guam',
];

/** Zones to choose from, in the words of the present language; `present` is among them whatever it is. */
export function zoneOptions(present: string): Option[] {
  const zones = usual.includes(present) ? usual : [present, ...usual];
  return zones.map((zone) => ({ value: zone, label: zoneName(zone) }));
}

function zoneName(zone: string): string {
  const parts = new Intl.DateTimeFormat(localeOf(language.value), {
    timeZone: zone,
    timeZoneName: 'longGeneric',
  }).formatToParts();
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
  return `${name} (${cityOf(zone)})`;
}

/** `America/New_York` is known by its city. */
export function cityOf(zone: string): string {
  return zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
}
