import { useState } from 'preact/hooks';
import type { InvitationDetail } from '../../contract/invitationsApi.ts';
import type { Problem } from '../../ui/api.ts';
import { Button } from '../../ui/Button.tsx';
import { createForm } from '../../ui/form.ts';
import { dayAndTime, useNow } from '../../ui/moments.ts';
import { Notice } from '../../ui/Notice.tsx';
import { problemText } from '../../ui/problemText.ts';
import { TextArea } from '../../ui/TextArea.tsx';
import { allowedHere } from '../allowedHere.ts';
import { bind } from '../bind.ts';
import * as doors from '../doors.ts';
import { changes } from '../live.ts';
import type { Mistake } from '../mistake.ts';
import { refusedText } from '../refusedText.ts';
import { frontdeskWords } from '../text.ts';

/** An answer that lies on a tablet and could not be taken: nobody in the office would see it otherwise. */
export function RefusedAnswers({ invitation: { id, refused } }: { invitation: InvitationDetail }) {
  const { invitation: words, tablets } = frontdeskWords();
  const now = useNow();
  if (refused.length === 0) return null;
  return (
    <Notice kind="danger" title={words.conflictTitle}>
      {refused.map(({ tablet, code, since }, place) => (
        <div key={place} class="conflict">
          <p>{tablets.refusedNotice(tablet, dayAndTime(since, now))}</p>
          <p>{refusedText(code)}</p>
        </div>
      ))}
      {allowedHere('invite') && <Settle invitation={id} />}
    </Notice>
  );
}

function Settle({ invitation }: { invitation: string }) {
  const words = frontdeskWords().invitation;
  const [form] = useState(() =>
    createForm<{ note: string }, Mistake>({ note: '' }, ({ note }): { note?: Mistake } => {
      if (!note.trim()) return { note: 'note-missing' };
      return note.length > 1_000 ? { note: 'too-long' } : {};
    }),
  );
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  async function settle(): Promise<void> {
    if (busy || !form.submit(['note'])) return;
    setBusy(true);
    const answer = await doors.settleRefused(invitation, form.values.value.note.trim());
    setBusy(false);
    setProblem(answer.ok ? undefined : answer.problem);
    changes.value++;
  }
  return (
    <form
      class="form no-print"
      noValidate
      onSubmit={(sending) => {
        sending.preventDefault();
        void settle();
      }}
    >
      <TextArea {...bind(form, 'refused').text('note')} label={words.settleNote} hint={words.settleHint} rows={2} />
      {problem && <p role="alert">{problemText(problem)}</p>}
      <div>
        <Button type="submit" busy={busy && words.settling}>
          {words.settle}
        </Button>
      </div>
    </form>
  );
}
