import { useState } from 'preact/hooks';
import type { Problem } from '../../ui/api.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { Field } from '../../ui/Field.tsx';
import { createForm } from '../../ui/form.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { problemText } from '../../ui/problemText.ts';
import { bind } from '../bind.ts';
import { Entry } from '../Entry.tsx';
import type { Mistake } from '../mistake.ts';
import { logIn } from '../session.ts';
import { frontdeskWords } from '../text.ts';

const fields = ['login', 'password'] as const;

/** Stands in the place of whatever page was asked for. */
export function Login({ ended }: { ended: boolean }) {
  const words = frontdeskWords().login;
  // Lives with the component: a password is not kept.
  const [form] = useState(newForm);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const { text, summary } = bind(form, 'login');

  async function submit(): Promise<void> {
    if (busy || !form.submit(fields)) return;
    setBusy(true);
    const { login, password } = form.values.value;
    const failed = await logIn(login, password);
    setProblem(failed);
    setBusy(false);
  }

  return (
    <Entry>
      <Page title={words.title}>
        {ended && <Notice>{words.ended}</Notice>}
        <ErrorSummary {...summary(fields)} />
        <form
          class="form"
          noValidate
          onSubmit={(sending) => {
            sending.preventDefault();
            void submit();
          }}
        >
          <Field {...text('login')} label={words.name} autoComplete="username" autoCapitalize="none" dir="ltr" />
          <PasswordField {...text('password')} label={words.password} autoComplete="current-password" />
          {problem && (
            <Notice kind="danger" live="alert">
              {problemText(problem)}
            </Notice>
          )}
          <div>
            <Button type="submit" busy={busy && words.busy}>
              {words.button}
            </Button>
          </div>
        </form>
      </Page>
    </Entry>
  );
}

function newForm() {
  return createForm<{ login: string; password: string }, Mistake>(
    { login: '', password: '' },
    ({ login, password }) => ({
      ...(login.trim() ? {} : { login: 'login-missing' }),
      ...(password ? {} : { password: 'password-missing' }),
    }),
  );
}
