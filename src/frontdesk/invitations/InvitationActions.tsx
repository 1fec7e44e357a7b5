import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { InvitationDetail } from '../../contract/invitationsApi.ts';
import { isUnfinished } from '../../domain/invitation.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { allowedHere } from '../allowedHere.ts';
import { paperFormsAddress } from '../doors.ts';
import { InviteAgain } from './InviteAgain.tsx';
import { frontdeskWords } from '../text.ts';

type ActionsProps = { invitation: InvitationDetail; onAsk: () => void };

/** What may be done with an invitation now; what may not is not shown. */
export function InvitationActions({ invitation, onAsk }: ActionsProps) {
  const { id, state, method, wouldEndOn } = invitation;
  const words = frontdeskWords().invitation;
  const mayChange = allowedHere('invite');
  const open = isUnfinished(state);
  return (
    <>
      <InviteAgain invitation={invitation} />
      {mayChange && open && method === 'paper' && (
        <ButtonLink href={paperFormsAddress([id])} newTab>
          {words.printForm}
        </ButtonLink>
      )}
      {mayChange && (
        <ButtonLink kind="quiet" href={`/invitations/${id}/edit`}>
          {open ? words.edit : words.editContact}
        </ButtonLink>
      )}
      <Button kind="quiet" onClick={() => window.print()}>
        {words.print}
      </Button>
      {allowedHere('take-verbal') && open && (
        <ButtonLink kind="quiet" href={`/invitations/${id}/verbal`}>
          {frontdeskWords().verbal.open}
        </ButtonLink>
      )}
      {mayChange && open && (
        <Button kind="plain" onClick={onAsk}>
          {words.cancel}
        </Button>
      )}
      {mayChange && wouldEndOn !== null && (
        <Button kind="plain" onClick={onAsk}>
          {frontdeskWords().members.record}
        </Button>
      )}
    </>
  );
}

/** Whether something is asked in place; the focus goes there when it opens, and back to the page's heading when it closes. */
export function useAsking() {
  const [asking, setAsking] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const before = useRef(asking);
  useLayoutEffect(() => {
    if (asking) place.current?.querySelector<HTMLElement>('textarea, input')?.focus();
    else if (before.current) document.querySelector<HTMLElement>('h1')?.focus();
    before.current = asking;
  }, [asking]);
  return { asking, place, ask: () => setAsking(true), close: () => setAsking(false) };
}
