import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '../../ui/api.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { problemText } from '../../ui/problemText.ts';
import { Row, Stack } from '../../ui/Stack.tsx';
import { changes } from '../live.ts';
import { frontdeskWords } from '../text.ts';
import { activationSlip, mailActivation } from './doors.ts';

type GiveCodeProps = { invitation: string; holder: string; name: string; byMail: boolean };

/** Gives somebody a code to open the account with, by mail or on paper. */
export function GiveCode({ invitation, holder, name, byMail }: GiveCodeProps) {
  const words = frontdeskWords().members;
  const [busy, setBusy] = useState<'mail' | 'slip'>();
  const [problem, setProblem] = useState<Problem>();
  const [mailed, setMailed] = useState(false);
  const [slip, setSlip] = useState<string>();
  // Lives no longer than the page: it has a code in it.
  useEffect(() => (slip === undefined ? undefined : () => URL.revokeObjectURL(slip)), [slip]);

  async function mail(): Promise<void> {
    setBusy('mail');
    const answer = await mailActivation(invitation, holder);
    done(answer.ok ? undefined : answer.problem);
    setMailed(answer.ok);
    setSlip(undefined);
  }
  async function print(): Promise<void> {
    setBusy('slip');
    const answer = await activationSlip(invitation, holder);
    done(answer.ok ? undefined : answer.problem);
    setMailed(false);
    setSlip(answer.ok ? URL.createObjectURL(answer.value) : undefined);
  }
  function done(failed: Problem | undefined): void {
    setBusy(undefined);
    setProblem(failed);
    changes.value++;
  }
  return (
    <div class="no-print stack gap-1">
      <Row gap={1}>
        {byMail && (
          <Button kind="quiet" busy={busy === 'mail' && words.mailing} onClick={() => void mail()}>
            {words.mail(name)}
          </Button>
        )}
        <Button kind="quiet" busy={busy === 'slip' && words.making} onClick={() => void print()}>
          {words.slip(name)}
        </Button>
      </Row>
      {problem && (
        <Notice kind="danger" live="alert">
          {problemText(problem)}
        </Notice>
      )}
      {mailed && <Notice live="status">{words.mailed}</Notice>}
      {slip !== undefined && (
        <Notice live="status">
          <Stack gap={1}>
            <p>{words.slipMade}</p>
            <p>
              <ButtonLink href={slip} newTab>
                {words.openSlip}
              </ButtonLink>
            </p>
            <p>{words.slipHint}</p>
          </Stack>
        </Notice>
      )}
    </div>
  );
}
