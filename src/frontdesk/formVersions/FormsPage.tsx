import { useState } from 'preact/hooks';
import type { FormsAnswer, FormVersionRow } from '../../contract/formsApi.ts';
import type { Problem } from '../../ui/api.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { dayAndTime, useNow } from '../../ui/moments.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { problemText } from '../../ui/problemText.ts';
import { Row } from '../../ui/Stack.tsx';
import { StateBadge } from '../../ui/StateBadge.tsx';
import { dropDraft, forms } from '../formDoors.ts';
import { changes } from '../live.ts';
import { LiveProblem } from '../LiveProblem.tsx';
import { Panel } from '../Panel.tsx';
import { frontdeskWords } from '../text.ts';
import { useLive } from '../useLive.ts';

/** The versions of the form that patients sign: which is in use, what was answered on each, and a new one under way. */
export function FormsPage() {
  const words = frontdeskWords().forms;
  const { value, problem } = useLive('forms', forms);
  return (
    <Page title={words.title} lead={words.lead}>
      <LiveProblem problem={problem} empty={!value} />
      {value?.offered && (
        <Notice title={words.offeredTitle(value.offered.version)}>
          <p>{words.offeredText}</p>
          <ButtonLink kind="quiet" href={`/forms/${value.offered.hash}`}>
            {words.read}
          </ButtonLink>
        </Notice>
      )}
      {value?.draft && <DraftUnderWay key={value.draft.revision} draft={value.draft} />}
      {value && <Versions versions={value.versions} />}
    </Page>
  );
}

function Versions({ versions }: { versions: FormVersionRow[] }) {
  const words = frontdeskWords().forms;
  const now = useNow();
  return (
    <DataTable
      caption={words.caption}
      captionHidden
      items={versions}
      keyOf={({ hash }) => hash}
      columns={[
        { head: words.version, render: ({ version }) => <bdi>{version}</bdi> },
        {
          head: words.state,
          render: ({ current }) => (
            <StateBadge shape={current ? 'done' : 'over'}>{current ? words.current : words.earlier}</StateBadge>
          ),
        },
        { head: words.since, render: (row) => sinceOf(row, now) },
        { head: words.answers, render: ({ answers }) => answers },
        { head: words.waiting, render: ({ waiting }) => waiting },
        {
          head: words.action,
          render: ({ hash, version }) => (
            <a class="row-link" href={`/forms/${hash}`} aria-label={words.readOf(version)}>
              {words.read}
            </a>
          ),
        },
      ]}
    />
  );
}

function sinceOf({ since, keptAt, by }: FormVersionRow, now: number): string {
  const words = frontdeskWords().forms;
  const when = dayAndTime(since ?? keptAt, now);
  return by === null ? words.sinceStart(when) : words.sinceBy(when, by);
}

function DraftUnderWay({ draft }: { draft: NonNullable<FormsAnswer['draft']> }) {
  const words = frontdeskWords().forms;
  const now = useNow();
  const [sure, setSure] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  async function drop(): Promise<void> {
    const answer = await dropDraft(draft.revision);
    setProblem(answer.ok ? undefined : answer.problem);
    changes.value++;
  }
  return (
    <Panel title={words.draftTitle}>
      <p>{words.draftBy(draft.changedBy, dayAndTime(draft.changedAt, now))}</p>
      {problem && <p role="alert">{problemText(problem)}</p>}
      {sure && (
        <Notice kind="warning" live="alert">
          {words.throwAwaySure}
        </Notice>
      )}
      <Row>
        {sure ? (
          <>
            <Button kind="danger" onClick={() => void drop()}>
              {words.throwAwayYes}
            </Button>
            <Button kind="quiet" onClick={() => setSure(false)}>
              {words.keep}
            </Button>
          </>
        ) : (
          <>
            <ButtonLink href="/forms/draft">{words.goOn}</ButtonLink>
            <Button kind="plain" onClick={() => setSure(true)}>
              {words.throwAway}
            </Button>
          </>
        )}
      </Row>
    </Panel>
  );
}
