import { useLocation } from 'preact-iso';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { InvitationDetail } from '../../contract/invitationsApi.ts';
import type { Session } from '../../contract/staffApi.ts';
import { isUnfinished } from '../../domain/invitation.ts';
import { fullName } from '../../domain/people.ts';
import type { Problem } from '../../ui/api.ts';
import { BackLink } from '../../ui/BackLink.tsx';
import { Button } from '../../ui/Button.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { problemText } from '../../ui/problemText.ts';
import { bind } from '../bind.ts';
import * as doors from '../doors.ts';
import { LiveProblem } from '../LiveProblem.tsx';
import { changes } from '../live.ts';
import { frontdeskWords } from '../text.ts';
import { useLive } from '../useLive.ts';
import { fieldsOf } from './edit.ts';
import { ContactFields, PatientFields } from './EditFields.tsx';
import { catchUp, editingOf, endEditing, startEditingAnew } from './editing.ts';
import { Meanwhile } from './Meanwhile.tsx';
import { saveEdit } from './saveEdit.ts';

type EditPageProps = { params?: { id?: string }; session: Session };

/** Changes what may still be changed of an invitation. */
export function EditPage({ params, session }: EditPageProps) {
  const words = frontdeskWords().invitation;
  const id = params?.id ?? '';
  const { value, problem } = useLive(`invitation ${id}`, (signal) => doors.invitation(id, signal));
  if (value) return <EditForm key={id} newest={value} session={session} />;
  return (
    <Page
      key="empty"
      title={problem?.code === 'not-found' ? words.missing : words.edit}
      back={<BackLink href="/invitations">{words.back}</BackLink>}
    >
      <LiveProblem problem={problem} empty />
    </Page>
  );
}

function EditForm({ newest, session }: { newest: InvitationDetail; session: Session }) {
  const words = frontdeskWords().invitation;
  const editing = editingOf(newest);
  const { form, stored } = editing;
  const { route } = useLocation();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const clashes = useRef<HTMLDivElement>(null);
  useEffect(() => catchUp(editing, newest), [editing, newest]);
  // Somebody left for another room in the middle of it.
  const [resumed, setResumed] = useState(form.dirty.peek());
  const fields = fieldsOf(stored.value);
  const open = isUnfinished(stored.value.state);

  function startAnew(): void {
    startEditingAnew(editing);
    setResumed(false);
  }
  async function save(): Promise<void> {
    if (busy) return;
    if (editing.clashes.value.length > 0) return clashes.current?.querySelector<HTMLElement>('button')?.focus();
    if (!form.submit(fields)) return;
    setBusy(true);
    const answer = await saveEdit(editing);
    setBusy(false);
    setProblem(answer.ok ? undefined : answer.problem);
    changes.value++;
    if (!answer.ok) return;
    endEditing(newest.id);
    route(`/invitations/${newest.id}`);
  }

  return (
    <Page
      title={words.editTitle(fullName(newest.name))}
      lead={open ? undefined : words.answeredLead}
      back={
        <a class="back-link" href={`/invitations/${newest.id}`} onClick={() => endEditing(newest.id)}>
          {words.editBack}
        </a>
      }
    >
      {resumed && (
        <Notice>
          <p>{words.unsaved}</p>
          <div>
            <Button kind="quiet" onClick={startAnew}>
              {words.startAnew}
            </Button>
          </div>
        </Notice>
      )}
      <div ref={clashes}>
        <Meanwhile editing={editing} session={session} />
      </div>
      <ErrorSummary {...bind(form, 'edit').summary(fields)} />
      <form
        class="form"
        noValidate
        onSubmit={(sending) => {
          sending.preventDefault();
          void save();
        }}
      >
        {open && <PatientFields editing={editing} session={session} />}
        <ContactFields editing={editing} />
        {problem && (
          <Notice kind="danger" live="alert" title={words.saveFailed}>
            {problemText(problem)}
          </Notice>
        )}
        <div class="form-buttons">
          <Button type="submit" busy={busy && words.saving}>
            {words.save}
          </Button>
          {editing.clashes.value.length > 0 && <p>{words.clashFirst}</p>}
        </div>
      </form>
    </Page>
  );
}
