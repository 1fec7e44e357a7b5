import { useSignal } from '@preact/signals';
import { mailAgainAnswer, type LinkEnd } from '../../contract/linkApi.ts';
import { call } from '../../ui/api.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { problemText } from '../../ui/problemText.ts';
import { tokenInAddress } from './address.ts';
import { OwnFrame } from './OwnFrame.tsx';
import type { Practice } from './state.ts';
import { inAppWords } from './text.ts';

const MAILED_AGAIN: readonly LinkEnd[] = ['expired', 'elsewhere'];

/** A link that opens nothing says kindly why, and what to do. */
export function Over({ why, practice }: { why: LinkEnd; practice: Practice }) {
  const words = inAppWords();
  const says = words.over[why];
  return (
    <OwnFrame>
      <Page title={says.title} screen={`over ${why}`}>
        <p>{says.text(practice.name, practice.phone)}</p>
        {MAILED_AGAIN.includes(why) && <MailAgain phone={practice.phone} />}
      </Page>
    </OwnFrame>
  );
}

function MailAgain({ phone }: { phone: string }) {
  const words = inAppWords();
  const busy = useSignal(false);
  const told = useSignal<{ sent: boolean; text: string } | undefined>(undefined);
  const ask = async (): Promise<void> => {
    busy.value = true;
    const answer = await call('POST', '/api/link/mail-again', mailAgainAnswer, { token: tokenInAddress() });
    busy.value = false;
    if (!answer.ok) told.value = { sent: false, text: problemText(answer.problem) };
    else told.value = { sent: answer.value.sent, text: answer.value.sent ? words.mailed : words.notMailed(phone) };
  };
  return (
    <>
      {told.value && (
        <Notice kind={told.value.sent ? 'info' : 'warning'} live="status">
          {told.value.text}
        </Notice>
      )}
      {!told.value?.sent && (
        <div>
          <Button busy={busy.value ? words.mailing : undefined} onClick={() => void ask()}>
            {words.mailAgain}
          </Button>
        </div>
      )}
    </>
  );
}
