import { Notice } from '../../ui/Notice.tsx';
import { problemText } from '../../ui/problemText.ts';
import { frontdeskWords } from '../text.ts';
import { draft, sending } from './draft.ts';

/** Why the last try to send did not end well, and that nothing is lost by it. */
export function StepProblem() {
  const words = frontdeskWords().add;
  const state = sending.value;
  if (state.at !== 'failed') return null;
  return (
    <Notice kind="danger" live="alert" title={words.failed}>
      <p>{problemText(state.problem)}</p>
      <p>{words.failedHint}</p>
      {state.problem.code === 'duplicate-submission' && (
        <p>
          <a href={`/invitations/${draft.values.value.id}`}>{words.sentBefore}</a>
        </p>
      )}
    </Notice>
  );
}
