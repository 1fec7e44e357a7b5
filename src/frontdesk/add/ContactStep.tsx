import { DAYS } from '../../contract/people.ts';
import { greetingName } from '../../domain/people.ts';
import { BackLink } from '../../ui/BackLink.tsx';
import { Button } from '../../ui/Button.tsx';
import { Choices } from '../../ui/Choice.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { Field } from '../../ui/Field.tsx';
import { Page } from '../../ui/Page.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { bind } from '../bind.ts';
import { frontdeskWords } from '../text.ts';
import { zoneOptions } from '../zones.ts';
import { contactFields, draft, sending } from './draft.ts';
import { StepProblem } from './StepProblem.tsx';
import { timeOptions } from './times.ts';
import { nameOf } from './toInvitation.ts';

type ContactStepProps = {
  onNext: () => void;
  /** With an e-mail address nothing comes between this page and the sending. */
  lastStep: boolean;
};

/** When and how the patient wants to be called, and what the Health Assistant should know. */
export function ContactStep({ onNext, lastStep }: ContactStepProps) {
  const words = frontdeskWords().add;
  const { summary } = bind(draft, 'add');
  const busy = sending.value.at === 'sending';
  return (
    <Page
      title={words.contactTitle}
      lead={words.contactLead(greetingName(nameOf(draft.values.value)))}
      back={<BackLink href="/add">{words.back}</BackLink>}
    >
      <ErrorSummary {...summary(contactFields)} />
      <StepProblem />
      <form
        class="form form-narrow"
        noValidate
        onSubmit={(leaving) => {
          leaving.preventDefault();
          if (!busy && draft.submit(contactFields)) onNext();
        }}
      >
        <ContactFields />
        <div class="form-buttons">
          <Button type="submit" busy={busy && words.sending}>
            {lastStep ? words.send : words.next}
          </Button>
        </div>
      </form>
    </Page>
  );
}

function ContactFields() {
  const words = frontdeskWords().add;
  const { text, choice } = bind(draft, 'add');
  const { zone, contactPhone, phone } = draft.values.value;
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
      <Select {...choice('zone')} label={words.zone} options={zoneOptions(zone)} />
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
