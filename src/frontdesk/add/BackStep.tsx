import { BackLink } from '../../ui/BackLink.tsx';
import { frontdeskWords } from '../text.ts';
import type { Step, Steps } from './steps.ts';

/** The way back to an earlier screen: a link where it has an address. */
export function BackStep({ steps, to }: { steps: Steps; to: Step }) {
  const words = frontdeskWords().add;
  if (steps.addressOf) return <BackLink href={steps.addressOf(to)}>{words.back}</BackLink>;
  return (
    <button type="button" class="back-link back-step" onClick={() => steps.go(to)}>
      {words.back}
    </button>
  );
}
