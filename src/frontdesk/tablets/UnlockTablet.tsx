import { useState } from 'preact/hooks';
import type { DeviceRow } from '../../contract/staffApi.ts';
import type { Problem } from '../../ui/api.ts';
import { Button } from '../../ui/Button.tsx';
import { problemText } from '../../ui/problemText.ts';
import { Stack } from '../../ui/Stack.tsx';
import { StateBadge } from '../../ui/StateBadge.tsx';
import { allowedHere } from '../allowedHere.ts';
import { unlockTablet } from '../doors.ts';
import { changes } from '../live.ts';
import { frontdeskWords } from '../text.ts';

/** Says that a tablet is locked after wrong PINs, with the way to unlock it; nothing where it is not. */
export function UnlockTablet({ device: { id, name, locked } }: { device: DeviceRow }) {
  const words = frontdeskWords().tablets;
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  if (!locked) return null;

  async function unlock(): Promise<void> {
    setBusy(true);
    const answer = await unlockTablet(id);
    setBusy(false);
    setProblem(answer.ok ? undefined : answer.problem);
    changes.value++;
  }
  return (
    <Stack gap={1}>
      <StateBadge shape="attention">{words.locked}</StateBadge>
      {allowedHere('pair-tablets') && (
        <div>
          <Button kind="quiet" busy={busy && words.unlocking} onClick={() => void unlock()}>
            {words.unlock(name)}
          </Button>
        </div>
      )}
      {problem && <p role="alert">{problemText(problem)}</p>}
    </Stack>
  );
}
