import { useSignal } from '@preact/signals';
import type { DeviceInvitation } from '../contract/deviceApi.ts';
import { folded, fullName } from '../domain/people.ts';
import { isUnfinished } from '../domain/invitation.ts';
import { readableInvitations } from '../local/invitations.ts';
import type { Vault } from '../local/vault.ts';
import { Field } from '../ui/Field.tsx';
import { calendarDay, dayAndTime, useNow } from '../ui/moments.ts';
import { Page } from '../ui/Page.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { useLive } from './live.ts';
import { SafetyBadge } from './SafetyBadge.tsx';
import type { Running } from './state.ts';
import { kioskWords } from './text.ts';

type QueueProps = Running & { vault: Vault; onChoose: (invitation: DeviceInvitation) => void };

/** Rows on screen at a time: searching is quicker than scrolling. */
const MOST_ROWS = 60;

/** The patients who are to sign here: today's and unfinished first. */
export function QueueScreen({ tablet, vault, onChoose }: QueueProps) {
  const words = kioskWords().queue;
  const now = useNow();
  const search = useSignal('');
  const all = useLive(() => readableInvitations(tablet.database, vault), [tablet, vault]);
  if (!all) return <Waiting>{words.loading}</Waiting>;

  const wanted = folded(search.value);
  const found = all.filter((one) => matches(one, wanted)).toSorted(byTurn);
  return (
    <Page title={words.title} screen="queue">
      <Field
        id="search"
        type="search"
        label={words.search}
        value={search.value}
        onInput={(value) => (search.value = value)}
      />
      <p role="status">{found.length === 0 ? (wanted ? words.noneFound : words.none) : words.count(found.length)}</p>
      <ul class="queue">
        {found.slice(0, MOST_ROWS).map((one) => (
          <li key={one.id}>
            <button type="button" class="queue-row" disabled={!isUnfinished(one.state)} onClick={() => onChoose(one)}>
              <span class="queue-name" dir="auto">
                {fullName(one.name)}
              </span>
              <span class="queue-detail">
                {words.born(calendarDay(one.birthDate))}
                {one.recordNumber && <span dir="auto"> · {one.recordNumber}</span>}
              </span>
              <span class="queue-detail">{words.added(one.addedBy, dayAndTime(one.createdAt, now))}</span>
              <SafetyBadge tablet={tablet} invitation={one} />
            </button>
          </li>
        ))}
      </ul>
      {found.length > MOST_ROWS && <p>{words.more(found.length - MOST_ROWS)}</p>}
    </Page>
  );
}

function matches(one: DeviceInvitation, wanted: string): boolean {
  if (!wanted) return true;
  const text = folded(`${fullName(one.name)} ${one.name.preferred ?? ''} ${one.birthDate} ${one.recordNumber ?? ''}`);
  return wanted.split(' ').every((word) => text.includes(word));
}

function byTurn(a: DeviceInvitation, b: DeviceInvitation): number {
  return Number(isUnfinished(b.state)) - Number(isUnfinished(a.state)) || b.createdAt.localeCompare(a.createdAt);
}
