import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { newId } from '../../contract/newId.ts';
import type { Role } from '../../domain/roles.ts';
import { BackLink } from '../../ui/BackLink.tsx';
import { Field } from '../../ui/Field.tsx';
import { createForm, type Mistakes } from '../../ui/form.ts';
import { Page } from '../../ui/Page.tsx';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { addStaff } from '../adminDoors.ts';
import { bind } from '../bind.ts';
import type { Mistake } from '../mistake.ts';
import { SaveForm } from '../SaveForm.tsx';
import { passwordMistake, pinMistake } from '../secrets.ts';
import { frontdeskWords } from '../text.ts';
import { RoleChoice } from './RoleChoice.tsx';

type Values = { name: string; role: Role; login: string; password: string; pin: string };

const fields = ['name', 'role', 'login', 'password', 'pin'] as const satisfies (keyof Values)[];

/** Makes a log-in for somebody. */
export function NewStaffPage() {
  const words = frontdeskWords().admin.staff;
  const { route } = useLocation();
  const [id] = useState(() => newId());
  const [form] = useState(newForm);
  const { text, choice } = bind(form, 'staff');
  return (
    <Page title={words.add} lead={words.addLead} back={<BackLink href="/staff">{words.back}</BackLink>}>
      <SaveForm
        form={form}
        fields={fields}
        prefix="staff"
        label={words.add}
        busy={words.adding}
        save={({ name, role, login, password, pin }) =>
          addStaff({ id, name: name.trim(), role, login: login.trim(), password, pin })
        }
        mark={({ code }) => (code === 'login-taken' ? { field: 'login', mistake: 'login-taken' } : undefined)}
        onSaved={() => route('/staff')}
      >
        <Field {...text('name')} label={words.name} dir="auto" />
        <RoleChoice {...choice('role')} />
        <Field {...text('login')} label={words.login} hint={words.loginHint} autoCapitalize="none" dir="ltr" />
        <PasswordField
          {...text('password')}
          label={words.password}
          hint={words.passwordHint}
          autoComplete="new-password"
        />
        <PasswordField {...text('pin')} label={words.pin} hint={words.pinHint} autoComplete="off" inputMode="numeric" />
      </SaveForm>
    </Page>
  );
}

function newForm() {
  const empty: Values = { name: '', role: 'front-desk', login: '', password: '', pin: '' };
  return createForm<Values, Mistake>(empty, ({ name, login, password, pin }) => {
    const mistakes: Mistakes<Values, Mistake> = {};
    const [wrongPassword, wrongPin] = [passwordMistake(password), pinMistake(pin)];
    if (!name.trim()) mistakes.name = 'staff-name-missing';
    else if (name.trim().length > 150) mistakes.name = 'too-long';
    if (!login.trim()) mistakes.login = 'login-missing';
    else if (/\s/.test(login.trim())) mistakes.login = 'login-has-space';
    else if (login.trim().length > 100) mistakes.login = 'too-long';
    if (wrongPassword) mistakes.password = wrongPassword;
    if (wrongPin) mistakes.pin = wrongPin;
    return mistakes;
  });
}
