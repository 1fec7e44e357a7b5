import { useState } from 'preact/hooks';
import type { Conflict, InvitationDetail } from '../../contract/invitationsApi.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { dayAndTime, useNow } from '../../ui/moments.ts';
import { Notice } from '../../ui/Notice.tsx';
import { allowedHere } from '../allowedHere.ts';
import * as doors from '../doors.ts';
import { deviceName } from '../deviceName.ts';
import { frontdeskWords } from '../text.ts';
import { SettleConflict } from './SettleConflict.tsx';
import { conflictText } from './story.ts';

/** What does not fit together, in plain words, until somebody says what was done about it. */
export function Conflicts({ invitation: { id, conflictList } }: { invitation: InvitationDetail }) {
  const words = frontdeskWords().invitation;
  const open = conflictList.filter(({ settled }) => settled === null);
  if (open.length === 0) return null;
  return (
    <Notice kind="danger" title={words.conflictTitle}>
      {open.map((conflict) => (
        <OpenConflict key={conflict.id} invitation={id} conflict={conflict} />
      ))}
    </Notice>
  );
}

function OpenConflict({ invitation, conflict }: { invitation: string; conflict: Conflict }) {
  const { invitation: words, decide } = frontdeskWords();
  const [asking, setAsking] = useState(false);
  const now = useNow();
  return (
    <div class="conflict">
      <p>{conflictText(conflict.kind)}</p>
      <p class="conflict-from">
        {conflict.signedAt && `${decide.signed(dayAndTime(conflict.signedAt, now))} `}
        {conflict.tablet !== null && (
          <>
            <bdi>{deviceName(conflict.tablet)}</bdi>,{' '}
          </>
        )}
        <time dateTime={conflict.notedAt}>{dayAndTime(conflict.notedAt, now)}</time>
      </p>
      {conflict.document && (
        <div class="no-print">
          <ButtonLink kind="plain" href={doors.documentAddress(conflict.document)} newTab>
            {decide.document}
          </ButtonLink>
        </div>
      )}
      {allowedHere('invite') &&
        (asking ? (
          <SettleConflict invitation={invitation} conflict={conflict} />
        ) : (
          <div class="no-print">
            <Button kind="quiet" onClick={() => setAsking(true)}>
              {conflict.choices.length > 0 ? decide.button : words.settle}
            </Button>
          </div>
        ))}
    </div>
  );
}
