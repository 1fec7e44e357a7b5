import { useState } from 'preact/hooks';
import type { Problem } from '../../ui/api.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { problemText } from '../../ui/problemText.ts';
import { Select } from '../../ui/Select.tsx';
import { bind } from '../bind.ts';
import { setUp } from '../doors.ts';
import { FormSection } from '../FormSection.tsx';
import { findSession, logIn, setupDone } from '../session.ts';
import { frontdeskWords } from '../text.ts';
import { zoneOptions } from '../zones.ts';
import { newPracticeForm, refusedSetupFields, setupFields, toSetupRequest } from './setupForm.ts';

/** Makes the practice, its administrator and its first practitioner, and logs the administrator in. */
export function NewPractice({ codeNeeded }: { codeNeeded: boolean }) {
  const words = frontdeskWords().setup;
  const [form] = useState(() => newPracticeForm(codeNeeded));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const { summary } = bind(form, 'setup');

  async function create(): Promise<void> {
    if (busy || !form.submit(setupFields)) return;
    setBusy(true);
    const request = toSetupRequest(form.values.value);
    const answer = await setUp(request);
    setBusy(false);
    if (!answer.ok) {
      if (answer.problem.code === 'setup-done') return findSession();
      setProblem(answer.problem);
      const refused = refusedSetupFields('fields' in answer.problem ? answer.problem.fields : undefined);
      if (refused.length > 0) form.refuse(refused, 'refused');
      return;
    }
    const { login, password } = form.values.value;
    if (await logIn(login, password)) setupDone([]);
  }

  return (
    <>
      <ErrorSummary {...summary(setupFields)} />
      <form
        class="form"
        noValidate
        onSubmit={(sending) => {
          sending.preventDefault();
          void create();
        }}
      >
        <NewPracticeFields form={form} codeNeeded={codeNeeded} />
        {problem && (
          <Notice kind="danger" live="alert">
            {problemText(problem)}
          </Notice>
        )}
        <div>
          <Button type="submit" busy={busy && words.creating}>
            {words.create}
          </Button>
        </div>
      </form>
    </>
  );
}

type FieldsProps = { form: ReturnType<typeof newPracticeForm>; codeNeeded: boolean };

function NewPracticeFields({ form, codeNeeded }: FieldsProps) {
  const words = frontdeskWords().setup;
  const { text, choice } = bind(form, 'setup');
  return (
    <>
      {codeNeeded && (
        <Field
          {...text('setupCode')}
          label={words.code}
          hint={words.codeHint}
          dir="ltr"
          autoCapitalize="characters"
          short
        />
      )}
      <FormSection title={words.practice}>
        <Field {...text('practiceName')} label={words.practiceName} autoComplete="organization" dir="auto" />
        <Field
          {...text('practicePhone')}
          label={words.practicePhone}
          hint={words.practicePhoneHint}
          type="tel"
          dir="ltr"
        />
        <Select {...choice('zone')} label={words.zone} options={zoneOptions(form.values.value.zone)} />
        <Field {...text('practitioner')} label={words.practitioner} hint={words.practitionerHint} dir="auto" />
      </FormSection>
      <FormSection title={words.administrator}>
        <Field {...text('adminName')} label={words.adminName} autoComplete="name" dir="auto" />
        <Field {...text('login')} label={words.login} autoComplete="username" autoCapitalize="none" dir="ltr" />
        <PasswordField
          {...text('password')}
          label={words.password}
          hint={words.passwordHint}
          autoComplete="new-password"
        />
        <PasswordField {...text('pin')} label={words.pin} hint={words.pinHint} autoComplete="off" inputMode="numeric" />
      </FormSection>
    </>
  );
}
