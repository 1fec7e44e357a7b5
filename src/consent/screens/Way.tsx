import { WAYS } from '../../domain/consent.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Step } from '../Step.tsx';
import type { ConsentSession } from '../session.ts';
import { consentWords } from '../text.ts';

/** How to sign: four ways that count the same. */
export function Way({ session }: { session: ConsentSession }) {
  const words = consentWords();
  return (
    <Step
      title={words.way.title}
      screen="way"
      onBack={() => session.go(-1)}
      next={words.next}
      onNext={() => session.go(1)}
    >
      <Choice
        id="way"
        label={words.way.title}
        labelHidden
        options={WAYS.map((way) => ({ value: way, ...words.way.ways[way] }))}
        value={session.draft.value.way}
        onChange={(way) => session.change({ way })}
      />
    </Step>
  );
}
