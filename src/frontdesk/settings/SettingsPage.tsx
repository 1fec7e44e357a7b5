import { useEffect, useState } from 'preact/hooks';
import { MOST_EXPIRE_DAYS, type Settings } from '../../contract/adminApi.ts';
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
import { Seal } from './Seal.tsx';

/** As typed: a number is one only once it is saved. */
type Typed = Omit<Settings, 'reminders' | 'expireDays'> & { reminders: string; expireDays: string };

const fields = ['name', 'phone', 'zone', 'method', 'reminders', 'expireDays'] as const satisfies (keyof Typed)[];

/** What holds for the whole practice. */
export function SettingsPage() {
  const words = frontdeskWords().admin.settings;
  const { value, problem } = useLive('settings', settings);
  return (
    <Page title={words.title} lead={words.lead}>
      <LiveProblem problem={problem} empty={!value} />
      {value && <SettingsForm stored={value} />}
      <Seal />
    </Page>
  );
}

function SettingsForm({ stored }: { stored: Settings }) {
  const { admin, mail, methods, invitation } = frontdeskWords();
  const words = admin.settings;
  const [form] = useState(() => createForm<Typed, Mistake>(typed(stored), check));
  // What another desk saves shows at once, where nothing is typed here.
  useEffect(() => {
    if (!form.dirty.value) form.start(typed(stored));
  }, [form, stored]);
  const { text, choice } = bind(form, 'settings');

  async function save({ name, phone, zone, method, reminders, expireDays }: Typed) {
    const answer = await changeSettings({
      name: name.trim(),
      phone: phone.trim(),
      zone,
      method,
      reminders: Number(reminders),
      expireDays: Number(expireDays),
    });
    if (answer.ok) form.start(typed(answer.value));
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
      <Field
        {...text('reminders')}
        label={mail.settings.reminders}
        hint={mail.settings.remindersHint}
        inputMode="numeric"
        short
      />
      <Field {...text('expireDays')} label={words.expireDays} hint={words.expireDaysHint} inputMode="numeric" short />
    </SaveForm>
  );
}

function typed(stored: Settings): Typed {
  return { ...stored, reminders: String(stored.reminders), expireDays: String(stored.expireDays) };
}

function check({ name, phone, reminders, expireDays }: Typed): Mistakes<Typed, Mistake> {
  const mistakes: Mistakes<Typed, Mistake> = {};
  if (!/^ *\d{1,4} *$/.test(expireDays) || Number(expireDays) > MOST_EXPIRE_DAYS) mistakes.expireDays = 'days-wrong';
  if (!/^ *[0-5] *$/.test(reminders)) mistakes.reminders = 'reminders-wrong';
  if (!name.trim()) mistakes.name = 'practice-name-missing';
  else if (name.trim().length > 200) mistakes.name = 'too-long';
  if (!phone.trim()) mistakes.phone = 'practice-phone-missing';
  else if (!readPhone(phone).ok) mistakes.phone = 'phone-unreadable';
  else if (phone.trim().length > 40) mistakes.phone = 'too-long';
  return mistakes;
}
