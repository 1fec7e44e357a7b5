import { DAYS } from '../../contract/people.ts';
import { Button } from '../../ui/Button.tsx';
import { Choices } from '../../ui/Choice.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { Field } from '../../ui/Field.tsx';
import { language, localeOf } from '../../ui/language.ts';
import { Page } from '../../ui/Page.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { bind } from '../bind.ts';
import { frontdeskWords } from '../text.ts';
import { zoneOptions } from '../zones.ts';
import { BackStep } from './BackStep.tsx';
import { filledIn, type Household } from './household.ts';
import { withoutEmail } from './lookUp.ts';
import { calledBy } from './naming.ts';
import { Restored } from './Restored.tsx';
import { StepProblem } from './StepProblem.tsx';
import type { Steps } from './steps.ts';
import { timeOptions } from './times.ts';
import { zoneGuessOf } from './toHousehold.ts';
import { contactFields } from './values.ts';

type ContactStepProps = { household: Household; steps: Steps; onNext: () => void };

/** When and how the household wants to be called, and what the Health Assistant should know. */
export function ContactStep({ household, steps, onNext }: ContactStepProps) {
  const words = frontdeskWords().add;
  const { contact, sending, looking, members } = household;
  const { errors, attempt } = bind(contact, 'contact').summary(contactFields);
  const names = members.value.map(calledBy);
  const busy = sending.value.at === 'sending' ? words.sending : looking.value && words.looking;
  return (
    <Page
      title={words.contactTitle}
      lead={names.length > 1 ? words.contactLeadAll(listed(names)) : words.contactLead(names[0] ?? '')}
      back={<BackStep steps={steps} to="people" />}
    >
      <Restored household={household} />
      <ErrorSummary errors={errors} attempt={attempt} />
      <StepProblem household={household} />
      <form
        class="form form-narrow"
        noValidate
        onSubmit={(leaving) => {
          leaving.preventDefault();
          if (!busy && contact.submit(contactFields)) onNext();
        }}
      >
        <ContactFields household={household} />
        <div class="form-buttons">
          <Button type="submit" busy={busy}>
            {withoutEmail(household).length > 0 ? words.next : words.send(names.length)}
          </Button>
        </div>
      </form>
    </Page>
  );
}

function ContactFields({ household }: { household: Household }) {
  const words = frontdeskWords().add;
  const { text, choice } = bind(household.contact, 'contact');
  const { zone, contactPhone } = household.contact.values.value;
  const { phone } = filledIn(household, household.patient.value);
  const guess = zoneGuessOf(household);
  const presentZone = zone ?? guess.zone;
  const times = timeOptions(words.anyTime);
  return (
    <>
      <Choices
        {...choice('days')}
        label={words.days}
        hint={words.daysHint}
        row
        options={DAYS.map((day) => ({ value: day, label: words.dayNames[day] }))}
      />
      <div class="form-grid">
        <Select {...choice('from')} label={words.from} options={times} />
        <Select {...choice('to')} label={words.to} options={times} />
      </div>
      <Select
        {...choice('zone')}
        value={presentZone}
        label={words.zone}
        hint={
          zone === undefined && (guess.from === 'address' ? words.zoneByAddress(guess.state) : words.zoneOfPractice)
        }
        options={zoneOptions(presentZone)}
      />
      <Field
        {...text('contactPhone')}
        value={contactPhone ?? phone}
        label={words.contactPhone}
        hint={phone.trim() ? words.contactPhoneHint : undefined}
        type="tel"
        optional={!phone.trim()}
        dir="ltr"
        short
      />
      <TextArea {...text('note')} label={words.note} hint={words.noteHint} optional />
    </>
  );
}

function listed(names: readonly string[]): string {
  return new Intl.ListFormat(localeOf(language.value)).format(names);
}
