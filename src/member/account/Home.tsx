import { useEffect, useState } from 'preact/hooks';
import type { MemberAnswer } from '../../contract/memberApi.ts';
import type { Problem } from '../../ui/api.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { problemText } from '../../ui/problemText.ts';
import { Agreement } from './Agreement.tsx';
import { SignedInFrame } from './MemberFrame.tsx';
import { Passkeys } from './Passkeys.tsx';
import { unbroken } from './phone.ts';
import { leave, lookAgain } from './session.ts';
import { memberWords } from './text.ts';

/** Milliseconds until it is asked again for a document that is being made. */
const UNTIL_MADE = 3_000;

/** What a member agreed to, its documents, and the way out of it. */
export function Home({ home }: { home: MemberAnswer }) {
  const { home: words, call } = memberWords();
  const pending = home.agreements.some((one) => one.documentsPending);
  useEffect(() => {
    if (!pending) return undefined;
    const timer = setInterval(() => void lookAgain(), UNTIL_MADE);
    return () => clearInterval(timer);
  }, [pending]);
  return (
    <SignedInFrame home={home}>
      <Page title={words.title(home.greeting)} screen="home">
        {home.agreements.length === 0 && <p>{words.nothing}</p>}
        {home.agreements.map((agreement) => (
          <Agreement key={agreement.invitation} home={home} agreement={agreement} />
        ))}
        <p>{call(unbroken(home.practice.phone))}</p>
        <Passkeys home={home} />
        <Account handle={home.handle} />
      </Page>
    </SignedInFrame>
  );
}

function Account({ handle }: { handle: string }) {
  const words = memberWords().home;
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  async function signOut(): Promise<void> {
    setBusy(true);
    const failed = await leave();
    setBusy(false);
    setProblem(failed);
  }
  return (
    <section class="member-part" aria-labelledby="account">
      <h2 id="account">{words.account}</h2>
      <p>
        {words.signInName} <bdi class="member-handle">{handle}</bdi>
      </p>
      <div class="member-ways">
        <a href="/member/password">{words.password}</a>
        <Button kind="quiet" busy={busy && words.signingOut} onClick={() => void signOut()}>
          {words.signOut}
        </Button>
      </div>
      {problem && (
        <Notice kind="danger" live="alert">
          {problemText(problem)}
        </Notice>
      )}
    </section>
  );
}
