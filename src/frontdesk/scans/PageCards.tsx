import { useState } from 'preact/hooks';
import type { ScanPage } from '../../contract/scansApi.ts';
import type { Problem } from '../../ui/api.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { dayAndTime, useNow } from '../../ui/moments.ts';
import { Notice } from '../../ui/Notice.tsx';
import { problemText } from '../../ui/problemText.ts';
import { Row } from '../../ui/Stack.tsx';
import { changes } from '../live.ts';
import { takePageBack, turnPage } from '../scanDoors.ts';
import { frontdeskWords } from '../text.ts';
import { MatchPage } from './MatchPage.tsx';
import { PagePicture } from './PagePicture.tsx';
import { SetAside } from './SetAside.tsx';

type Card = ScanPage & { invitation?: string | null };

/** Pages with what can be done with each. */
export function PageCards({ pages }: { pages: readonly Card[] }) {
  if (pages.length === 0) return null;
  return (
    <ul class="page-cards">
      {pages.map((page) => (
        <PageCard key={page.id} page={page} />
      ))}
    </ul>
  );
}

function PageCard({ page }: { page: Card }) {
  const words = frontdeskWords().scans;
  const now = useNow();
  const [large, setLarge] = useState(false);
  const [asking, setAsking] = useState<'match' | 'aside'>();
  const [problem, setProblem] = useState<Problem>();
  const name = words.inbox.page(page.place, page.scanName);
  const close = (): void => setAsking(undefined);

  async function done(work: ReturnType<typeof turnPage>): Promise<void> {
    const answer = await work;
    setProblem(answer.ok ? undefined : answer.problem);
    changes.value++;
  }
  return (
    <li class={large || asking ? 'page-card page-card-large' : 'page-card'}>
      <h3 dir="auto">{name}</h3>
      {page.why && page.state !== 'matched' && <p>{words.page.reasons[page.why]}</p>}
      {page.state === 'inbox' && page.page !== null && page.pages !== null && (
        <p>{words.inbox.told(page.page, page.pages)}</p>
      )}
      {page.state !== 'inbox' && <p>{words.page.states[page.state]}</p>}
      {page.settled?.note && <p dir="auto">{page.settled.note}</p>}
      {page.settled && <p>{words.page.settled(page.settled.by, dayAndTime(page.settled.at, now))}</p>}
      <PagePicture {...page} alt={words.page.alt(page.place, page.scanName)} />
      {problem && (
        <Notice kind="danger" live="alert">
          {problemText(problem)}
        </Notice>
      )}
      {asking === 'match' && <MatchPage page={page} onClose={close} />}
      {asking === 'aside' && <SetAside page={page} onClose={close} />}
      {!asking && (
        <Row gap={1}>
          {page.state === 'inbox' && (
            <>
              <Button aria-label={`${words.page.match}: ${name}`} onClick={() => setAsking('match')}>
                {words.page.match}
              </Button>
              <Button kind="quiet" aria-label={`${words.page.aside}: ${name}`} onClick={() => setAsking('aside')}>
                {words.page.aside}
              </Button>
            </>
          )}
          {page.state === 'aside' && (
            <Button
              kind="quiet"
              aria-label={`${words.page.back}: ${name}`}
              onClick={() => void done(takePageBack(page.id))}
            >
              {words.page.back}
            </Button>
          )}
          {page.picture && page.state !== 'confirmed' && (
            <Button
              kind="plain"
              aria-label={words.page.turnOf(name)}
              onClick={() => void done(turnPage(page.id, (page.turn + 90) % 360))}
            >
              {words.page.turn}
            </Button>
          )}
          {page.picture && (
            <Button
              kind="plain"
              aria-label={`${large ? words.page.smaller : words.page.larger}: ${name}`}
              onClick={() => setLarge(!large)}
            >
              {large ? words.page.smaller : words.page.larger}
            </Button>
          )}
          {page.invitation && (
            <ButtonLink kind="plain" href={`/invitations/${page.invitation}`}>
              {words.page.invitation}
            </ButtonLink>
          )}
        </Row>
      )}
    </li>
  );
}
