import { Button } from '../../ui/Button.tsx';
import { dayAndTime, useNow } from '../../ui/moments.ts';
import { Notice } from '../../ui/Notice.tsx';
import { problemText } from '../../ui/problemText.ts';
import { frontdeskWords } from '../text.ts';
import type { Draft } from './draft.ts';

/** Whether what is on screen is kept. */
export function DraftStatus({ draft, reload }: { draft: Draft; reload: () => void }) {
  const words = frontdeskWords().forms;
  const now = useNow();
  const state = draft.state.value;
  if (state.is !== 'failed') {
    const said = state.is === 'saved' ? words.saved(dayAndTime(state.at, now)) : words[state.is];
    return <p class="form-status">{said}</p>;
  }
  const theirs = state.problem.code === 'changed-meanwhile' || state.problem.code === 'not-found';
  return (
    <Notice kind="danger" live="alert" title={words.notSaved}>
      <p>{theirs ? words.changedMeanwhile : problemText(state.problem)}</p>
      <Button kind="quiet" onClick={theirs ? reload : () => void draft.save()}>
        {theirs ? words.loadTheirs : frontdeskWords().tryAgain}
      </Button>
    </Notice>
  );
}
