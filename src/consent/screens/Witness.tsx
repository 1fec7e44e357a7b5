import { useSignal } from '@preact/signals';
import { LONGEST_ADDRESS } from '../../contract/evidence.ts';
import { LONGEST_FULL_NAME } from '../../contract/people.ts';
import { Field } from '../../ui/Field.tsx';
import { SignatureStep } from '../SignatureStep.tsx';
import { Step } from '../Step.tsx';
import type { ConsentSession } from '../session.ts';
import { consentWords } from '../text.ts';
import { typedLine } from '../typed.ts';

/** Who saw the mark: a mark counts only with a witness who gives name and address. */
export function Witness({ session }: { session: ConsentSession }) {
  const words = consentWords();
  const told = useSignal(false);
  const { witness } = session.draft.value;
  const change = (part: Partial<typeof witness>): void =>
    session.change({ witness: { ...session.draft.value.witness, ...part } });
  return (
    <Step
      title={words.witness.title}
      screen="witness"
      onBack={() => session.go(-1)}
      next={words.next}
      onNext={() => {
        told.value = !witness.name.trim() || !witness.address.trim();
        if (!told.value) session.go(1);
      }}
    >
      <p>{words.witness.lead}</p>
      <Field
        id="witness-name"
        label={words.witness.name}
        dir="auto"
        value={witness.name}
        onInput={(typed) => change({ name: typedLine(typed, LONGEST_FULL_NAME) })}
        announced
        error={told.value && !witness.name.trim() ? words.witness.nameMissing : undefined}
      />
      <Field
        id="witness-address"
        label={words.witness.address}
        hint={words.witness.addressHint}
        dir="auto"
        value={witness.address}
        onInput={(typed) => change({ address: typedLine(typed, LONGEST_ADDRESS) })}
        announced
        error={told.value && !witness.address.trim() ? words.witness.addressMissing : undefined}
      />
    </Step>
  );
}

export function WitnessSigns({ session }: { session: ConsentSession }) {
  const words = consentWords();
  const { witness } = session.draft.value;
  return (
    <SignatureStep
      session={session}
      title={words.witness.signTitle}
      lead={words.witness.signLead(witness.name.trim(), session.matter.fills.patient)}
      pad={words.witness.pad}
      line={words.sign.line}
      typedLabel={words.sign.typedLabel}
      signature={witness}
      onChange={({ how, drawn, typed }) =>
        session.change({ witness: { ...session.draft.value.witness, how, drawn, typed } })
      }
      choose
    />
  );
}
