import { useState } from 'preact/hooks';
import type { StaffRow } from '../../contract/adminApi.ts';
import type { Problem } from '../../ui/api.ts';
import { Button } from '../../ui/Button.tsx';
import { problemText } from '../../ui/problemText.ts';
import { changeStaff } from '../adminDoors.ts';
import { changes } from '../live.ts';
import { Panel } from '../Panel.tsx';
import { frontdeskWords } from '../text.ts';

/** Ends somebody's access, or gives it back. Nobody is deleted: what they did stays theirs. */
export function Access({ member: { id, name, role, active } }: { member: StaffRow }) {
  const { admin } = frontdeskWords();
  const words = admin.staff;
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  async function turn(): Promise<void> {
    setBusy(true);
    const answer = await changeStaff(id, { name, role, active: !active });
    setBusy(false);
    setProblem(answer.ok ? undefined : answer.problem);
    changes.value++;
  }
  return (
    <Panel title={words.access}>
      {active && <p>{words.endHint}</p>}
      {problem && <p role="alert">{problemText(problem)}</p>}
      <div>
        <Button kind={active ? 'danger' : 'quiet'} busy={busy && admin.saving} onClick={() => void turn()}>
          {active ? words.end : words.giveBack}
        </Button>
      </div>
    </Panel>
  );
}
