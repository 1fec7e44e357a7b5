import { frontdeskWords } from '../text.ts';
import { CaregiverFields } from './CaregiverFields.tsx';
import { prefixOf, type Caregiver, type Household } from './household.ts';
import { relationshipLabel } from './naming.ts';
import { PersonCard } from './PersonCard.tsx';

type CaregiverProps = { household: Household; caregiver: Caregiver };

/** Somebody who helps the patient. */
export function CaregiverCard({ household, caregiver }: CaregiverProps) {
  return (
    <PersonCard household={household} person={caregiver} lead={frontdeskWords().add.caregiverLead}>
      <div class="form-section">
        <CaregiverFields
          form={caregiver.form}
          prefix={prefixOf(caregiver)}
          relationship={relationshipLabel(household)}
        />
      </div>
    </PersonCard>
  );
}
