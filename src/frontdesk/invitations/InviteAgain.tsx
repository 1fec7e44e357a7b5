import { useLocation } from 'preact-iso';
import { useRef, useState } from 'preact/hooks';
import type { InvitationDetail } from '../../contract/invitationsApi.ts';
import { newId } from '../../contract/newId.ts';
import type { InvitationState } from '../../domain/invitation.ts';
import type { Problem } from '../../ui/api.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { dayAndTime, useNow } from '../../ui/moments.ts';
import { Notice } from '../../ui/Notice.tsx';
import { problemText } from '../../ui/problemText.ts';
import { allowedHere } from '../allowedHere.ts';
import { inviteAgain } from '../doors.ts';
import { changes } from '../live.ts';
import { frontdeskWords } from '../text.ts';

const OVER: readonly InvitationState[] = ['cancelled', 'expired', 'declined'];

/** For an invitation that is over: another one for the same patient, with the same people, method and note. */
export function InviteAgain({ invitation: { id, state, samePatient } }: { invitation: InvitationDetail }) {
  const words = frontdeskWords().invitation;
  const { route } = useLocation();
  // Made with the button, not with the sending: a second try can't invite twice.
  const next = useRef(newId());
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const free = samePatient.every((other) => OVER.includes(other.state));
  if (!OVER.includes(state) || !free || !allowedHere('invite')) return null;

  async function again(): Promise<void> {
    setBusy(true);
    const answer = await inviteAgain(id, next.current);
    setBusy(false);
    changes.value++;
    if (answer.ok) route(`/invitations/${answer.value.id}`);
    else setProblem(answer.problem);
  }
  return (
    <>
      <Button busy={busy && words.againBusy} onClick={() => void again()}>
        {words.again}
      </Button>
      {problem && <p role="alert">{problemText(problem)}</p>}
    </>
  );
}

/** That the same patient has another invitation, and the way to it. */
export function SamePatient({ invitation: { createdAt, samePatient } }: { invitation: InvitationDetail }) {
  const words = frontdeskWords().invitation;
  const now = useNow();
  const [newest] = samePatient;
  if (!newest) return null;
  const when = dayAndTime(newest.createdAt, now);
  return (
    <Notice>
      <p>{newest.createdAt > createdAt ? words.againNewer(when) : words.againOlder(when)}</p>
      <ButtonLink kind="plain" href={`/invitations/${newest.invitation}`}>
        {words.againOpen}
      </ButtonLink>
    </Notice>
  );
}
