import { useState } from 'preact/hooks';
import type { WorkItem } from '../../contract/worklistApi.ts';
import { fullName } from '../../domain/people.ts';
import type { Problem } from '../../ui/api.ts';
import { Button, type ButtonKind } from '../../ui/Button.tsx';
import { dayAndTime, useNow } from '../../ui/moments.ts';
import { Notice } from '../../ui/Notice.tsx';
import { problemText } from '../../ui/problemText.ts';
import { Row } from '../../ui/Stack.tsx';
import { takeWorkStep, type WorkStep } from '../doors.ts';
import { changes } from '../live.ts';
import { frontdeskWords } from '../text.ts';

/** Who has the call, and what may be done about it next. */
export function WorkSteps({ item, self }: { item: WorkItem; self: string }) {
  const words = frontdeskWords().worklist;
  const [running, setRunning] = useState<WorkStep>();
  const [problem, setProblem] = useState<Problem>();
  const mine = item.claimed?.by === self;

  async function take(step: WorkStep): Promise<void> {
    setRunning(step);
    const answer = await takeWorkStep(item.invitation, step);
    setRunning(undefined);
    setProblem(answer.ok ? undefined : answer.problem);
    changes.value++;
  }
  const button = (step: WorkStep, label: string, busy: string, kind: ButtonKind) => (
    <Button
      key={step}
      kind={kind}
      busy={running === step && busy}
      disabled={running !== undefined && running !== step}
      aria-label={`${label}: ${fullName(item.name)}`}
      onClick={() => void take(step)}
    >
      {label}
    </Button>
  );

  return (
    <footer class="work-foot">
      <WhoHasIt item={item} mine={mine} />
      {problem && (
        <Notice kind="warning" live="alert">
          {problemText(problem)}
        </Notice>
      )}
      <Row gap={1}>
        {item.done && button('reopen', words.reopen, words.reopening, 'quiet')}
        {!item.done && !item.claimed && button('claim', words.claim, words.claiming, 'primary')}
        {!item.done && mine && button('done', words.finish, words.finishing, 'primary')}
        {!item.done && item.claimed && button('release', words.release, words.releasing, 'quiet')}
      </Row>
    </footer>
  );
}

function WhoHasIt({ item: { claimed, done }, mine }: { item: WorkItem; mine: boolean }) {
  const words = frontdeskWords().worklist;
  const now = useNow();
  if (done) return <p>{words.doneBy(done.name, dayAndTime(done.at, now))}</p>;
  if (!claimed) return null;
  const when = dayAndTime(claimed.at, now);
  return (
    <p>
      <b>{mine ? words.yours(when) : words.theirs(claimed.name, when)}</b>
    </p>
  );
}
