import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Stack } from '../ui/Stack.tsx';
import { kioskWords } from './text.ts';

/** Says what happens to this screen soon, unless somebody is there. Any touch goes on as well. */
export function IdleNotice({ text, onGoOn }: { text: string; onGoOn: () => void }) {
  const words = kioskWords().idle;
  return (
    <div class="idle-notice">
      <Notice kind="warning" live="alert" title={words.title}>
        <Stack gap={2}>
          <p>{text}</p>
          <div>
            <Button onClick={onGoOn}>{words.goOn}</Button>
          </div>
        </Stack>
      </Notice>
    </div>
  );
}
