import { useLocation } from 'preact-iso';
import type { InvitationRow } from '../../contract/staffApi.ts';
import { fullName } from '../../domain/people.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { DataTable, type Column } from '../../ui/DataTable.tsx';
import { dayAndTime, shortDay, useNow } from '../../ui/moments.ts';
import { Page } from '../../ui/Page.tsx';
import * as doors from '../doors.ts';
import { LiveProblem } from '../LiveProblem.tsx';
import { frontdeskWords } from '../text.ts';
import { useLive } from '../useLive.ts';
import { InvitationState } from './InvitationState.tsx';

const PAGE = 100;

/** All invitations of the practice, the newest first, kept up to date while it is looked at. */
export function InvitationsPage() {
  const words = frontdeskWords();
  const from = offsetIn(useLocation().query.from);
  const { value, problem } = useLive(`invitations ${from}`, (signal) => doors.invitations(PAGE, from, signal));
  const add = <ButtonLink href="/add">{words.nav.add}</ButtonLink>;
  return (
    <Page
      title={words.invitations.title}
      lead={value && value.total > 0 && words.invitations.total(value.total)}
      actions={add}
    >
      <LiveProblem problem={problem} empty={!value} />
      {value?.total === 0 && (
        <div class="empty">
          <p>
            <b>{words.invitations.empty}</b>
          </p>
          <p>{words.invitations.emptyHint}</p>
        </div>
      )}
      {value && value.total > 0 && (
        <>
          <InvitationsTable invitations={value.invitations} />
          <Pages from={from} shown={value.invitations.length} total={value.total} />
        </>
      )}
    </Page>
  );
}

function InvitationsTable({ invitations }: { invitations: InvitationRow[] }) {
  const words = frontdeskWords();
  const now = useNow();
  const columns: Column<InvitationRow>[] = [
    {
      head: words.invitations.name,
      render: ({ id, name }) => (
        <a class="row-link" href={`/invitations/${id}`} dir="auto">
          {fullName(name)}
        </a>
      ),
    },
    { head: words.invitations.birthDate, render: ({ birthDate }) => shortDay(birthDate), whole: true },
    { head: words.invitations.state, render: (row) => <InvitationState {...row} />, whole: true },
    { head: words.invitations.method, render: ({ method }) => words.methods[method], whole: true },
    {
      head: words.invitations.added,
      render: ({ createdAt, addedBy }) => words.invitations.addedBy(dayAndTime(createdAt, now), addedBy),
    },
  ];
  return (
    <DataTable
      caption={words.invitations.title}
      captionHidden
      columns={columns}
      items={invitations}
      keyOf={({ id }) => id}
    />
  );
}

function Pages({ from, shown, total }: { from: number; shown: number; total: number }) {
  const words = frontdeskWords().invitations;
  if (from === 0 && shown === total) return null;
  return (
    <nav class="pages" aria-label={words.pages}>
      <p>{words.shown(shown === 0 ? 0 : from + 1, from + shown, total)}</p>
      {from > 0 && (
        <ButtonLink kind="quiet" href={`/invitations?from=${Math.max(0, from - PAGE)}`}>
          {words.newer}
        </ButtonLink>
      )}
      {from + shown < total && (
        <ButtonLink kind="quiet" href={`/invitations?from=${from + PAGE}`}>
          {words.older}
        </ButtonLink>
      )}
    </nav>
  );
}

function offsetIn(text: string | undefined): number {
  return text && /^\d{1,9}$/.test(text) ? Number(text) : 0;
}
