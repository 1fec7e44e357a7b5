import { useState } from 'preact/hooks';
import type { InvitationDetail, MailState } from '../../contract/invitationsApi.ts';
import { isUnfinished } from '../../domain/invitation.ts';
import type { Problem } from '../../ui/api.ts';
import { Button } from '../../ui/Button.tsx';
import { dayAndTime, useNow } from '../../ui/moments.ts';
import { Notice } from '../../ui/Notice.tsx';
import { problemText } from '../../ui/problemText.ts';
import { Stack } from '../../ui/Stack.tsx';
import { StateBadge, type BadgeShape } from '../../ui/StateBadge.tsx';
import { allowedHere } from '../allowedHere.ts';
import { resendInvitation } from '../doors.ts';
import { changes } from '../live.ts';
import { Panel } from '../Panel.tsx';
import { frontdeskWords } from '../text.ts';

type Of = { invitation: InvitationDetail };

/** The mails about one invitation, and the way to send the link again. Nothing, where mail has no part in it. */
export function Mails({ invitation }: Of) {
  const words = frontdeskWords().mail;
  const now = useNow();
  const { mails, method, state } = invitation;
  const byMail = method === 'app' && isUnfinished(state);
  if (mails.length === 0 && !byMail) return null;
  return (
    <Panel title={words.title}>
      <Stack gap={1}>
        {mails.length === 0 && <p>{words.none}</p>}
        {mails.map((mail) => (
          <p key={mail.id}>
            <StateBadge shape={MAIL_SHAPES[mail.state]}>{words.states[mail.state]}</StateBadge>{' '}
            {words.kindOf(mail.kind)} <bdi>{words.to(mail.recipient)}</bdi>, {dayAndTime(mail.at, now)}
            {mail.problem && (
              <>
                <br />
                <small>{words.said(mail.problem)}</small>
              </>
            )}
          </p>
        ))}
        {byMail && allowedHere('invite') && <SendAgain invitation={invitation} />}
      </Stack>
    </Panel>
  );
}

export const MAIL_SHAPES: Record<MailState, BadgeShape> = {
  waiting: 'half',
  sent: 'done',
  kept: 'attention',
  failed: 'attention',
  void: 'over',
};

function SendAgain({ invitation: { id, version } }: Of) {
  const words = frontdeskWords().mail;
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState<Problem | 'sent'>();
  async function send(): Promise<void> {
    setBusy(true);
    const answer = await resendInvitation(id, version);
    setBusy(false);
    changes.value++;
    setTold(answer.ok ? 'sent' : answer.problem);
  }
  return (
    <div class="no-print">
      <Button kind="quiet" busy={busy && words.sending} onClick={() => void send()}>
        {words.again}
      </Button>
      <p>{words.againHint}</p>
      {told && (
        <Notice kind={told === 'sent' ? 'info' : 'danger'} live={told === 'sent' ? 'status' : 'alert'}>
          {told === 'sent' ? words.againDone : problemText(told)}
        </Notice>
      )}
    </div>
  );
}

/** Says at the top of an invitation that the patient's mail did not arrive; nobody may wait for an answer in vain. */
export function MailProblem({ invitation: { mails, method, state } }: Of) {
  const words = frontdeskWords().mail;
  const [newest] = mails.filter((mail) => mail.kind === 'invitation' || mail.kind === 'reminder');
  if (method !== 'app' || !isUnfinished(state) || !newest) return null;
  if (newest.state === 'failed')
    return (
      <Notice kind="danger" title={words.failedTitle}>
        {words.failed(newest.recipient)}
      </Notice>
    );
  if (newest.state !== 'kept') return null;
  return (
    <Notice kind="warning" title={words.keptTitle}>
      {words.kept}
    </Notice>
  );
}
