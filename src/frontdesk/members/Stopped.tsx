import type { InvitationDetail } from '../../contract/invitationsApi.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { calendarDay, today } from '../../ui/moments.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { frontdeskWords } from '../text.ts';
import { stopLetterAddress } from './doors.ts';

/** Says on top of an invitation that its member stops, and whether they have it in writing. */
export function Stopped({ invitation: { id, stop, mails, email } }: { invitation: InvitationDetail }) {
  const words = frontdeskWords().members;
  if (!stop) return null;
  const day = calendarDay(stop.effectiveOn);
  const mail = mails.find((one) => one.kind === 'stopped' && one.recipient === email);
  const failed = mail?.state === 'failed' || mail?.state === 'kept';
  return (
    <Notice kind="warning" title={words.stopped}>
      <Stack gap={1}>
        <p>{words.stoppedBy[stop.by](calendarDay(today(Date.parse(stop.askedAt))))}</p>
        <p>
          <b>{stop.ended ? words.ended(day) : words.lastDay(day)}</b>
        </p>
        <p>{mail ? (failed ? words.confirmFailed : words.confirmed) : words.confirmOnPaper}</p>
        <p class="no-print">
          <ButtonLink kind="quiet" href={stopLetterAddress(id)} newTab>
            {words.letter}
          </ButtonLink>
        </p>
      </Stack>
    </Notice>
  );
}
