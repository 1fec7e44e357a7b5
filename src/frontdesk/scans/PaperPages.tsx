import { useState } from 'preact/hooks';
import type { ScanPage } from '../../contract/scansApi.ts';
import { pageOfBox, type SignatureBox } from '../../domain/paperForm.ts';
import { Button } from '../../ui/Button.tsx';
import { Tick } from '../../ui/Choice.tsx';
import { Row, Stack } from '../../ui/Stack.tsx';
import { changes } from '../live.ts';
import { turnPage } from '../scanDoors.ts';
import { frontdeskWords } from '../text.ts';
import { MatchPage } from './MatchPage.tsx';
import { PagePicture } from './PagePicture.tsx';
import { SetAside } from './SetAside.tsx';

type PaperPagesProps = {
  pages: readonly ScanPage[];
  /** Those that make up the form, where they can still be chosen. */
  chosen?: readonly ScanPage[];
  onChoose?: (page: number, id: string) => void;
  shown: string | undefined;
  onShow: (id: string) => void;
};

/** The pages of a form, one of them large: at first the one to sign on. */
export function PaperPages({ pages, chosen, onChoose, shown, onShow }: PaperPagesProps) {
  const words = frontdeskWords().scans;
  const listed = pages.toSorted((a, b) => (a.page ?? 0) - (b.page ?? 0));
  const [first] = listed;
  if (!first) return null;
  const count = first.pages ?? 0;
  const usual = (chosen ?? listed).find(({ page }) => page === pageOfBox('patient', count)) ?? first;
  const large = listed.find(({ id }) => id === shown) ?? usual;
  const missing = Array.from({ length: count }, (_, at) => at + 1).filter(
    (number) => !listed.some(({ page }) => page === number),
  );
  const name = words.paper.pageOf(large.page ?? 0, large.pages ?? 0);
  return (
    <Stack>
      <div class="paper-strip" role="group" aria-label={words.paper.shown}>
        {listed.map((page) => (
          <Button key={page.id} kind="quiet" aria-pressed={page.id === large.id} onClick={() => onShow(page.id)}>
            {words.paper.pageOf(page.page ?? 0, page.pages ?? 0)}
          </Button>
        ))}
      </div>
      {missing.length > 0 && (
        <ul class="paper-lines">
          {missing.map((number) => (
            <li key={number}>{words.paper.missing(number)}</li>
          ))}
        </ul>
      )}
      <PagePicture {...large} alt={words.page.altForm(large.page ?? 0)} />
      <About page={large} />
      {chosen && onChoose && (
        <OpenPage
          key={large.id}
          page={large}
          name={name}
          isChosen={chosen.some(({ id }) => id === large.id)}
          isOne={listed.filter(({ page }) => page === large.page).length > 1}
          onChoose={onChoose}
        />
      )}
    </Stack>
  );
}

function About({ page }: { page: ScanPage }) {
  const words = frontdeskWords().scans;
  return (
    <ul class="paper-lines">
      <li dir="auto">{words.inbox.page(page.place, page.scanName)}</li>
      {page.found === 'hand' && <li>{words.page.byHand}</li>}
      {page.otherForm && <li>{words.paper.otherForm}</li>}
      {(Object.keys(page.ink) as SignatureBox[]).map((box) => {
        const seen = page.ink[box];
        return seen && <li key={box}>{words.paper[seen](words.boxes[box])}</li>;
      })}
    </ul>
  );
}

type OpenPageProps = {
  page: ScanPage;
  name: string;
  isChosen: boolean;
  /** One of several with this number. */
  isOne: boolean;
  onChoose: (page: number, id: string) => void;
};

function OpenPage({ page, name, isChosen, isOne, onChoose }: OpenPageProps) {
  const words = frontdeskWords().scans;
  const [asking, setAsking] = useState<'match' | 'aside'>();
  const close = (): void => setAsking(undefined);
  if (asking === 'match') return <MatchPage page={page} onClose={close} />;
  if (asking === 'aside') return <SetAside page={page} onClose={close} />;
  return (
    <Stack gap={1}>
      {isOne && (
        <>
          <p>{words.paper.twice(page.page ?? 0)}</p>
          <Tick id={`use-${page.id}`} checked={isChosen} onChange={() => onChoose(page.page ?? 0, page.id)}>
            {words.paper.use(page.page ?? 0)}
          </Tick>
        </>
      )}
      <Row gap={1}>
        <Button kind="plain" aria-label={words.page.turnOf(name)} onClick={() => void turn(page)}>
          {words.page.turn}
        </Button>
        <Button kind="plain" aria-label={`${words.page.aside}: ${name}`} onClick={() => setAsking('aside')}>
          {words.page.aside}
        </Button>
        <Button kind="plain" aria-label={`${words.page.match}: ${name}`} onClick={() => setAsking('match')}>
          {words.page.match}
        </Button>
      </Row>
    </Stack>
  );
}

async function turn({ id, turn: now }: ScanPage): Promise<void> {
  await turnPage(id, (now + 90) % 360);
  changes.value++;
}
