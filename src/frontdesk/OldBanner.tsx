import { clockTime } from '../ui/moments.ts';
import { Notice } from '../ui/Notice.tsx';
import { cutOff } from './contact.ts';
import { frontdeskWords } from './text.ts';

/** Says that what is on screen may be old, and since when. The place is always there, so that it is read out when it fills. */
export function OldBanner() {
  const words = frontdeskWords();
  const since = cutOff.value;
  return (
    <div role="status">
      {since !== undefined && (
        <Notice kind="warning">{since === 'never' ? words.neverConnected : words.oldSince(clockTime(since))}</Notice>
      )}
    </div>
  );
}
