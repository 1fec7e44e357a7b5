import { useEffect, useErrorBoundary } from 'preact/hooks';
import { storageTrouble } from '../../local/storageTrouble.ts';
import { Button } from '../../ui/Button.tsx';
import { Page } from '../../ui/Page.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { Answered } from './Answered.tsx';
import { tokenInAddress } from './address.ts';
import { AskBirthDate } from './AskBirthDate.tsx';
import { OwnFrame } from './OwnFrame.tsx';
import { Over } from './Over.tsx';
import { ReadingWay } from './ReadingWay.tsx';
import { start } from './start.ts';
import { inApp } from './state.ts';
import { inAppWords } from './text.ts';

/** The page of a link in a mail: a patient reads and answers on a device of their own. */
export function InApp() {
  const [error] = useErrorBoundary();
  useEffect(() => {
    const open = (): void => void start(tokenInAddress());
    open();
    // Another link opened in the same window is another form.
    window.addEventListener('hashchange', open);
    return () => window.removeEventListener('hashchange', open);
  }, []);
  const words = inAppWords();
  const again = (): void => location.reload();
  const now = inApp.value;
  if (error !== undefined || now.is === 'unfit') {
    const phone = '';
    return (
      <OwnFrame>
        <Page title={words.unfit.title} screen={storageTrouble(error)}>
          <p>{words.unfit.text(phone)}</p>
          <div>
            <Button onClick={again}>{words.unfit.again}</Button>
          </div>
        </Page>
      </OwnFrame>
    );
  }
  switch (now.is) {
    case 'starting':
      return (
        <OwnFrame>
          <Waiting>{words.starting}</Waiting>
        </OwnFrame>
      );
    case 'no-link':
      return (
        <OwnFrame>
          <Page title={words.noLink.title} screen="no-link">
            <p>{words.noLink.text}</p>
          </Page>
        </OwnFrame>
      );
    case 'no-answer':
      return (
        <OwnFrame>
          <Page title={words.noAnswer.title} screen="no-answer">
            <p>{words.noAnswer.text}</p>
            <div>
              <Button onClick={again}>{words.noAnswer.again}</Button>
            </div>
          </Page>
        </OwnFrame>
      );
    case 'over':
      return <Over why={now.why} practice={now.practice} />;
    case 'closed':
    case 'begun':
      return <AskBirthDate now={now} />;
    case 'reading':
      return <ReadingWay reading={now.reading} />;
    case 'answered':
      return <Answered sealed={now.answered} />;
  }
}
