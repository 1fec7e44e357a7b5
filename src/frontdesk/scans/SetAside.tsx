import { useState } from 'preact/hooks';
import type { ScanPage } from '../../contract/scansApi.ts';
import type { Problem } from '../../ui/api.ts';
import { Button } from '../../ui/Button.tsx';
import { createForm } from '../../ui/form.ts';
import { Notice } from '../../ui/Notice.tsx';
import { problemText } from '../../ui/problemText.ts';
import { Row } from '../../ui/Stack.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { bind } from '../bind.ts';
import { changes } from '../live.ts';
import type { Mistake } from '../mistake.ts';
import { setPageAside } from '../scanDoors.ts';
import { frontdeskWords } from '../text.ts';

/** Asks why a page is nobody's. */
export function SetAside({ page, onClose }: { page: Pick<ScanPage, 'id'>; onClose: () => void }) {
  const words = frontdeskWords().scans.aside;
  const [form] = useState(() =>
    createForm<{ note: string }, Mistake>({ note: '' }, ({ note }): { note?: Mistake } => {
      if (!note.trim()) return { note: 'why-aside-missing' };
      return note.length > 500 ? { note: 'too-long' } : {};
    }),
  );
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  async function setAside(): Promise<void> {
    if (busy || !form.submit(['note'])) return;
    setBusy(true);
    const answer = await setPageAside(page.id, form.values.value.note.trim());
    setBusy(false);
    setProblem(answer.ok ? undefined : answer.problem);
    changes.value++;
    if (answer.ok) onClose();
  }
  return (
    <form
      class="form form-narrow"
      noValidate
      aria-label={words.title}
      onSubmit={(sending) => {
        sending.preventDefault();
        void setAside();
      }}
    >
      <TextArea {...bind(form, `aside-${page.id}`).text('note')} label={words.why} hint={words.hint} rows={2} />
      {problem && (
        <Notice kind="danger" live="alert" title={words.failed}>
          {problemText(problem)}
        </Notice>
      )}
      <Row>
        <Button type="submit" busy={busy && words.busy}>
          {words.button}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {words.cancel}
        </Button>
      </Row>
    </form>
  );
}
