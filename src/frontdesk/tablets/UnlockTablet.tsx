import { useState } from 'preact/hooks';
import type { DeviceRow } from '../../contract/staffApi.ts';
import type { Problem } from '../../ui/api.ts';
import { Button } from '../../ui/Button.tsx';
import { problemText } from '../../ui/problemText.ts';
import { Stack } from '../../ui/Stack.tsx';
import { StateBadge } from '../../ui/StateBadge.tsx';
import { unlockTablet } from '../doors.ts';
import { changes } from '../live.ts';
import { frontdeskWords } from '../text.ts';

/** Whether a tablet is locked after wrong PINs, and the way to unlock it. */
export function UnlockTablet({ device: { id, name, locked, revoked } }: { device: DeviceRow }) {
  const words = frontdeskWords().tablets;
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  if (!locked) return <>{words.notLocked}</>;
  if (revoked) return <StateBadge shape="attention">{words.locked}</StateBadge>;

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
      <div>
        <Button kind="quiet" busy={busy && words.unlocking} onClick={() => void unlock()}>
          {words.unlock(name)}
        </Button>
      </div>
      {problem && <p role="alert">{problemText(problem)}</p>}
    </Stack>
  );
}
