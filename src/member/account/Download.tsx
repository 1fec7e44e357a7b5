import { useState } from 'preact/hooks';
import type { Problem } from '../../ui/api.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { problemText } from '../../ui/problemText.ts';
import { download } from './doors.ts';
import { memberWords } from './text.ts';

type DownloadProps = {
  path: string;
  /** What the file is called: nothing of anybody, since it stands in lists of downloads. */
  name: string;
  children: string;
};

/** Saves a document on this device, and says how that went. */
export function Download({ path, name, children }: DownloadProps) {
  const words = memberWords().home;
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState<Problem | 'saved'>();
  async function save(): Promise<void> {
    setBusy(true);
    setTold(undefined);
    const answer = await download(path, name);
    setBusy(false);
    setTold(answer.ok ? 'saved' : answer.problem);
  }
  return (
    <div class="member-ways">
      <Button kind="quiet" busy={busy && words.downloading} onClick={() => void save()}>
        {children}
      </Button>
      {told === 'saved' && <p role="status">{words.saved}</p>}
      {told !== undefined && told !== 'saved' && (
        <Notice kind="danger" live="alert">
          {problemText(told)}
        </Notice>
      )}
    </div>
  );
}
