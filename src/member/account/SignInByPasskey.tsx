import { useState } from 'preact/hooks';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { problemText } from '../../ui/problemText.ts';
import { passkeysWork, answerWithPasskey } from './passkeys.ts';
import { enter } from './session.ts';
import { memberWords } from './text.ts';

/** For who has set up a passkey on this device; others sign in by the fields above. */
export function SignInByPasskey() {
  const words = memberWords().passkeys;
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState<string>();
  if (!passkeysWork()) return null;
  async function signIn(): Promise<void> {
    setBusy(true);
    setTold(undefined);
    const outcome = await answerWithPasskey();
    setBusy(false);
    if (outcome.is === 'done') return enter(outcome.home);
    setTold(outcome.is === 'left' ? words.leftSignIn : problemText(outcome.problem));
  }
  return (
    <div class="member-ways">
      <Button kind="quiet" busy={busy && words.asking} onClick={() => void signIn()}>
        {words.signIn}
      </Button>
      {told && (
        <Notice kind="warning" live="alert">
          {told}
        </Notice>
      )}
    </div>
  );
}
