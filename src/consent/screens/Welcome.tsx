import { Step } from '../Step.tsx';
import type { ConsentSession } from '../session.ts';
import { consentWords, wordsHere } from '../text.ts';

/** Says who invites and how long it takes. Names nobody but the person it greets. */
export function Welcome({ session }: { session: ConsentSession }) {
  const words = consentWords().welcome;
  const { fills, greeting } = session.matter;
  return (
    <Step title={words.title(greeting)} screen="welcome" next={words.begin} onNext={() => session.go(1)}>
      <p>{words.from(fills.practice, fills.practitioner)}</p>
      <p>{words.time}</p>
      <p>{words.first}</p>
      <p>{wordsHere(session).notMe}</p>
    </Step>
  );
}
