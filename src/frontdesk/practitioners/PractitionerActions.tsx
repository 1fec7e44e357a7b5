import { useState } from 'preact/hooks';
import type { PractitionerRow } from '../../contract/adminApi.ts';
import type { Problem } from '../../ui/api.ts';
import { Button } from '../../ui/Button.tsx';
import { problemText } from '../../ui/problemText.ts';
import { changePractitioner } from '../adminDoors.ts';
import { changes } from '../live.ts';
import { refreshSession } from '../session.ts';
import { frontdeskWords } from '../text.ts';

type ActionsProps = { practitioner: PractitionerRow; onRename: (id: string) => void };

export function PractitionerActions({ practitioner: { id, name, active }, onRename }: ActionsProps) {
  const { admin } = frontdeskWords();
  const words = admin.practitioners;
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  async function turn(): Promise<void> {
    setBusy(true);
    const answer = await changePractitioner(id, { name, active: !active });
    setBusy(false);
    setProblem(answer.ok ? undefined : answer.problem);
    changes.value++;
    await refreshSession();
  }
  return (
    <>
      <div class="cell-actions">
        <Button kind="plain" aria-label={words.renameOf(name)} onClick={() => onRename(id)}>
          {words.rename}
        </Button>
        <Button
          kind="plain"
          busy={busy && admin.saving}
          aria-label={active ? words.retireOf(name) : words.bringOf(name)}
          onClick={() => void turn()}
        >
          {active ? words.retire : words.bring}
        </Button>
      </div>
      {problem && <p role="alert">{problemText(problem)}</p>}
    </>
  );
}
