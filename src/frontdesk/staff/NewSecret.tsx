import { useState } from 'preact/hooks';
import type { Answer } from '../../ui/api.ts';
import { createForm } from '../../ui/form.ts';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { bind } from '../bind.ts';
import type { Mistake } from '../mistake.ts';
import { SaveForm } from '../SaveForm.tsx';
import { frontdeskWords } from '../text.ts';

type NewSecretProps = {
  prefix: 'password' | 'pin';
  label: string;
  hint: string;
  button: string;
  mistakeOf: (secret: string) => Mistake | undefined;
  save: (secret: string) => Promise<Answer<unknown>>;
};

/** A new password or PIN for somebody else; it is forgotten here as soon as it is saved. */
export function NewSecret({ prefix, label, hint, button, mistakeOf, save }: NewSecretProps) {
  const words = frontdeskWords().admin;
  const [form] = useState(() =>
    createForm<{ secret: string }, Mistake>({ secret: '' }, ({ secret }): { secret?: Mistake } => {
      const mistake = mistakeOf(secret);
      return mistake ? { secret: mistake } : {};
    }),
  );
  async function saveSecret({ secret }: { secret: string }) {
    const answer = await save(secret);
    if (answer.ok) form.start({ secret: '' });
    return answer;
  }
  return (
    <SaveForm form={form} fields={['secret']} prefix={prefix} save={saveSecret} label={button} saved={words.saved}>
      <PasswordField
        {...bind(form, prefix).text('secret')}
        label={label}
        hint={hint}
        autoComplete={prefix === 'pin' ? 'off' : 'new-password'}
        inputMode={prefix === 'pin' ? 'numeric' : 'text'}
      />
    </SaveForm>
  );
}
