import { SEXES } from '../../domain/people.ts';
import { Field } from '../../ui/Field.tsx';
import { languageName } from '../../ui/language.ts';
import { Select } from '../../ui/Select.tsx';
import { bind } from '../bind.ts';
import { frontdeskWords } from '../text.ts';
import { BirthDateField } from './BirthDateField.tsx';
import { filledIn, prefixOf, sharesEmailWith, type Household, type Member } from './household.ts';
import { calledBy, relationshipLabel } from './naming.ts';
import { PersonCard, PersonPart } from './PersonCard.tsx';
import { SignForms } from './SignForms.tsx';

type MemberProps = { household: Household; member: Member };

/** A patient of the household: the first, or one who is related to the first. */
export function MemberCard({ household, member }: MemberProps) {
  return (
    <PersonCard household={household} person={member}>
      <div class="form-section">
        <div class="form-grid">
          <Who household={household} member={member} />
        </div>
      </div>
      <Reach household={household} member={member} />
      <AtPractice household={household} member={member} />
    </PersonCard>
  );
}

function Who({ household, member }: MemberProps) {
  const words = frontdeskWords();
  const { text, choice } = bind(member.form, prefixOf(member));
  return (
    <>
      {member.isRelated && (
        <div class="form-wide">
          <Field
            {...text('relationship')}
            label={relationshipLabel(household)}
            hint={words.add.relationshipHint}
            dir="auto"
            short
          />
        </div>
      )}
      <Field {...text('first')} label={words.add.first} optional dir="auto" />
      <Field {...text('last')} label={words.add.last} dir="auto" />
      <Field {...text('preferred')} label={words.add.preferred} optional dir="auto" />
      <Field {...text('suffix')} label={words.add.suffix} optional dir="auto" short />
      <BirthDateField member={member} />
      <Select
        {...choice('sex')}
        label={words.add.sex}
        short
        options={[
          { value: '' as const, label: words.add.choose },
          ...SEXES.map((sex) => ({ value: sex, label: words.sexes[sex] })),
        ]}
      />
    </>
  );
}

function Reach({ household, member }: MemberProps) {
  const words = frontdeskWords().add;
  const { text, choice } = bind(member.form, prefixOf(member));
  const { phone, language, address } = filledIn(household, member);
  const { languages } = household.host.practice();
  const sharedWith = sharesEmailWith(household, member);
  return (
    <PersonPart title={words.reach} hint={member.isRelated && words.sameAsPatient}>
      <Field {...text('phone')} value={phone} label={words.phone} type="tel" optional dir="ltr" short />
      <Select
        {...choice('language')}
        value={language}
        label={words.language}
        short
        options={[...new Set([...languages, language])].map((tag) => ({ value: tag, label: languageName(tag) }))}
      />
      <Field
        {...text('email')}
        label={words.email}
        hint={member.isRelated ? words.ownEmailHint : words.emailHint}
        echo={sharedWith && words.emailShared(calledBy(sharedWith))}
        type="email"
        optional
        dir="ltr"
      />
      <Field {...text('address')} value={address} label={words.address} hint={words.addressHint} optional dir="auto" />
    </PersonPart>
  );
}

function AtPractice({ household, member }: MemberProps) {
  const words = frontdeskWords().add;
  const { text, choice } = bind(member.form, prefixOf(member));
  const { practitioner } = filledIn(household, member);
  const practitioners = household.host.practice().practitioners.map(({ id, name }) => ({ value: id, label: name }));
  // A draft may name somebody who left since.
  const known = practitioners.some(({ value }) => value === practitioner);
  return (
    <PersonPart title={words.practice}>
      <Field {...text('recordNumber')} label={words.recordNumber} optional dir="ltr" short />
      <Select
        {...choice('practitioner')}
        value={known ? practitioner : ''}
        label={words.practitioner}
        options={known ? practitioners : [{ value: '', label: words.choose }, ...practitioners]}
      />
      <div class="form-wide">
        <SignForms household={household} member={member} />
      </div>
    </PersonPart>
  );
}
