import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import type { MemberAgreement, MemberAnswer } from '../../contract/memberApi.ts';
import { BackLink } from '../../ui/BackLink.tsx';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { calendarDay } from '../../ui/moments.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { problemText } from '../../ui/problemText.ts';
import { Row } from '../../ui/Stack.tsx';
import { textOf } from './Agreement.tsx';
import { dayAt } from './days.ts';
import { stop } from './doors.ts';
import { SignedInFrame } from './MemberFrame.tsx';
import { enter, lookAgain } from './session.ts';
import { memberWords } from './text.ts';

type StopProps = { home: MemberAnswer; agreement: MemberAgreement };

/** Asks once, plainly, with both days. */
export function Stop({ home, agreement }: StopProps) {
  const { stop: words, password } = memberWords();
  const { route } = useLocation();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const { invitation, wouldEndOn } = agreement;

  async function confirm(): Promise<void> {
    setBusy(true);
    const answer = await stop(invitation, wouldEndOn);
    setBusy(false);
    if (answer.ok) {
      enter(answer.value);
      return route('/member', true);
    }
    const otherDay = answer.problem.code === 'changed-meanwhile';
    setProblem(otherDay ? words.otherDay : problemText(answer.problem));
    if (otherDay || answer.problem.code === 'stopped-already') await lookAgain();
  }
  return (
    <SignedInFrame home={home}>
      <Page title={words.title} screen="stop" back={<BackLink href="/member">{password.back}</BackLink>}>
        <p>{words.lead(textOf(agreement).title, home.practice.name)}</p>
        <Facts
          facts={[
            { name: words.asked, value: dayAt(new Date().toISOString(), home.practice.zone), wide: true },
            { name: words.last, value: <strong>{calendarDay(wouldEndOn)}</strong>, wide: true },
          ]}
        />
        <p>{words.until}</p>
        <p>{words.rest}</p>
        {problem && (
          <Notice kind="danger" live="alert">
            {problem}
          </Notice>
        )}
        <Row>
          <Button kind="danger" busy={busy && words.busy} onClick={() => void confirm()}>
            {words.yes}
          </Button>
          <ButtonLink kind="quiet" href="/member">
            {words.no}
          </ButtonLink>
        </Row>
      </Page>
    </SignedInFrame>
  );
}
