import { useState } from 'preact/hooks';
import type { MemberAnswer } from '../../contract/memberApi.ts';
import { SHORTEST_PASSWORD } from '../../contract/staffApi.ts';
import type { Problem } from '../../ui/api.ts';
import { BackLink } from '../../ui/BackLink.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { createForm } from '../../ui/form.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { setPassword } from './doors.ts';
import { MemberForm } from './MemberForm.tsx';
import { fieldsOf, type MemberMistake } from './memberFields.ts';
import { SignedInFrame } from './MemberFrame.tsx';
import { memberWords } from './text.ts';

type Values = { present: string; fresh: string };

const names = ['present', 'fresh'] as const;
const empty: Values = { present: '', fresh: '' };

export function OwnPassword({ home }: { home: MemberAnswer }) {
  const { password: words, choose } = memberWords();
  const [form] = useState(newForm);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [done, setDone] = useState(false);
  const { text, summary } = fieldsOf(form);

  async function submit(): Promise<void> {
    setDone(false);
    if (!form.submit(names)) return;
    setBusy(true);
    const { present, fresh } = form.values.value;
    const answer = await setPassword(present, fresh);
    setBusy(false);
    const wrong = !answer.ok && answer.problem.code === 'wrong-password';
    if (wrong) form.refuse(['present'], 'wrong');
    setProblem(answer.ok || wrong ? undefined : answer.problem);
    if (answer.ok) form.start(empty);
    setDone(answer.ok);
  }
  return (
    <SignedInFrame home={home}>
      <Page title={words.title} screen="password" back={<BackLink href="/member">{words.back}</BackLink>}>
        <ErrorSummary {...summary(names)} />
        <MemberForm
          label={words.button}
          busyLabel={words.busy}
          busy={busy}
          problem={problem}
          onSubmit={() => void submit()}
        >
          <PasswordField {...text('present')} label={words.present} autoComplete="current-password" />
          <PasswordField {...text('fresh')} label={words.fresh} hint={choose.hint} autoComplete="new-password" />
        </MemberForm>
        {done && <Notice live="status">{words.done}</Notice>}
      </Page>
    </SignedInFrame>
  );
}

function newForm() {
  return createForm<Values, MemberMistake>(empty, ({ present, fresh }) => ({
    ...(present ? {} : { present: 'present' }),
    ...(fresh.length < SHORTEST_PASSWORD ? { fresh: 'short' } : {}),
  }));
}
