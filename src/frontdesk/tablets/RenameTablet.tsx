import { useState } from 'preact/hooks';
import type { DeviceRow } from '../../contract/staffApi.ts';
import type { Problem } from '../../ui/api.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { createForm } from '../../ui/form.ts';
import { problemText } from '../../ui/problemText.ts';
import { Row } from '../../ui/Stack.tsx';
import { bind } from '../bind.ts';
import { renameTablet } from '../doors.ts';
import { changes } from '../live.ts';
import type { Mistake } from '../mistake.ts';
import { Panel } from '../Panel.tsx';
import { frontdeskWords } from '../text.ts';

export function RenameTablet({ device, onClose }: { device: DeviceRow; onClose: () => void }) {
  const words = frontdeskWords().tablets;
  const [form] = useState(() =>
    createForm<{ name: string }, Mistake>({ name: device.name }, ({ name }): { name?: Mistake } => {
      if (!name.trim()) return { name: 'tablet-name-missing' };
      return name.trim().length > 60 ? { name: 'too-long' } : {};
    }),
  );
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  async function save(): Promise<void> {
    if (busy || !form.submit(['name'])) return;
    setBusy(true);
    const answer = await renameTablet(device.id, form.values.value.name.trim());
    setBusy(false);
    changes.value++;
    if (answer.ok) onClose();
    else setProblem(answer.problem);
  }
  return (
    <Panel title={words.renameOf(device.name)}>
      <form
        class="form"
        noValidate
        onSubmit={(sending) => {
          sending.preventDefault();
          void save();
        }}
      >
        <Field {...bind(form, 'tablet').text('name')} label={words.newName} hint={words.newNameHint} dir="auto" />
        {problem && <p role="alert">{problemText(problem)}</p>}
        <Row>
          <Button type="submit" busy={busy && words.saving}>
            {words.saveName}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {words.keep}
          </Button>
        </Row>
      </form>
    </Panel>
  );
}
