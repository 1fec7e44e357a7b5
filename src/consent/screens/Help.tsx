import { Button } from '../../ui/Button.tsx';
import { Page } from '../../ui/Page.tsx';
import { DeskCalled } from '../DeskCalled.tsx';
import type { ConsentSession } from '../session.ts';
import { consentWords, wordsHere } from '../text.ts';

/** Large words to hold up, so that staff see them; and back to the same place. */
export function Help({ session, onBack }: { session: ConsentSession; onBack: () => void }) {
  const words = consentWords().help;
  return (
    <Page title={words.title} screen="help">
      <p class="hold-up">{words.holdUp}</p>
      <DeskCalled session={session} />
      <p>{wordsHere(session).help}</p>
      <div>
        <Button
          onClick={() => {
            void session.matter.callDesk?.(false);
            onBack();
          }}
        >
          {words.back}
        </Button>
      </div>
    </Page>
  );
}
