import { LONGEST_REASON, LONGEST_RELATIONSHIP } from '../contract/evidence.ts';
import { LONGEST_FULL_NAME } from '../contract/people.ts';
import { RELATIONSHIPS, WHY_NOT_SELF } from '../domain/consent.ts';
import { Choice } from '../ui/Choice.tsx';
import { Field } from '../ui/Field.tsx';
import { Notice } from '../ui/Notice.tsx';
import { fullName } from '../domain/people.ts';
import { SOMEBODY_ELSE, type RepresentativeDraft } from './draft.ts';
import type { RecordedRepresentative } from './session.ts';
import { knowsRelationship, knowsWhy } from './signing.ts';
import { consentWords } from './text.ts';
import { typedLine } from './typed.ts';

/** Who answers for a patient, and why: asked when signing and when saying no. */
type FieldsProps = {
  patient: string;
  recorded: readonly RecordedRepresentative[];
  value: RepresentativeDraft;
  onChange: (part: Partial<RepresentativeDraft>) => void;
  /** Whether what is missing is said. */
  told: boolean;
};

export function WhoFields({ patient, recorded, value, onChange, told }: FieldsProps) {
  const words = consentWords().representative;
  const { relationship, relationshipWords } = value;
  return (
    <>
      <NameField patient={patient} recorded={recorded} value={value} onChange={onChange} told={told} />
      <Choice
        id="relationship"
        label={words.relationship(patient)}
        options={RELATIONSHIPS.map((one) => ({ value: one, label: words.relationships[one] }))}
        value={relationship}
        onChange={(chosen) => onChange({ relationship: chosen })}
        announced
        error={told && relationship === '' ? words.relationshipMissing : undefined}
      />
      {relationship === 'other' && (
        <Field
          id="relationship-words"
          label={words.relationshipWords}
          dir="auto"
          value={relationshipWords}
          onInput={(typed) => onChange({ relationshipWords: typedLine(typed, LONGEST_RELATIONSHIP) })}
          announced
          error={told && !knowsRelationship(value) ? words.wordsMissing : undefined}
        />
      )}
    </>
  );
}

/** Somebody whom the practice recorded is chosen; anybody else gives their name, and is told what that means. */
function NameField({ patient, recorded, value, onChange, told }: FieldsProps) {
  const words = consentWords().representative;
  const chosen = recorded.find((one) => one.id === value.recorded);
  const other = recorded.length === 0 || value.recorded === SOMEBODY_ELSE;
  return (
    <>
      {recorded.length > 0 && (
        <Choice
          id="representative-who"
          label={words.who}
          options={[
            ...recorded.map((one) => ({ value: one.id, label: fullName(one.name) })),
            { value: SOMEBODY_ELSE, label: words.somebodyElse },
          ]}
          value={value.recorded}
          onChange={(id) => {
            const one = recorded.find((known) => known.id === id);
            onChange({ recorded: id, name: one ? fullName(one.name) : '' });
          }}
          announced
          error={told && !chosen && !other ? words.whoMissing : undefined}
        />
      )}
      {other && (
        <>
          <Field
            id="representative-name"
            label={words.name}
            hint={words.nameHint}
            dir="auto"
            autoComplete="off"
            value={value.name}
            onInput={(typed) => onChange({ name: typedLine(typed, LONGEST_FULL_NAME) })}
            announced
            error={told && !value.name.trim() ? words.nameMissing : undefined}
          />
          <Notice kind="info">{words.notRecorded(patient)}</Notice>
        </>
      )}
    </>
  );
}

export function WhyFields({
  patient,
  value,
  onChange,
  told,
  labelHidden,
}: Omit<FieldsProps, 'recorded'> & { labelHidden?: boolean }) {
  const words = consentWords().representative;
  const { whyNotSelf, whyNotSelfWords } = value;
  return (
    <>
      <Choice
        id="why-not-self"
        label={words.why(patient)}
        labelHidden={labelHidden ?? false}
        options={WHY_NOT_SELF.map((one) => ({ value: one, label: words.whys[one] }))}
        value={whyNotSelf}
        onChange={(chosen) => onChange({ whyNotSelf: chosen })}
        announced
        error={told && whyNotSelf === '' ? words.whyMissing : undefined}
      />
      <Field
        id="why-words"
        label={words.whyWords}
        optional={whyNotSelf !== 'other'}
        dir="auto"
        value={whyNotSelfWords}
        onInput={(typed) => onChange({ whyNotSelfWords: typedLine(typed, LONGEST_REASON) })}
        announced
        error={told && whyNotSelf === 'other' && !knowsWhy(value) ? words.wordsMissing : undefined}
      />
    </>
  );
}
