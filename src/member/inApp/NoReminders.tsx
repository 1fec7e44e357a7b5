import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { call, nothing } from '../../ui/api.ts';
import { Button } from '../../ui/Button.tsx';
import { Page } from '../../ui/Page.tsx';
import { problemText } from '../../ui/problemText.ts';
import { Waiting } from '../../ui/Waiting.tsx';
import { tokenInAddress } from './address.ts';
import { OwnFrame } from './OwnFrame.tsx';
import { inAppWords } from './text.ts';

/** Ends the reminders of the form whose mail this link was in. */
export function NoReminders() {
  const words = inAppWords();
  const done = useSignal(false);
  const problem = useSignal<string | undefined>(undefined);
  const stop = async (): Promise<void> => {
    problem.value = undefined;
    const answer = await call('POST', '/api/link/no-reminders', nothing, { token: tokenInAddress() ?? '' });
    if (answer.ok) done.value = true;
    else problem.value = problemText(answer.problem);
  };
  useEffect(() => void stop(), []);
  return (
    <OwnFrame>
      <Page title={words.reminders.title} screen="reminders">
        {done.value && <p role="status">{words.reminders.stopped}</p>}
        {problem.value && (
          <>
            <p role="alert">{problem.value}</p>
            <div>
              <Button onClick={() => void stop()}>{words.noAnswer.again}</Button>
            </div>
          </>
        )}
        {!done.value && !problem.value && <Waiting>{words.reminders.stopping}</Waiting>}
      </Page>
    </OwnFrame>
  );
}
