import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import type { ActivationAnswer } from '../../contract/memberApi.ts';
import { SHORTEST_PASSWORD } from '../../contract/staffApi.ts';
import type { Problem } from '../../ui/api.ts';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { createForm } from '../../ui/form.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { activate, type Key } from './doors.ts';
import { MemberForm } from './MemberForm.tsx';
import { fieldsOf, type MemberMistake } from './memberFields.ts';
import { MemberFrame } from './MemberFrame.tsx';
import { unbroken } from './phone.ts';
import { enter } from './session.ts';
import { memberWords } from './text.ts';

type ChooseProps = {
  opening: Extract<ActivationAnswer, { state: 'open' }>;
  activationKey: Key;
  /** Looks again at a code that was used meanwhile. */
  onOver: () => Promise<Problem | undefined>;
};

const names = ['password'] as const;

/** The code is right: a password of one's own, and one is in. */
export function ChoosePassword({ opening, activationKey, onOver }: ChooseProps) {
  const words = memberWords().choose;
  const { route } = useLocation();
  const [form] = useState(newForm);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const { text, summary } = fieldsOf(form);

  async function submit(): Promise<void> {
    if (!form.submit(names)) return;
    setBusy(true);
    const answer = await activate({ key: activationKey, password: form.values.value.password });
    setBusy(false);
    if (!answer.ok) {
      setProblem(answer.problem);
      if (answer.problem.code === 'code-over') await onOver();
      return;
    }
    enter(answer.value);
    // In place of the address with the token: it is of no use any more.
    route('/member', true);
  }
  return (
    <MemberFrame practice={opening.practice.name}>
      <Page title={words.title(opening.greeting)} screen="choose">
        {opening.actsFor !== null && <Notice>{words.acting(opening.actsFor)}</Notice>}
        <p>
          {words.handle} <bdi class="member-handle">{opening.handle}</bdi>. {words.keep}
        </p>
        <ErrorSummary {...summary(names)} />
        <MemberForm
          label={words.button}
          busyLabel={words.busy}
          busy={busy}
          problem={problem}
          onSubmit={() => void submit()}
        >
          {/* For password managers, which keep a password with the name before it. */}
          <input
            class="visually-hidden"
            type="text"
            autoComplete="username"
            value={opening.handle}
            readOnly
            tabIndex={-1}
            aria-hidden="true"
          />
          <PasswordField {...text('password')} label={words.password} hint={words.hint} autoComplete="new-password" />
        </MemberForm>
        <p>{words.notMe(unbroken(opening.practice.phone))}</p>
      </Page>
    </MemberFrame>
  );
}

function newForm() {
  return createForm<{ password: string }, MemberMistake>({ password: '' }, ({ password }) =>
    password.length < SHORTEST_PASSWORD ? { password: 'short' } : {},
  );
}
