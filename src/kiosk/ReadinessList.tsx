import { dayAndTime, timeSince } from '../ui/moments.ts';
import { StateBadge, type BadgeShape } from '../ui/StateBadge.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import type { Readiness } from './readiness.ts';
import { kioskWords } from './text.ts';

/** Bytes below which staff should make room before the next patients. */
const LITTLE_ROOM = 50 * 1024 * 1024;

/** Milliseconds: a day without a word from the practice is worth a look. */
const FRESH = 24 * 60 * 60_000;

/** What was measured about this iPad, line by line. */
export function ReadinessList({ readiness }: { readiness: Readiness | undefined }) {
  const words = kioskWords().readiness;
  if (!readiness) return <Waiting>{words.measuring}</Waiting>;
  const now = Date.now();
  const { form, heardAt, waiting } = readiness;
  const fresh = heardAt !== undefined && now - Date.parse(heardAt) < FRESH;
  const { installed, opensOffline, persisted, room, writing } = readiness;
  const lines: { key: string; good: boolean | undefined; text: string }[] = [
    {
      key: 'writing',
      good: writing === 'works',
      text: writing === 'works' ? words.writes : writing === 'full' ? words.full : words.cannotWrite,
    },
    {
      key: 'form',
      good: form === 'missing' ? false : fresh ? true : undefined,
      text:
        form === 'missing'
          ? words.formMissing
          : fresh
            ? words.formFresh(dayAndTime(heardAt, now))
            : words.formOld(heardAt && dayAndTime(heardAt, now)),
    },
    {
      key: 'waiting',
      good: waiting.oldest === null ? true : now - Date.parse(waiting.oldest) < FRESH ? undefined : false,
      text: waiting.oldest === null ? words.nothingWaits : words.waits(waiting.count, timeSince(waiting.oldest, now)),
    },
    { key: 'offline', good: opensOffline, text: opensOffline ? words.opensOffline : words.notOffline },
    { key: 'installed', good: installed, text: installed ? words.installed : words.notInstalled },
    {
      key: 'persisted',
      good: persisted,
      text: persisted === undefined ? words.keptUnknown : persisted ? words.kept : words.notKept,
    },
    {
      key: 'room',
      good: room === undefined ? undefined : room >= LITTLE_ROOM,
      text: room === undefined ? words.roomUnknown : words.room(Math.round(room / (1024 * 1024))),
    },
  ];
  return (
    <section aria-label={words.title}>
      <h2>{words.title}</h2>
      <ul class="readiness">
        {lines.map(({ key, good, text }) => (
          <li key={key}>
            <StateBadge shape={shapeOf(good)}>{text}</StateBadge>
          </li>
        ))}
      </ul>
      <p class="readiness-advice">{words.advice}</p>
      <ul class="readiness readiness-advice">
        {words.advices.map((advice) => (
          <li key={advice}>{advice}</li>
        ))}
      </ul>
    </section>
  );
}

function shapeOf(good: boolean | undefined): BadgeShape {
  if (good === undefined) return 'open';
  return good ? 'done' : 'attention';
}
