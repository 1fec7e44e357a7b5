import { useEffect } from 'preact/hooks';
import type { Session } from '../../contract/staffApi.ts';
import { METHODS } from '../../domain/invitation.ts';
import { SEXES } from '../../domain/people.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { Field } from '../../ui/Field.tsx';
import { languageName } from '../../ui/language.ts';
import { Page } from '../../ui/Page.tsx';
import { Select } from '../../ui/Select.tsx';
import { bind } from '../bind.ts';
import { FormSection } from '../FormSection.tsx';
import { frontdeskWords } from '../text.ts';
import { BirthDateField } from './BirthDateField.tsx';
import { draft, patientFields, startDraft } from './draft.ts';
import { StepProblem } from './StepProblem.tsx';

type PatientStepProps = { session: Session; onNext: () => void };

/** The first page: who is invited. */
export function PatientStep({ session, onNext }: PatientStepProps) {
  const words = frontdeskWords().add;
  const { summary } = bind(draft, 'add');
  return (
    <Page title={words.title} lead={words.lead}>
      <ErrorSummary {...summary(patientFields)} />
      <StepProblem />
      <form
        class="form"
        noValidate
        onSubmit={(sending) => {
          sending.preventDefault();
          if (draft.submit(patientFields)) onNext();
        }}
      >
        <WhoSection />
        <ReachSection session={session} />
        <PracticeSection session={session} />
        <div class="form-buttons">
          <Button type="submit">{words.next}</Button>
          {draft.dirty.value && (
            <Button kind="plain" onClick={() => startDraft(session)}>
              {words.startOver}
            </Button>
          )}
        </div>
      </form>
    </Page>
  );
}

function WhoSection() {
  const words = frontdeskWords();
  const { text, choice } = bind(draft, 'add');
  return (
    <FormSection title={words.add.who}>
      <Field {...text('first')} label={words.add.first} optional dir="auto" />
      <Field {...text('last')} label={words.add.last} dir="auto" />
      <Field {...text('preferred')} label={words.add.preferred} optional dir="auto" />
      <Field {...text('suffix')} label={words.add.suffix} optional dir="auto" short />
      <BirthDateField />
      <Select
        {...choice('sex')}
        label={words.add.sex}
        short
        options={[
          { value: '' as const, label: words.add.choose },
          ...SEXES.map((sex) => ({ value: sex, label: words.sexes[sex] })),
        ]}
      />
    </FormSection>
  );
}

function ReachSection({ session }: { session: Session }) {
  const words = frontdeskWords().add;
  const { text, choice } = bind(draft, 'add');
  return (
    <FormSection title={words.reach}>
      <Field {...text('phone')} label={words.phone} type="tel" optional dir="ltr" short />
      <Select
        {...choice('language')}
        label={words.language}
        short
        options={session.practice.languages.map((tag) => ({ value: tag, label: languageName(tag) }))}
      />
      <Field {...text('email')} label={words.email} hint={words.emailHint} type="email" optional dir="ltr" />
      <Field {...text('address')} label={words.address} hint={words.addressHint} optional dir="auto" />
    </FormSection>
  );
}

function PracticeSection({ session }: { session: Session }) {
  const words = frontdeskWords();
  const { text, choice } = bind(draft, 'add');
  const practitioners = session.practitioners.map(({ id, name }) => ({ value: id, label: name }));
  // A draft may name somebody who left since.
  const known = practitioners.some(({ value }) => value === draft.values.value.practitioner);
  useEffect(() => {
    if (!known && draft.values.value.practitioner) draft.set({ practitioner: '' });
  }, [known]);
  return (
    <FormSection title={words.add.practice}>
      <Field {...text('recordNumber')} label={words.add.recordNumber} optional dir="ltr" short />
      <Select
        {...choice('practitioner')}
        label={words.add.practitioner}
        options={known ? practitioners : [{ value: '', label: words.add.choose }, ...practitioners]}
      />
      <div class="form-wide">
        <Choice
          {...choice('method')}
          label={words.add.signForms}
          options={METHODS.map((method) => ({
            value: method,
            label: words.methods[method],
            description: words.add.methodHints[method],
          }))}
        />
      </div>
    </FormSection>
  );
}
