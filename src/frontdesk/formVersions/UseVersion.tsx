import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { WAITING_CHOICES, type FormsAnswer, type WaitingChoice } from '../../contract/formsApi.ts';
import type { Answer, Problem } from '../../ui/api.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { problemText } from '../../ui/problemText.ts';
import { Row } from '../../ui/Stack.tsx';
import { changes } from '../live.ts';
import { Panel } from '../Panel.tsx';
import { refreshSession } from '../session.ts';
import { frontdeskWords } from '../text.ts';

type UseVersionProps = {
  all: FormsAnswer;
  /** Of a version that is kept already. */
  hash?: string;
  version: string;
  take: (waiting: WaitingChoice) => Promise<Answer<FormsAnswer>>;
  onClose: () => void;
};

/** Asks first, in place: what becomes of invitations that wait with another version. */
export function UseVersion({ all, hash, version, take, onClose }: UseVersionProps) {
  const words = frontdeskWords().forms;
  const { route } = useLocation();
  const others = all.versions.filter((one) => one.hash !== hash);
  const untouched = sum(others.map((one) => one.untouched));
  const seen = sum(others.map((one) => one.waiting)) - untouched;
  const [waiting, setWaiting] = useState<WaitingChoice>('move');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  async function go(): Promise<void> {
    setBusy(true);
    const answer = await take(untouched > 0 ? waiting : 'leave');
    setBusy(false);
    changes.value++;
    if (!answer.ok) return setProblem(answer.problem);
    await refreshSession();
    route('/forms');
  }
  return (
    <Panel title={words.useTitle(version)}>
      <p>{words.useWhat}</p>
      {untouched > 0 && (
        <Choice
          id="use-waiting"
          label={words.waitingTitle(untouched)}
          value={waiting}
          onChange={setWaiting}
          options={WAITING_CHOICES.map((one) => ({ value: one, label: words[one] }))}
        />
      )}
      {seen > 0 && <p>{words.others(seen)}</p>}
      {problem && (
        <Notice kind="danger" live="alert">
          {problemText(problem)}
        </Notice>
      )}
      <Row>
        <Button busy={busy && words.using} onClick={() => void go()}>
          {words.use}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {words.notNow}
        </Button>
      </Row>
    </Panel>
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
