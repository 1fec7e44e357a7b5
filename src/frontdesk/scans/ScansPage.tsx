import type { Scans } from '../../contract/scansApi.ts';
import { isUnfinished } from '../../domain/invitation.ts';
import { fullName } from '../../domain/people.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { dayAndTime, useNow } from '../../ui/moments.ts';
import { Page } from '../../ui/Page.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { StateBadge } from '../../ui/StateBadge.tsx';
import { LiveProblem } from '../LiveProblem.tsx';
import { Panel } from '../Panel.tsx';
import { scans } from '../scanDoors.ts';
import { frontdeskWords } from '../text.ts';
import { useLive } from '../useLive.ts';
import { FilesTable } from './FilesTable.tsx';
import { PageCards } from './PageCards.tsx';
import { SendScans } from './SendScans.tsx';
import './scans.css';

/** Where paper comes in: sent, matched, and put before staff to be confirmed. */
export function ScansPage() {
  const words = frontdeskWords().scans;
  const { value, problem } = useLive('scans', scans);
  return (
    <Page title={words.title} lead={words.lead}>
      <LiveProblem problem={problem} empty={!value} />
      {value && (
        <Stack gap={3}>
          <SendScans folder={value.folder} />
          <Panel title={words.waiting.title}>
            <Waiting waiting={value.waiting} />
          </Panel>
          <Panel title={words.inbox.title}>
            <p role="status">{value.inbox.length === 0 ? words.inbox.none : words.inbox.count(value.inbox.length)}</p>
            <PageCards pages={value.inbox} />
          </Panel>
          <Panel title={words.files.title}>
            {value.files.length === 0 ? <p>{words.files.none}</p> : <FilesTable files={value.files} />}
          </Panel>
        </Stack>
      )}
    </Page>
  );
}

function Waiting({ waiting }: { waiting: Scans['waiting'] }) {
  const { scans: words, methods } = frontdeskWords();
  const now = useNow();
  if (waiting.length === 0) return <p>{words.waiting.none}</p>;
  return (
    <DataTable
      caption={words.waiting.caption}
      captionHidden
      items={waiting}
      keyOf={({ invitation }) => invitation}
      columns={[
        {
          head: words.waiting.patient,
          render: ({ invitation, name }) => (
            <a class="row-link" href={`/invitations/${invitation}`}>
              <bdi>{fullName(name)}</bdi>
            </a>
          ),
        },
        { head: words.waiting.pages, render: ({ pages }) => pages },
        { head: words.waiting.since, render: ({ since }) => dayAndTime(since, now) },
        {
          head: words.waiting.state,
          render: ({ state, method }) => {
            if (!isUnfinished(state)) return <StateBadge shape="attention">{words.waiting.over}</StateBadge>;
            if (method !== 'paper')
              return <StateBadge shape="attention">{words.waiting.method(methods[method])}</StateBadge>;
            return <StateBadge shape="half">{words.waiting.ready}</StateBadge>;
          },
        },
      ]}
    />
  );
}
