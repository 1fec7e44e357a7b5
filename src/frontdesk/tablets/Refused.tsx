import type { DeviceRow } from '../../contract/staffApi.ts';
import { dayAndTime, useNow } from '../../ui/moments.ts';
import { StateBadge } from '../../ui/StateBadge.tsx';
import { refusedText } from '../refusedText.ts';
import { frontdeskWords } from '../text.ts';

/** What the practice would not take of a tablet, and why; nothing where it took everything. */
export function Refused({ device: { refused } }: { device: DeviceRow }) {
  const words = frontdeskWords().tablets;
  const now = useNow();
  if (refused.count === 0) return null;
  return (
    <details class="refused">
      <summary>
        <StateBadge shape="attention">{words.refused(refused.count)}</StateBadge>
      </summary>
      {refused.reasons.length === 0 && <p>{words.refusedUnknown}</p>}
      <ul aria-label={words.refusedWhy}>
        {refused.reasons.map(({ code, since, invitation }, place) => (
          <li key={place}>
            {refusedText(code)} {words.refusedOf(dayAndTime(since, now))}{' '}
            {invitation && <a href={`/invitations/${invitation}`}>{words.refusedOpen}</a>}
          </li>
        ))}
      </ul>
    </details>
  );
}
