import { useState } from 'preact/hooks';
import type { Problem } from '../../ui/api.ts';
import { BackLink } from '../../ui/BackLink.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { Field } from '../../ui/Field.tsx';
import { createForm } from '../../ui/form.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { forgot } from './doors.ts';
import { MemberForm } from './MemberForm.tsx';
import { fieldsOf, type MemberMistake } from './memberFields.ts';
import { MemberFrame } from './MemberFrame.tsx';
import { memberWords } from './text.ts';

const names = ['handle'] as const;

/** Asks for a new link. Never says whether there is such an account. */
export function Forgot() {
  const { forgot: words, signIn, first } = memberWords();
  const [form] = useState(newForm);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [done, setDone] = useState(false);
  const { text, summary } = fieldsOf(form);

  async function submit(): Promise<void> {
    if (!form.submit(names)) return;
    setBusy(true);
    const answer = await forgot(form.values.value.handle.trim());
    setBusy(false);
    setProblem(answer.ok ? undefined : answer.problem);
    setDone(answer.ok);
  }
  return (
    <MemberFrame>
      <Page title={words.title} screen="forgot" back={<BackLink href="/member">{first.back}</BackLink>}>
        <p>{words.lead}</p>
        <ErrorSummary {...summary(names)} />
        <MemberForm
          label={words.button}
          busyLabel={words.busy}
          busy={busy}
          problem={problem}
          onSubmit={() => void submit()}
        >
          <Field
            {...text('handle')}
            label={signIn.handle}
            hint={signIn.handleHint}
            autoComplete="username"
            autoCapitalize="none"
            dir="ltr"
          />
        </MemberForm>
        {done && <Notice live="status">{words.done}</Notice>}
        <p>{words.noMail}</p>
      </Page>
    </MemberFrame>
  );
}

function newForm() {
  return createForm<{ handle: string }, MemberMistake>({ handle: '' }, ({ handle }) =>
    handle.trim() ? {} : { handle: 'handle' },
  );
}
