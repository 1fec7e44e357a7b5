import { useState } from 'preact/hooks';
import type { InvitationDetail } from '../../contract/invitationsApi.ts';
import { fullName } from '../../domain/people.ts';
import type { Problem } from '../../ui/api.ts';
import { Button } from '../../ui/Button.tsx';
import { createForm } from '../../ui/form.ts';
import { calendarDay } from '../../ui/moments.ts';
import { Notice } from '../../ui/Notice.tsx';
import { problemText } from '../../ui/problemText.ts';
import { Row } from '../../ui/Stack.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { bind } from '../bind.ts';
import { changes } from '../live.ts';
import type { Mistake } from '../mistake.ts';
import { Panel } from '../Panel.tsx';
import { frontdeskWords } from '../text.ts';
import { recordStop } from './doors.ts';

type RecordStopProps = { invitation: InvitationDetail; effectiveOn: string; onClose: () => void };

/** Writes down in place what a patient said on the phone or at the desk. */
export function RecordStop({ invitation, effectiveOn, onClose }: RecordStopProps) {
  const words = frontdeskWords().members;
  const [form] = useState(() =>
    createForm<{ reason: string }, Mistake>({ reason: '' }, ({ reason }): { reason?: Mistake } => {
      if (!reason.trim()) return { reason: 'stop-words-missing' };
      return reason.trim().length > 500 ? { reason: 'too-long' } : {};
    }),
  );
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  async function record(): Promise<void> {
    if (busy || !form.submit(['reason'])) return;
    setBusy(true);
    const reason = form.values.value.reason.replace(/\p{Cc}+/gu, ' ').trim();
    const answer = await recordStop(invitation.id, effectiveOn, reason);
    setBusy(false);
    changes.value++;
    if (answer.ok) onClose();
    else setProblem(answer.problem);
  }
  return (
    <Panel title={words.recordTitle(fullName(invitation.name))}>
      <p>{words.recordWhat(calendarDay(effectiveOn))}</p>
      <form
        class="form"
        noValidate
        onSubmit={(sending) => {
          sending.preventDefault();
          void record();
        }}
      >
        <TextArea {...bind(form, 'stop').text('reason')} label={words.recordReason} hint={words.recordHint} rows={2} />
        {problem && (
          <Notice kind="danger" live="alert">
            {problem.code === 'changed-meanwhile' ? words.otherDay : problemText(problem)}
          </Notice>
        )}
        <Row>
          <Button type="submit" kind="danger" busy={busy && words.recording}>
            {words.recordYes}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {words.recordNo}
          </Button>
        </Row>
      </form>
    </Panel>
  );
}
