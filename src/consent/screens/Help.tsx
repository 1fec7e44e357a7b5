import { Button } from '../../ui/Button.tsx';
import { Page } from '../../ui/Page.tsx';
import { consentWords } from '../text.ts';

/** Large words to hold up, so that staff see them; and back to the same place. */
export function Help({ onBack }: { onBack: () => void }) {
  const words = consentWords().help;
  return (
    <Page title={words.title} screen="help">
      <p>{words.text}</p>
      <div>
        <Button onClick={onBack}>{words.back}</Button>
      </div>
    </Page>
  );
}
