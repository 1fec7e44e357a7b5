import { useState } from 'preact/hooks';
import type { Problem } from '../../ui/api.ts';
import { BackLink } from '../../ui/BackLink.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { Field } from '../../ui/Field.tsx';
import { createForm } from '../../ui/form.ts';
import { Page } from '../../ui/Page.tsx';
import type { Key } from './doors.ts';
import { MemberForm } from './MemberForm.tsx';
import { fieldsOf, type MemberMistake } from './memberFields.ts';
import { MemberFrame } from './MemberFrame.tsx';
import { memberWords } from './text.ts';

const names = ['handle', 'code'] as const;

/** What stands on the slip. What was typed outlives the screens after it, until the page is left. */
export function TypeCode({ open }: { open: (key: Key) => Promise<Problem | undefined> }) {
  const { first: words, signIn } = memberWords();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const { text, summary } = fieldsOf(typed);

  async function submit(): Promise<void> {
    if (!typed.submit(names)) return;
    setBusy(true);
    const { handle, code } = typed.values.value;
    const failed = await open({ handle: handle.trim(), code });
    setProblem(failed);
    setBusy(false);
  }
  return (
    <MemberFrame>
      <Page title={words.title} screen="type-code" back={<BackLink href="/member">{words.back}</BackLink>}>
        <p>{words.lead}</p>
        <ErrorSummary {...summary(names)} />
        <MemberForm
          label={words.button}
          busyLabel={words.busy}
          busy={busy}
          problem={problem}
          onSubmit={() => void submit()}
        >
          <Field {...text('handle')} label={signIn.handle} autoComplete="username" autoCapitalize="none" dir="ltr" />
          <Field
            {...text('code')}
            label={words.code}
            hint={words.codeHint}
            autoComplete="one-time-code"
            autoCapitalize="characters"
            dir="ltr"
          />
        </MemberForm>
      </Page>
    </MemberFrame>
  );
}

const typed = createForm<{ handle: string; code: string }, MemberMistake>(
  { handle: '', code: '' },
  ({ handle, code }) => ({ ...(handle.trim() ? {} : { handle: 'handle' }), ...(code.trim() ? {} : { code: 'code' }) }),
);
