import { Page } from '../../ui/Page.tsx';
import { consentWords } from '../text.ts';

/** After too many wrong birth dates: nothing more is shown or asked. */
export function AskDesk() {
  const words = consentWords().askDesk;
  return (
    <Page title={words.title} screen="ask-desk">
      <p role="alert">{words.text}</p>
    </Page>
  );
}
