import { LocationProvider, useLocation } from 'preact-iso';
import { useEffect } from 'preact/hooks';
import { Button } from '../../ui/Button.tsx';
import { Page } from '../../ui/Page.tsx';
import { problemText } from '../../ui/problemText.ts';
import { Waiting } from '../../ui/Waiting.tsx';
import { Forgot } from './Forgot.tsx';
import { FirstSignIn } from './FirstSignIn.tsx';
import { Home } from './Home.tsx';
import { MemberFrame } from './MemberFrame.tsx';
import { OwnPassword } from './OwnPassword.tsx';
import { findMember } from './session.ts';
import { SignIn } from './SignIn.tsx';
import { memberState } from './state.ts';
import { Stop } from './Stop.tsx';
import { memberWords } from './text.ts';

/** A member's own pages. */
export function Member() {
  return (
    <LocationProvider>
      <Door />
    </LocationProvider>
  );
}

/** The first sign-in and a forgotten password are for whoever comes; all else asks who it is, in place. */
function Door() {
  const { path } = useLocation();
  const open = path === '/member/start' || path === '/member/forgot';
  useEffect(() => {
    if (!open && memberState.peek().at === 'asking') void findMember();
  }, [open]);
  if (path === '/member/start') return <FirstSignIn />;
  if (path === '/member/forgot') return <Forgot />;
  return <Inside path={path} />;
}

function Inside({ path }: { path: string }) {
  const words = memberWords();
  const state = memberState.value;
  switch (state.at) {
    case 'asking':
      return (
        <MemberFrame>
          <Waiting>{words.starting}</Waiting>
        </MemberFrame>
      );
    case 'unreachable':
      return (
        <MemberFrame>
          <Page title={words.noAnswer} screen="unreachable">
            <p role="alert">{problemText(state.problem)}</p>
            <div>
              <Button onClick={() => void findMember()}>{words.again}</Button>
            </div>
          </Page>
        </MemberFrame>
      );
    case 'out':
      return <SignIn ended={state.ended} />;
    case 'in': {
      if (path === '/member/password') return <OwnPassword home={state.home} />;
      const invitation = /^\/member\/stop\/([\w-]+)$/.exec(path)?.[1];
      const agreement = state.home.agreements.find((one) => one.invitation === invitation);
      return agreement && !agreement.stop ? (
        <Stop home={state.home} agreement={agreement} />
      ) : (
        <Home home={state.home} />
      );
    }
  }
}
