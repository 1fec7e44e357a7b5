import { Notice } from '../../ui/Notice.tsx';
import { problemText } from '../../ui/problemText.ts';
import { frontdeskWords } from '../text.ts';
import type { Household } from './household.ts';

/** Why the last try to send did not end well, and that nothing is lost by it; and what else a person should know of the form. */
export function StepProblem({ household }: { household: Household }) {
  const words = frontdeskWords().add;
  const state = household.sending.value;
  const { linkTo } = household.host;
  return (
    <>
      {household.keepTrouble.value && (
        <Notice kind="warning" live="status">
          {words.notKept}
        </Notice>
      )}
      {state.at === 'failed' && (
        <Notice kind="danger" live="alert" title={words.failed}>
          <p>{problemText(state.problem)}</p>
          <p>{words.failedHint}</p>
          {state.problem.code === 'duplicate-submission' && linkTo && (
            <p>
              <a href={linkTo(household.patient.value.key)}>{words.sentBefore}</a>
            </p>
          )}
        </Notice>
      )}
    </>
  );
}
