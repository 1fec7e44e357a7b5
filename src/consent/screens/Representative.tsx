import { useSignal } from '@preact/signals';
import { WhoFields } from '../RepresentativeFields.tsx';
import { knowsRelationship } from '../signing.ts';
import { Step } from '../Step.tsx';
import type { ConsentSession } from '../session.ts';
import { consentWords } from '../text.ts';

/** Who signs for the patient. */
export function Representative({ session }: { session: ConsentSession }) {
  const words = consentWords();
  const told = useSignal(false);
  const { representative } = session.draft.value;
  return (
    <Step
      title={words.representative.title}
      screen="representative"
      onBack={() => session.go(-1)}
      next={words.next}
      onNext={() => {
        told.value = !representative.name.trim() || !knowsRelationship(representative);
        if (!told.value) session.go(1);
      }}
    >
      <p>{words.representative.lead}</p>
      <WhoFields
        patient={session.matter.fills.patient}
        recorded={session.matter.representatives}
        value={representative}
        onChange={(part) => session.change({ representative: { ...session.draft.value.representative, ...part } })}
        told={told.value}
      />
    </Step>
  );
}
