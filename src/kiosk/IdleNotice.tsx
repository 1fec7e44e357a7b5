import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { kioskWords } from './text.ts';

/** Says that the screen is about to be covered. Any touch goes on as well. */
export function IdleNotice({ onGoOn }: { onGoOn: () => void }) {
  const words = kioskWords().idle;
  return (
    <div class="idle-notice">
      <Notice kind="warning" live="alert" title={words.title}>
        <p>{words.text}</p>
        <div>
          <Button onClick={onGoOn}>{words.goOn}</Button>
        </div>
      </Notice>
    </div>
  );
}
