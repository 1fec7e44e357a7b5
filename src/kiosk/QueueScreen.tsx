import { useSignal } from '@preact/signals';
import type { DeviceInvitation } from '../contract/deviceApi.ts';
import { fullName } from '../domain/people.ts';
import { isUnfinished } from '../domain/invitation.ts';
import { found, searchText, searchWords } from '../domain/search.ts';
import { readableInvitations } from '../local/invitations.ts';
import type { Vault } from '../local/vault.ts';
import { Field } from '../ui/Field.tsx';
import { calendarDay, dayAndTime, useNow } from '../ui/moments.ts';
import { Page } from '../ui/Page.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { useLive } from '../ui/live.ts';
import { NextInHousehold } from './NextInHousehold.tsx';
import { SafetyBadge } from './SafetyBadge.tsx';
import { elsewhere } from './elsewhere.ts';
import type { Running } from './state.ts';
import { kioskWords } from './text.ts';

type QueueProps = Running & {
  vault: Vault;
  /** Of the patient who has just handed back. */
  household: string | undefined;
  onChoose: (invitation: DeviceInvitation) => void;
};

/** Rows on screen at a time: searching is quicker than scrolling. */
const MOST_ROWS = 60;

/** The patients who are to sign here: today's and unfinished first. */
export function QueueScreen({ tablet, vault, household, onChoose }: QueueProps) {
  const words = kioskWords().queue;
  const now = useNow();
  const search = useSignal('');
  const all = useLive(() => readableInvitations(tablet.database, vault), [tablet, vault]);
  if (!all) return <Waiting>{words.loading}</Waiting>;

  const wanted = searchWords(search.value);
  const matching = all.filter((one) => found(searchText({ ...one, phone: null }), wanted)).toSorted(byTurn);
  return (
    <Page title={words.title} screen="queue">
      {household !== undefined && <NextInHousehold invitations={all} household={household} onChoose={onChoose} />}
      <Field
        id="search"
        type="search"
        label={words.search}
        value={search.value}
        onInput={(value) => (search.value = value)}
      />
      <p role="status">
        {matching.length === 0 ? (wanted.length > 0 ? words.noneFound : words.none) : words.count(matching.length)}
      </p>
      <ul class="queue">
        {matching.slice(0, MOST_ROWS).map((one) => (
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
              {elsewhere(one, tablet.identity.device) && (
                <span class="queue-detail">{words.elsewhere(one.holder?.name ?? '')}</span>
              )}
              <SafetyBadge tablet={tablet} invitation={one} />
            </button>
          </li>
        ))}
      </ul>
      {matching.length > MOST_ROWS && <p>{words.more(matching.length - MOST_ROWS)}</p>}
    </Page>
  );
}

function byTurn(a: DeviceInvitation, b: DeviceInvitation): number {
  return Number(isUnfinished(b.state)) - Number(isUnfinished(a.state)) || b.createdAt.localeCompare(a.createdAt);
}
