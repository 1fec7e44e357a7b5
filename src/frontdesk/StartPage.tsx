import { useEffect } from 'preact/hooks';
import { Button } from '../ui/Button.tsx';
import { Page } from '../ui/Page.tsx';
import { problemText } from '../ui/problemText.ts';
import { Waiting } from '../ui/Waiting.tsx';
import { Entry } from './Entry.tsx';
import { findSession } from './session.ts';
import type { SessionState } from './sessionState.ts';
import { frontdeskWords } from './text.ts';

const TRY_EVERY = 5_000;

type StartPageProps = { state: Extract<SessionState, { at: 'asking' | 'unreachable' }> };

/** Before it is known who is here. Goes on trying by itself while the server does not answer. */
export function StartPage({ state }: StartPageProps) {
  const words = frontdeskWords();
  useEffect(() => {
    if (state.at !== 'unreachable') return;
    const timer = setTimeout(() => void findSession(), TRY_EVERY);
    return () => clearTimeout(timer);
  }, [state]);
  return (
    <Entry>
      {state.at === 'asking' ? (
        <Waiting>{words.loading}</Waiting>
      ) : (
        <Page title={words.unreachable}>
          <p>{problemText(state.problem)}</p>
          <p>
            <Button onClick={() => void findSession()}>{words.tryAgain}</Button>
          </p>
        </Page>
      )}
    </Entry>
  );
}
