import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Answer } from '../../ui/api.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { createForm } from '../../ui/form.ts';
import { bind } from '../bind.ts';
import type { Mistake } from '../mistake.ts';
import { SaveForm } from '../SaveForm.tsx';
import { refreshSession } from '../session.ts';
import { frontdeskWords } from '../text.ts';

type PractitionerNameProps = {
  name: string;
  /** Whether the field takes the focus, since a person asked for it. */
  focused?: boolean;
  save: (name: string) => Promise<Answer<unknown>>;
  onClose?: () => void;
};

/** A name as the consent should say it: a new one, or another one for somebody who is there. */
export function PractitionerName({ name, focused, save, onClose }: PractitionerNameProps) {
  const { admin } = frontdeskWords();
  const words = admin.practitioners;
  const prefix = onClose ? 'rename' : 'new';
  const [form] = useState(() =>
    createForm<{ name: string }, Mistake>({ name }, (values): { name?: Mistake } => {
      if (!values.name.trim()) return { name: 'practitioner-name-missing' };
      return values.name.trim().length > 200 ? { name: 'too-long' } : {};
    }),
  );
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (focused) place.current?.querySelector('input')?.focus();
  }, []);

  async function saveName(values: { name: string }) {
    const answer = await save(values.name.trim());
    if (answer.ok) form.start({ name: '' });
    await refreshSession();
    return answer;
  }
  return (
    <div ref={place}>
      <SaveForm
        form={form}
        fields={['name']}
        prefix={prefix}
        save={saveName}
        label={onClose ? admin.save : words.add}
        saved={admin.saved}
        {...(onClose ? { onSaved: onClose } : {})}
        more={
          onClose && (
            <Button kind="quiet" onClick={onClose}>
              {words.keep}
            </Button>
          )
        }
      >
        <Field {...bind(form, prefix).text('name')} label={words.newName} dir="auto" />
      </SaveForm>
    </div>
  );
}
