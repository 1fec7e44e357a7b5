import { useEffect, useState } from 'preact/hooks';
import { fullName } from '../../domain/people.ts';
import type { Answer } from '../../ui/api.ts';
import { BackLink } from '../../ui/BackLink.tsx';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { problemText } from '../../ui/problemText.ts';
import { Waiting } from '../../ui/Waiting.tsx';
import { proposeUsername } from '../doors.ts';
import { frontdeskWords } from '../text.ts';
import { draft, sending } from './draft.ts';
import { StepProblem } from './StepProblem.tsx';
import { nameOf } from './toInvitation.ts';

/** No e-mail: the username is shown, and nothing is sent before it is confirmed. */
export function UsernameStep({ onConfirm }: { onConfirm: (username: string) => void }) {
  const words = frontdeskWords().add;
  const name = nameOf(draft.values.value);
  const [proposal, askAgain] = useProposal();
  const busy = sending.value.at === 'sending';
  return (
    <Page
      title={words.usernameTitle}
      lead={words.usernameHint}
      back={<BackLink href="/add/contact">{words.back}</BackLink>}
    >
      <StepProblem />
      {!proposal && <Waiting>{words.usernameAsking}</Waiting>}
      {proposal?.ok === false && (
        <>
          <Notice kind="danger" live="alert">
            {problemText(proposal.problem)}
          </Notice>
          <div>
            <Button onClick={askAgain}>{frontdeskWords().tryAgain}</Button>
          </div>
        </>
      )}
      {proposal?.ok && (
        <>
          <p>{words.usernameLead(fullName(name))}</p>
          <p class="username">{proposal.value.username}</p>
          <div class="form-buttons">
            <Button busy={busy && words.sending} onClick={() => onConfirm(proposal.value.username)}>
              {words.usernameConfirm}
            </Button>
            <ButtonLink kind="quiet" href="/add">
              {words.usernameAddEmail}
            </ButtonLink>
          </div>
        </>
      )}
    </Page>
  );
}

function useProposal(): [Answer<{ username: string }> | undefined, () => void] {
  const [proposal, setProposal] = useState<Answer<{ username: string }>>();
  const [tries, setTries] = useState(0);
  useEffect(() => {
    const leaving = new AbortController();
    setProposal(undefined);
    void proposeUsername(nameOf(draft.values.value), leaving.signal).then((answer) => {
      if (!leaving.signal.aborted) setProposal(answer);
    });
    return () => leaving.abort();
  }, [tries]);
  return [proposal, () => setTries(tries + 1)];
}
