import type { InvitationDetail } from '../../contract/invitationsApi.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { dayAndTime, useNow } from '../../ui/moments.ts';
import { Row, Stack } from '../../ui/Stack.tsx';
import { documentAddress } from '../doors.ts';
import { receiptAddress } from '../members/doors.ts';
import { frontdeskWords } from '../text.ts';

export function Documents({
  invitation: { id: invitation, documents, documentsPending, state },
}: {
  invitation: InvitationDetail;
}) {
  const words = frontdeskWords().invitation;
  const now = useNow();
  const known: Record<string, string> = words.documentKinds;
  const nameOf = (kind: string): string => known[kind] ?? words.documentKinds.other;
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
      {state === 'enrolled' && (
        <Row>
          <ButtonLink kind="quiet" href={receiptAddress(invitation)} newTab>
            {frontdeskWords().members.receipt}
          </ButtonLink>
        </Row>
      )}
      {documentsPending && <p role="status">{words.documentPending}</p>}
      {!documents.length && !documentsPending && <p>{words.noDocuments}</p>}
    </Stack>
  );
}
