import { useState } from 'preact/hooks';
import type { DeviceRow } from '../../contract/staffApi.ts';
import { fullName } from '../../domain/people.ts';
import type { Problem } from '../../ui/api.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { problemText } from '../../ui/problemText.ts';
import { Row } from '../../ui/Stack.tsx';
import { revokeTablet } from '../doors.ts';
import { changes } from '../live.ts';
import { Panel } from '../Panel.tsx';
import { frontdeskWords } from '../text.ts';

/** Asks first, and says what happens to what waits on the tablet. */
export function RemoveTablet({ device, onClose }: { device: DeviceRow; onClose: () => void }) {
  const words = frontdeskWords().tablets;
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const { id, name, waiting, holding } = device;

  async function remove(): Promise<void> {
    setBusy(true);
    const answer = await revokeTablet(id);
    setBusy(false);
    changes.value++;
    if (answer.ok) onClose();
    else setProblem(answer.problem);
  }
  return (
    <Panel title={words.removeTitle(name)}>
      {(waiting > 0 || holding) && (
        <Notice kind="warning">
          {waiting > 0 && <p>{words.removeWaits(waiting)}</p>}
          {holding && <p>{words.removeHolder(fullName(holding.name))}</p>}
        </Notice>
      )}
      <p>{words.removeWhat}</p>
      {waiting === 0 && <p>{words.removeNothingWaits}</p>}
      <p>{words.removeKept}</p>
      {problem && <p role="alert">{problemText(problem)}</p>}
      <Row>
        <Button kind="quiet" onClick={onClose}>
          {words.keep}
        </Button>
        <Button kind="danger" busy={busy && words.removing} onClick={() => void remove()}>
          {words.removeYes}
        </Button>
      </Row>
    </Panel>
  );
}
