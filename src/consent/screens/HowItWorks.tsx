import { Step } from '../Step.tsx';
import type { ConsentSession } from '../session.ts';
import { consentWords } from '../text.ts';

export function HowItWorks({ session }: { session: ConsentSession }) {
  const words = consentWords().how;
  const { clauses, questions, languages } = session.matter.form;
  return (
    <Step
      title={words.title}
      screen="how"
      // Behind the choice of language there is only the birth date, which is confirmed.
      onBack={languages.length > 1 ? () => session.go(-1) : undefined}
      next={consentWords().next}
      onNext={() => session.go(1)}
    >
      <ol class="how-steps">
        {words.steps(clauses.length, questions.length).map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p>{words.time}</p>
      <p>{words.stop}</p>
      <p>{words.size}</p>
    </Step>
  );
}
