import { waitingNow } from '../local/outbox.ts';
import { timeSince, useNow } from '../ui/moments.ts';
import { useLive } from '../ui/live.ts';
import type { Running } from './state.ts';
import { kioskWords } from './text.ts';

/** Always in staff's sight: how much is not yet at the practice, how old the oldest of it is, and whether the practice is reached. */
export function SyncLine({ tablet, sync }: Running) {
  const words = kioskWords().sync;
  const now = useNow();
  const waiting = useLive(() => waitingNow(tablet.database), [tablet]);
  const reach = sync.reach.value;
  return (
    <div class="sync-line" role="status">
      <span>{typeof reach === 'object' ? words.refused : words.reach[reach]}</span>
      {waiting && (
        <span class={waiting.count > 0 ? 'sync-waiting' : undefined}>
          {waiting.oldest === null ? words.nothingWaits : words.waits(waiting.count, timeSince(waiting.oldest, now))}
        </span>
      )}
    </div>
  );
}
