import { useState } from 'preact/hooks';
import type { InvitationDetail } from '../../contract/invitationsApi.ts';
import { fullName } from '../../domain/people.ts';
import type { Problem } from '../../ui/api.ts';
import { Button } from '../../ui/Button.tsx';
import { createForm } from '../../ui/form.ts';
import { Notice } from '../../ui/Notice.tsx';
import { problemText } from '../../ui/problemText.ts';
import { Row } from '../../ui/Stack.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { bind } from '../bind.ts';
import * as doors from '../doors.ts';
import { changes } from '../live.ts';
import type { Mistake } from '../mistake.ts';
import { Panel } from '../Panel.tsx';
import { frontdeskWords } from '../text.ts';

/** Asks why in place, says what it means, then cancels the version that is on screen. */
export function CancelInvitation({ invitation, onClose }: { invitation: InvitationDetail; onClose: () => void }) {
  const words = frontdeskWords().invitation;
  const [form] = useState(() =>
    createForm<{ reason: string }, Mistake>({ reason: '' }, ({ reason }): { reason?: Mistake } => {
      if (!reason.trim()) return { reason: 'reason-missing' };
      return reason.trim().length > 500 ? { reason: 'too-long' } : {};
    }),
  );
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  async function cancel(): Promise<void> {
    if (busy || !form.submit(['reason'])) return;
    setBusy(true);
    const reason = form.values.value.reason.replace(/\p{Cc}+/gu, ' ').trim();
    const answer = await doors.cancelInvitation(invitation.id, invitation.version, reason);
    setBusy(false);
    changes.value++;
    if (answer.ok) onClose();
    else setProblem(answer.problem);
  }
  return (
    <Panel title={words.cancelTitle(fullName(invitation.name))}>
      <p>{words.cancelWhat}</p>
      <form
        class="form"
        noValidate
        onSubmit={(sending) => {
          sending.preventDefault();
          void cancel();
        }}
      >
        <TextArea
          {...bind(form, 'cancel').text('reason')}
          label={words.cancelReason}
          hint={words.cancelHint}
          rows={2}
        />
        {problem && (
          <Notice kind="danger" live="alert">
            {problem.code === 'changed-meanwhile' ? words.cancelChanged : problemText(problem)}
          </Notice>
        )}
        <Row>
          <Button type="submit" kind="danger" busy={busy && words.cancelling}>
            {words.cancelYes}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {words.cancelNo}
          </Button>
        </Row>
      </form>
    </Panel>
  );
}
