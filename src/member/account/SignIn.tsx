import { useState } from 'preact/hooks';
import type { Problem } from '../../ui/api.ts';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { Field } from '../../ui/Field.tsx';
import { createForm } from '../../ui/form.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { signIn } from './doors.ts';
import { MemberForm } from './MemberForm.tsx';
import { fieldsOf, type MemberMistake } from './memberFields.ts';
import { MemberFrame } from './MemberFrame.tsx';
import { enter } from './session.ts';
import { SignInByPasskey } from './SignInByPasskey.tsx';
import { memberWords } from './text.ts';

const names = ['handle', 'password'] as const;

/** Stands in the place of whatever page was asked for. */
export function SignIn({ ended }: { ended: boolean }) {
  const words = memberWords().signIn;
  // Lives with the component: a password is not kept.
  const [form] = useState(newForm);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const { text, summary } = fieldsOf(form);

  async function submit(): Promise<void> {
    if (!form.submit(names)) return;
    setBusy(true);
    const { handle, password } = form.values.value;
    const answer = await signIn(handle.trim(), password);
    setBusy(false);
    setProblem(answer.ok ? undefined : answer.problem);
    if (answer.ok) enter(answer.value);
  }
  return (
    <MemberFrame>
      <Page title={words.title} screen="sign-in">
        {ended && <Notice live="status">{words.ended}</Notice>}
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
            label={words.handle}
            hint={words.handleHint}
            autoComplete="username"
            autoCapitalize="none"
            dir="ltr"
          />
          <PasswordField {...text('password')} label={words.password} autoComplete="current-password" />
        </MemberForm>
        <SignInByPasskey />
        <nav class="member-ways" aria-label={words.title}>
          <a href="/member/start">{words.first}</a>
          <a href="/member/forgot">{words.forgot}</a>
        </nav>
      </Page>
    </MemberFrame>
  );
}

function newForm() {
  return createForm<{ handle: string; password: string }, MemberMistake>(
    { handle: '', password: '' },
    ({ handle, password }) => ({
      ...(handle.trim() ? {} : { handle: 'handle' }),
      ...(password ? {} : { password: 'password' }),
    }),
  );
}
