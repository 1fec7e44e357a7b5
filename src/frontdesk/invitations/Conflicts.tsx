import { useState } from 'preact/hooks';
import type { Conflict, InvitationDetail } from '../../contract/invitationsApi.ts';
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
import { frontdeskWords } from '../text.ts';
import { conflictText } from './story.ts';

/** What does not fit together, in plain words, until somebody says what was done about it. */
export function Conflicts({ invitation: { id, conflictList } }: { invitation: InvitationDetail }) {
  const words = frontdeskWords().invitation;
  const open = conflictList.filter(({ settled }) => settled === null);
  if (open.length === 0) return null;
  return (
    <Notice kind="danger" title={words.conflictTitle}>
      {open.map((conflict) => (
        <OpenConflict key={conflict.id} invitation={id} conflict={conflict} />
      ))}
    </Notice>
  );
}

function OpenConflict({ invitation, conflict }: { invitation: string; conflict: Conflict }) {
  const words = frontdeskWords().invitation;
  const [asking, setAsking] = useState(false);
  const now = useNow();
  return (
    <div class="conflict">
      <p>{conflictText(conflict.kind)}</p>
      <p class="conflict-from">
        {conflict.tablet !== null && (
          <>
            <bdi>{conflict.tablet}</bdi>,{' '}
          </>
        )}
        <time dateTime={conflict.notedAt}>{dayAndTime(conflict.notedAt, now)}</time>
      </p>
      {allowedHere('invite') &&
        (asking ? (
          <Settle invitation={invitation} conflict={conflict.id} />
        ) : (
          <div class="no-print">
            <Button kind="quiet" onClick={() => setAsking(true)}>
              {words.settle}
            </Button>
          </div>
        ))}
    </div>
  );
}

function Settle({ invitation, conflict }: { invitation: string; conflict: string }) {
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
    const answer = await doors.settleConflict(invitation, conflict, form.values.value.note.trim());
    setBusy(false);
    setProblem(answer.ok ? undefined : answer.problem);
    changes.value++;
  }
  return (
    <form
      class="form"
      noValidate
      onSubmit={(sending) => {
        sending.preventDefault();
        void settle();
      }}
    >
      <TextArea
        {...bind(form, `settle-${conflict}`).text('note')}
        label={words.settleNote}
        hint={words.settleHint}
        rows={2}
      />
      {problem && <p role="alert">{problem.code === 'not-found' ? words.settledBefore : problemText(problem)}</p>}
      <div>
        <Button type="submit" busy={busy && words.settling}>
          {words.settle}
        </Button>
      </div>
    </form>
  );
}
