import { useEffect, useState } from 'preact/hooks';
import type { Settings } from '../../contract/adminApi.ts';
import { readPhone } from '../../domain/contactDetails.ts';
import { METHODS } from '../../domain/invitation.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Field } from '../../ui/Field.tsx';
import { createForm, type Mistakes } from '../../ui/form.ts';
import { Page } from '../../ui/Page.tsx';
import { Select } from '../../ui/Select.tsx';
import { changeSettings, settings } from '../adminDoors.ts';
import { bind } from '../bind.ts';
import { LiveProblem } from '../LiveProblem.tsx';
import type { Mistake } from '../mistake.ts';
import { SaveForm } from '../SaveForm.tsx';
import { refreshSession } from '../session.ts';
import { frontdeskWords } from '../text.ts';
import { useLive } from '../useLive.ts';
import { zoneOptions } from '../zones.ts';

const fields = ['name', 'phone', 'zone', 'method'] as const satisfies (keyof Settings)[];

/** What holds for the whole practice. */
export function SettingsPage() {
  const words = frontdeskWords().admin.settings;
  const { value, problem } = useLive('settings', settings);
  return (
    <Page title={words.title} lead={words.lead}>
      <LiveProblem problem={problem} empty={!value} />
      {value && <SettingsForm stored={value} />}
    </Page>
  );
}

function SettingsForm({ stored }: { stored: Settings }) {
  const { admin, methods, invitation } = frontdeskWords();
  const words = admin.settings;
  const [form] = useState(() => createForm<Settings, Mistake>(stored, check));
  // What another desk saves shows at once, where nothing is typed here.
  useEffect(() => {
    if (!form.dirty.value) form.start(stored);
  }, [form, stored]);
  const { text, choice } = bind(form, 'settings');

  async function save({ name, phone, zone, method }: Settings) {
    const answer = await changeSettings({ name: name.trim(), phone: phone.trim(), zone, method });
    if (answer.ok) form.start(answer.value);
    await refreshSession();
    return answer;
  }
  return (
    <SaveForm form={form} fields={fields} prefix="settings" save={save} saved={admin.saved}>
      <Field {...text('name')} label={words.name} hint={words.nameHint} autoComplete="organization" dir="auto" />
      <Field {...text('phone')} label={words.phone} hint={words.phoneHint} type="tel" dir="ltr" short />
      <Select {...choice('zone')} label={words.zone} options={zoneOptions(form.values.value.zone)} />
      <Choice
        {...choice('method')}
        label={words.method}
        hint={words.methodHint}
        options={METHODS.map((method) => ({
          value: method,
          label: methods[method],
          description: invitation.methodHints[method],
        }))}
      />
    </SaveForm>
  );
}

function check({ name, phone }: Settings): Mistakes<Settings, Mistake> {
  const mistakes: Mistakes<Settings, Mistake> = {};
  if (!name.trim()) mistakes.name = 'practice-name-missing';
  else if (name.trim().length > 200) mistakes.name = 'too-long';
  if (!phone.trim()) mistakes.phone = 'practice-phone-missing';
  else if (!readPhone(phone).ok) mistakes.phone = 'phone-unreadable';
  else if (phone.trim().length > 40) mistakes.phone = 'too-long';
  return mistakes;
}
