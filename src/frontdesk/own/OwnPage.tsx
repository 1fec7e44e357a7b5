import { useState } from 'preact/hooks';
import type { Session } from '../../contract/staffApi.ts';
import type { Problem } from '../../ui/api.ts';
import { createForm, type Mistakes } from '../../ui/form.ts';
import { Page } from '../../ui/Page.tsx';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { changeOwnPassword, changeOwnPin } from '../adminDoors.ts';
import { bind } from '../bind.ts';
import type { Mistake } from '../mistake.ts';
import { Panel } from '../Panel.tsx';
import { SaveForm } from '../SaveForm.tsx';
import { passwordMistake, pinMistake } from '../secrets.ts';
import { frontdeskWords } from '../text.ts';

/** Everybody's own password and PIN, each changed with the present password. */
export function OwnPage({ session }: { session: Session }) {
  const words = frontdeskWords().admin.own;
  return (
    <Page title={words.title} lead={words.lead(session.staff.name)}>
      <Panel title={words.password}>
        <OwnPassword />
      </Panel>
      <Panel title={words.pin}>
        <p>{words.pinLead}</p>
        <OwnPin />
      </Panel>
    </Page>
  );
}

type Values = { present: string; secret: string };

const fields = ['present', 'secret'] as const;
const empty: Values = { present: '', secret: '' };

function newForm(mistakeOf: (secret: string) => Mistake | undefined) {
  return createForm<Values, Mistake>(empty, ({ present, secret }) => {
    const mistakes: Mistakes<Values, Mistake> = {};
    const mistake = mistakeOf(secret);
    if (!present) mistakes.present = 'present-password-missing';
    if (mistake) mistakes.secret = mistake;
    return mistakes;
  });
}

/** The field with the password is the one to look at again. */
function mark({ code }: Problem): { field: 'present'; mistake: Mistake } | undefined {
  return code === 'wrong-password' ? { field: 'present', mistake: 'present-password-wrong' } : undefined;
}

function OwnPassword() {
  const { admin } = frontdeskWords();
  const [form] = useState(() => newForm(passwordMistake));
  const { text } = bind(form, 'own-password');

  async function save({ present, secret }: Values) {
    const answer = await changeOwnPassword(present, secret);
    if (answer.ok) form.start(empty);
    return answer;
  }
  return (
    <SaveForm
      form={form}
      fields={fields}
      prefix="own-password"
      save={save}
      mark={mark}
      label={admin.own.savePassword}
      saved={admin.own.passwordChanged}
    >
      <PasswordField {...text('present')} label={admin.own.present} autoComplete="current-password" />
      <PasswordField
        {...text('secret')}
        label={admin.own.newPassword}
        hint={admin.staff.passwordHint}
        autoComplete="new-password"
      />
    </SaveForm>
  );
}

function OwnPin() {
  const { admin } = frontdeskWords();
  const [form] = useState(() => newForm(pinMistake));
  const { text } = bind(form, 'own-pin');

  async function save({ present, secret }: Values) {
    const answer = await changeOwnPin(present, secret);
    if (answer.ok) form.start(empty);
    return answer;
  }
  return (
    <SaveForm
      form={form}
      fields={fields}
      prefix="own-pin"
      save={save}
      mark={mark}
      label={admin.own.savePin}
      saved={admin.own.pinChanged}
    >
      <PasswordField {...text('present')} label={admin.own.present} autoComplete="current-password" />
      <PasswordField
        {...text('secret')}
        label={admin.own.newPin}
        hint={admin.staff.pinHint}
        autoComplete="off"
        inputMode="numeric"
      />
    </SaveForm>
  );
}
