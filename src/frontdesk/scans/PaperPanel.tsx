import { useState } from 'preact/hooks';
import type { InvitationDetail } from '../../contract/invitationsApi.ts';
import type { Paper, ScanPage } from '../../contract/scansApi.ts';
import { isUnfinished } from '../../domain/invitation.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { calendarDay, dayAndTime, useNow } from '../../ui/moments.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Row, Stack } from '../../ui/Stack.tsx';
import { allowedHere } from '../allowedHere.ts';
import { LiveProblem } from '../LiveProblem.tsx';
import { Panel } from '../Panel.tsx';
import { paper } from '../scanDoors.ts';
import { frontdeskWords } from '../text.ts';
import { useLive } from '../useLive.ts';
import { ConfirmPaper } from './ConfirmPaper.tsx';
import { PageCards } from './PageCards.tsx';
import { PaperPages } from './PaperPages.tsx';
import { chosenOf, standingIn } from './paperPages.ts';
import './scans.css';

/** What came back on paper for one invitation, and the way to confirm it. Nothing, where paper has no part in it. */
export function PaperPanel({ invitation }: { invitation: InvitationDetail }) {
  return allowedHere('invite') ? <LivePaper key={invitation.id} invitation={invitation} /> : null;
}

function LivePaper({ invitation }: { invitation: InvitationDetail }) {
  const words = frontdeskWords().scans.paper;
  const { value, problem } = useLive(`paper ${invitation.id}`, (signal) => paper(invitation.id, signal));
  const onPaper = invitation.method === 'paper' && isUnfinished(invitation.state);
  if (!onPaper && (value?.pages.length ?? 0) === 0) return null;
  return (
    <Panel title={words.title}>
      <LiveProblem problem={problem} empty={!value} />
      {value && <Form invitation={invitation} paper={value} />}
    </Panel>
  );
}

function Form({ invitation, paper: { pages, confirmed } }: { invitation: InvitationDetail; paper: Paper }) {
  const words = frontdeskWords().scans.paper;
  const [wanted, setWanted] = useState<Record<number, string>>({});
  const [shown, setShown] = useState<string>();
  const now = useNow();
  const open = pages.filter(({ state }) => state === 'matched');
  const kept = pages.filter(({ state }) => state === 'confirmed');
  const aside = pages.filter(({ state }) => state === 'aside');
  const chosen = chosenOf(open, wanted);
  return (
    <Stack gap={3}>
      {confirmed && (
        <div>
          <p>
            <b>{words.confirmed(confirmed.by, dayAndTime(confirmed.at, now))}</b>
          </p>
          <p>{words.signedBy(confirmed.printedName, calendarDay(confirmed.signedOn))}</p>
          {confirmed.note && <p dir="auto">{confirmed.note}</p>}
        </div>
      )}
      {kept.length > 0 && (
        <div class="paper-confirmed">
          <PaperPages pages={kept} shown={shown} onShow={setShown} />
        </div>
      )}
      {open.length > 0 && <Standing invitation={invitation} />}
      {open.length === 0 && !confirmed && (
        <Row>
          <p>{words.none}</p>
          <ButtonLink kind="quiet" href="/scans">
            {words.toScans}
          </ButtonLink>
        </Row>
      )}
      {open.length > 0 && (
        <div class="paper">
          <PaperPages
            pages={open}
            chosen={chosen}
            onChoose={(page, id) => setWanted({ ...wanted, [page]: id })}
            shown={shown}
            onShow={setShown}
          />
          {standingIn(invitation) !== 'void' && <ConfirmPaper invitation={invitation} pages={chosen} />}
        </div>
      )}
      {aside.length > 0 && <Aside pages={aside} />}
    </Stack>
  );
}

/** Says where pages came in for an invitation that is not to be signed on paper now. */
function Standing({ invitation }: { invitation: InvitationDetail }) {
  const { scans, methods } = frontdeskWords();
  const words = scans.paper;
  switch (standingIn(invitation)) {
    case 'void':
      return (
        <Notice kind="warning" title={words.voidTitle}>
          {words.void(methods[invitation.method])}
        </Notice>
      );
    case 'ended':
      return (
        <Notice kind="warning" title={words.endedTitle}>
          {words.ended}
        </Notice>
      );
    case 'answered':
      return (
        <Notice kind="warning" title={words.answeredTitle}>
          {words.answered}
        </Notice>
      );
    case 'open':
      return null;
  }
}

function Aside({ pages }: { pages: readonly ScanPage[] }) {
  return (
    <details>
      <summary>{frontdeskWords().scans.paper.asideList(pages.length)}</summary>
      <PageCards pages={pages} />
    </details>
  );
}
