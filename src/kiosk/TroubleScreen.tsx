import type { StorageTrouble } from '../local/storageTrouble.ts';
import { Button } from '../ui/Button.tsx';
import { Page } from '../ui/Page.tsx';
import { kioskWords } from './text.ts';

/** The iPad's storage does not answer: what is known, and what to do. Nothing is deleted by any of it. */
export function TroubleScreen({ trouble, onAgain }: { trouble: StorageTrouble; onAgain: () => void }) {
  const words = kioskWords().trouble;
  return (
    <main class="kiosk-plain">
      <Page title={words.title} screen="trouble">
        <p role="alert">{words[trouble]}</p>
        <div>
          <Button onClick={onAgain}>{words.again}</Button>
        </div>
      </Page>
    </main>
  );
}
