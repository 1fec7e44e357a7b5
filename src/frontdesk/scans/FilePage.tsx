import { BackLink } from '../../ui/BackLink.tsx';
import { ButtonLink } from '../../ui/Button.tsx';
import { Page } from '../../ui/Page.tsx';
import { LiveProblem } from '../LiveProblem.tsx';
import { Panel } from '../Panel.tsx';
import { originalAddress, scanFile } from '../scanDoors.ts';
import { frontdeskWords } from '../text.ts';
import { useLive } from '../useLive.ts';
import { FileState } from './FilesTable.tsx';
import { PageCards } from './PageCards.tsx';
import './scans.css';

/** One file with all of its pages, those that were set aside as well: nothing of it is lost. */
export function FilePage({ params }: { params?: { id?: string } }) {
  const words = frontdeskWords().scans;
  const id = params?.id ?? '';
  const { value, problem } = useLive(`scan ${id}`, (signal) => scanFile(id, signal));
  const back = <BackLink href="/scans">{words.files.back}</BackLink>;
  if (!value) {
    return (
      <Page key="empty" title={problem?.code === 'not-found' ? words.files.missing : words.title} back={back}>
        <LiveProblem problem={problem} empty />
      </Page>
    );
  }
  const { file, pages } = value;
  return (
    <Page
      key={id}
      title={file.name}
      lead={<FileState file={file} />}
      back={back}
      actions={
        <ButtonLink kind="quiet" href={originalAddress(id)} newTab>
          {words.files.original}
        </ButtonLink>
      }
    >
      <LiveProblem problem={problem} empty={false} />
      <Panel title={words.files.pages}>
        <PageCards pages={pages} />
      </Panel>
    </Page>
  );
}
