import { DAYS } from '../../contract/people.ts';
import type { Session } from '../../contract/staffApi.ts';
import { readBirthDate } from '../../domain/birthDate.ts';
import { METHODS } from '../../domain/invitation.ts';
import { SEXES } from '../../domain/people.ts';
import { Choice, Choices } from '../../ui/Choice.tsx';
import { Field } from '../../ui/Field.tsx';
import { languageName } from '../../ui/language.ts';
import { calendarDay, today } from '../../ui/moments.ts';
import { Select, type Option } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { timeOptions } from '../add/times.ts';
import { bind } from '../bind.ts';
import { dayName } from '../contactTimes.ts';
import { FormSection } from '../FormSection.tsx';
import { frontdeskWords } from '../text.ts';
import { zoneOptions } from '../zones.ts';
import type { Editing } from './editing.ts';

type FieldsProps = { editing: Editing; session: Session };

/** Who is invited and how they sign: until they answered. */
export function PatientFields({ editing, session }: FieldsProps) {
  const words = frontdeskWords();
  const names = words.invitation;
  const { text, choice } = bind(editing.form, 'edit');
  const { birthDate, email } = editing.form.values.value;
  const read = readBirthDate(birthDate, today());
  return (
    <>
      <FormSection title={names.who}>
        <Field {...text('first')} label={names.first} optional dir="auto" />
        <Field {...text('last')} label={names.last} dir="auto" />
        <Field {...text('preferred')} label={names.preferred} optional dir="auto" />
        <Field {...text('suffix')} label={names.suffix} optional dir="auto" short />
        <Field
          {...text('birthDate')}
          label={names.birthDate}
          hint={names.birthDateHint}
          echo={read.ok ? calendarDay(read.date) : undefined}
          dir="ltr"
          short
        />
        <Select
          {...choice('sex')}
          label={names.sex}
          short
          options={SEXES.map((sex) => ({ value: sex, label: words.sexes[sex] }))}
        />
      </FormSection>
      <FormSection title={names.reach}>
        <Field {...text('phone')} label={names.phone} type="tel" optional dir="ltr" short />
        <Select {...choice('language')} label={names.language} short options={languageOptions(editing, session)} />
        <Field {...text('email')} label={names.email} hint={names.emailHint} type="email" optional dir="ltr" />
        <Field {...text('address')} label={names.address} optional dir="auto" />
      </FormSection>
      <FormSection title={names.practice}>
        <Field {...text('recordNumber')} label={names.recordNumber} optional dir="ltr" short />
        <Select
          {...choice('practitioner')}
          label={names.practitioner}
          options={practitionerOptions(editing, session)}
        />
        <div class="form-wide">
          <Choice
            {...choice('method')}
            label={names.method}
            options={METHODS.map((method) => ({
              value: method,
              label: words.methods[method],
              description: names.methodHints[method],
              unavailable: method === 'app' && !email.trim() ? words.add.appNeedsEmail : undefined,
            }))}
          />
        </div>
      </FormSection>
    </>
  );
}

/** When and how to call: as long as the invitation is there. */
export function ContactFields({ editing }: { editing: Editing }) {
  const words = frontdeskWords().invitation;
  const { text, choice } = bind(editing.form, 'edit');
  const { from, to, zone } = editing.form.values.value;
  return (
    <FormSection title={words.contactTitle}>
      <div class="form-wide">
        <Choices
          {...choice('days')}
          label={words.days}
          hint={words.daysHint}
          row
          options={DAYS.map((day) => ({ value: day, label: dayName(day) }))}
        />
      </div>
      <Select {...choice('from')} label={words.from} options={timesWith(from)} />
      <Select {...choice('to')} label={words.to} options={timesWith(to)} />
      <Select {...choice('zone')} label={words.zone} options={zoneOptions(zone)} />
      <Field
        {...text('contactPhone')}
        label={words.contactPhone}
        hint={words.contactPhoneHint}
        type="tel"
        optional
        dir="ltr"
        short
      />
      <div class="form-wide">
        <TextArea {...text('note')} label={words.note} optional />
      </div>
    </FormSection>
  );
}

/** The usual times, and the present one where it is another. */
function timesWith(present: string): Option[] {
  const usual = timeOptions(frontdeskWords().invitation.anyTime);
  if (usual.some(({ value }) => value === present)) return usual;
  return [...usual, { value: present, label: present }];
}

export function practitionerOptions({ stored }: Editing, { practitioners }: Session): Option[] {
  const { practitioner, practitionerName } = stored.value;
  const options = practitioners.map(({ id, name }) => ({ value: id, label: name }));
  // Whoever no longer takes new patients stays with those they have.
  if (options.some(({ value }) => value === practitioner)) return options;
  return [...options, { value: practitioner, label: practitionerName }];
}

function languageOptions({ stored }: Editing, { practice }: Session): Option[] {
  const tags = [...new Set([...practice.languages, stored.value.language])];
  return tags.map((tag) => ({ value: tag, label: languageName(tag) }));
}
