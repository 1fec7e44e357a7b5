import type { InvitationRow } from '../../contract/invitationsApi.ts';
import { fullName } from '../../domain/people.ts';
import { DataTable, type Column } from '../../ui/DataTable.tsx';
import { ago, dayAndTime, shortDay, useNow } from '../../ui/moments.ts';
import { deviceName } from '../deviceName.ts';
import { frontdeskWords } from '../text.ts';
import { InvitationState } from './InvitationState.tsx';

export function InvitationsTable({ invitations }: { invitations: InvitationRow[] }) {
  const { invitations: words, methods } = frontdeskWords();
  const now = useNow();
  const columns: Column<InvitationRow>[] = [
    { head: words.name, render: (row) => <Who row={row} /> },
    { head: words.state, render: (row) => <InvitationState {...row} />, whole: true },
    { head: words.method, render: ({ method }) => methods[method], whole: true },
    {
      head: words.added,
      render: ({ createdAt, addedBy }) => (
        <>
          <time dateTime={createdAt} title={dayAndTime(createdAt, now)}>
            {ago(createdAt, now)}
          </time>{' '}
          <bdi class="cell-more">{words.addedBy(addedBy)}</bdi>
        </>
      ),
      whole: true,
    },
    {
      head: words.tablet,
      render: ({ tablet }) =>
        tablet ? <bdi>{deviceName(tablet)}</bdi> : <span class="cell-more">{words.noTablet}</span>,
    },
  ];
  return <DataTable caption={words.title} captionHidden columns={columns} items={invitations} keyOf={({ id }) => id} />;
}

function Who({ row: { id, name, birthDate, recordNumber } }: { row: InvitationRow }) {
  const words = frontdeskWords().invitations;
  return (
    <>
      <a class="row-link" href={`/invitations/${id}`} dir="auto">
        {fullName(name)}
      </a>{' '}
      <span class="cell-more">
        {shortDay(birthDate)}
        {recordNumber && (
          <>
            {' · '}
            <bdi>{words.recordNumber(recordNumber)}</bdi>
          </>
        )}
      </span>
    </>
  );
}
