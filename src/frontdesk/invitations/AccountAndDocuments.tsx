import type { InvitationDetail } from '../../contract/invitationsApi.ts';
import { isUnfinished } from '../../domain/invitation.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { dayAndTime, useNow } from '../../ui/moments.ts';
import { Row, Stack } from '../../ui/Stack.tsx';
import { documentAddress } from '../doors.ts';
import { frontdeskWords } from '../text.ts';

export function Account({ invitation: { account, state } }: { invitation: InvitationDetail }) {
  const words = frontdeskWords().invitation;
  const now = useNow();
  if (account) return <p>{words.accountSince(dayAndTime(account.createdAt, now), account.handle)}</p>;
  const mayCome = isUnfinished(state) || state === 'signed';
  return <p>{mayCome ? words.noAccount : words.noAccountOver}</p>;
}

export function Documents({ invitation: { documents, documentsPending } }: { invitation: InvitationDetail }) {
  const words = frontdeskWords().invitation;
  const now = useNow();
  const nameOf = (kind: string): string =>
    kind === 'consent' || kind === 'declination' || kind === 'withdrawal' || kind === 'paper-scan'
      ? words.documentKinds[kind]
      : words.documentKinds.other;
  return (
    <Stack gap={1}>
      {documents.map(({ id, kind, createdAt }) => (
        <Row key={id}>
          <ButtonLink kind="quiet" href={documentAddress(id)} newTab>
            {words.openDocument(nameOf(kind))}
          </ButtonLink>
          <span>{words.documentMade(dayAndTime(createdAt, now))}</span>
        </Row>
      ))}
      {documentsPending && <p role="status">{words.documentPending}</p>}
      {!documents.length && !documentsPending && <p>{words.noDocuments}</p>}
    </Stack>
  );
}
