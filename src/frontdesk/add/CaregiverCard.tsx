import { Choice } from '../../ui/Choice.tsx';
import { Field } from '../../ui/Field.tsx';
import { bind } from '../bind.ts';
import { frontdeskWords } from '../text.ts';
import { prefixOf, type Caregiver, type Household } from './household.ts';
import { relationshipLabel } from './naming.ts';
import { PersonCard } from './PersonCard.tsx';

type CaregiverProps = { household: Household; caregiver: Caregiver };

/** Somebody who helps the patient. Only the last answer lets them sign. */
export function CaregiverCard({ household, caregiver }: CaregiverProps) {
  const words = frontdeskWords().add;
  const { text, choice } = bind(caregiver.form, prefixOf(caregiver));
  return (
    <PersonCard household={household} person={caregiver} lead={words.caregiverLead}>
      <div class="form-section">
        <div class="form-grid">
          <div class="form-wide">
            <Field
              {...text('relationship')}
              label={relationshipLabel(household)}
              hint={words.relationshipHint}
              dir="auto"
              short
            />
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
      </div>
    </PersonCard>
  );
}
