import type { Form } from '../../ui/form.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Field } from '../../ui/Field.tsx';
import { bind } from '../bind.ts';
import type { Mistake } from '../mistake.ts';
import { frontdeskWords } from '../text.ts';
import type { CaregiverValues } from './values.ts';

type FieldsProps = { form: Form<CaregiverValues, Mistake>; prefix: string; relationship: string };

/** What is asked of a caregiver. Only the last answer lets them sign. */
export function CaregiverFields({ form, prefix, relationship }: FieldsProps) {
  const words = frontdeskWords().add;
  const { text, choice } = bind(form, prefix);
  return (
    <div class="form-grid">
      <div class="form-wide">
        <Field {...text('relationship')} label={relationship} hint={words.relationshipHint} dir="auto" short />
      </div>
      <Field {...text('first')} label={words.first} optional dir="auto" />
      <Field {...text('last')} label={words.last} dir="auto" />
      <Field {...text('email')} label={words.email} hint={words.caregiverEmailHint} type="email" dir="ltr" />
      <Field {...text('phone')} label={words.phone} type="tel" optional dir="ltr" short />
      <div class="form-wide">
        <Choice
          {...choice('legalRepresentative')}
          label={words.representative}
          hint={words.representativeHint}
          row
          options={[
            { value: 'yes', label: words.representativeYes },
            { value: 'no', label: words.representativeNo },
          ]}
        />
      </div>
    </div>
  );
}
