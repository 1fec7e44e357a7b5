import { useState } from 'preact/hooks';
import type { Problem } from '../../ui/api.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { Field } from '../../ui/Field.tsx';
import { createForm } from '../../ui/form.ts';
import { Notice } from '../../ui/Notice.tsx';
import { problemText } from '../../ui/problemText.ts';
import { bind } from '../bind.ts';
import { setUp } from '../doors.ts';
import type { Mistake } from '../mistake.ts';
import { findSession, setupDone } from '../session.ts';
import { frontdeskWords } from '../text.ts';

/** A practice of made-up people, to look around in. */
export function LoadSample({ codeNeeded }: { codeNeeded: boolean }) {
  const words = frontdeskWords().setup;
  const [form] = useState(() =>
    createForm<{ code: string }, Mistake>({ code: '' }, ({ code }) =>
      codeNeeded && !code.trim() ? { code: 'setup-code-missing' } : {},
    ),
  );
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const { text, summary } = bind(form, 'sample');

  async function load(): Promise<void> {
    if (busy || !form.submit(['code'])) return;
    setBusy(true);
    const answer = await setUp({ what: 'sample', setupCode: form.values.value.code.trim() });
    setBusy(false);
    if (answer.ok) setupDone(answer.value.logins);
    else if (answer.problem.code === 'setup-done') await findSession();
    else setProblem(answer.problem);
  }

  return (
    <form
      class="form"
      noValidate
      onSubmit={(sending) => {
        sending.preventDefault();
        void load();
      }}
    >
      <ErrorSummary {...summary(['code'])} />
      {codeNeeded && (
        <Field {...text('code')} label={words.code} hint={words.codeHint} dir="ltr" autoCapitalize="characters" short />
      )}
      {problem && (
        <Notice kind="danger" live="alert">
          {problemText(problem)}
        </Notice>
      )}
      <div>
        <Button type="submit" busy={busy && words.loading}>
          {words.load}
        </Button>
      </div>
    </form>
  );
}
