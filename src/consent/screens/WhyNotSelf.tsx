import { useSignal } from '@preact/signals';
import { WhyFields } from '../RepresentativeFields.tsx';
import { knowsWhy } from '../signing.ts';
import { Step } from '../Step.tsx';
import type { ConsentSession } from '../session.ts';
import { consentWords } from '../text.ts';

/** Why the patient does not sign themselves. */
export function WhyNotSelf({ session }: { session: ConsentSession }) {
  const words = consentWords();
  const told = useSignal(false);
  const { representative } = session.draft.value;
  const { patient } = session.matter.fills;
  return (
    <Step
      title={words.representative.why(patient)}
      screen="why-not-self"
      onBack={() => session.go(-1)}
      next={words.next}
      onNext={() => {
        told.value = !knowsWhy(representative);
        if (!told.value) session.go(1);
      }}
    >
      <WhyFields
        patient={patient}
        value={representative}
        onChange={(part) => session.change({ representative: { ...session.draft.value.representative, ...part } })}
        told={told.value}
        labelHidden
      />
    </Step>
  );
}
