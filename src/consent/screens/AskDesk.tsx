import { Page } from '../../ui/Page.tsx';
import { DeskCalled } from '../DeskCalled.tsx';
import type { ConsentSession } from '../session.ts';
import { wordsHere } from '../text.ts';

/** After too many wrong birth dates: nothing more is shown or asked. */
export function AskDesk({ session }: { session: ConsentSession }) {
  const words = wordsHere(session);
  return (
    <Page title={words.askTitle} screen="ask-desk">
      <p role="alert">{words.ask}</p>
      <DeskCalled session={session} />
    </Page>
  );
}
