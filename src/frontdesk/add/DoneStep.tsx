import { fullName } from '../../domain/people.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { frontdeskWords } from '../text.ts';
import { done } from './draft.ts';

/** What happens next, in the words of the method that was chosen. */
export function DoneStep() {
  const words = frontdeskWords().add;
  if (!done.value) return null;
  const { invitation, confirmedUsername, differs } = done.value;
  const otherUsername = confirmedUsername !== undefined && confirmedUsername !== invitation.username;
  return (
    <Page title={words.doneTitle}>
      <p>{words.doneNext[invitation.method](fullName(invitation.name))}</p>
      {invitation.username && (
        <Stack gap={1}>
          <p>{words.doneUsername}</p>
          <p class="username">{invitation.username}</p>
        </Stack>
      )}
      {invitation.username && otherUsername && <Notice kind="warning">{words.doneUsernameChanged}</Notice>}
      {differs && <Notice kind="warning">{words.doneDiffers}</Notice>}
      <div class="form-buttons">
        <ButtonLink href="/add">{words.doneAnother}</ButtonLink>
        <ButtonLink kind="quiet" href={`/invitations/${invitation.id}`}>
          {words.doneSee}
        </ButtonLink>
      </div>
    </Page>
  );
}
