import { useLayoutEffect } from 'preact/hooks';
import { Waiting } from '../../ui/Waiting.tsx';
import { frontdeskWords } from '../text.ts';
import { ConfirmStep } from './ConfirmStep.tsx';
import { ContactStep } from './ContactStep.tsx';
import { DoneStep } from './DoneStep.tsx';
import type { HouseholdHost } from './host.ts';
import { householdOf, type Household } from './household.ts';
import { asksForDecision, lookUp } from './lookUp.ts';
import { PeopleStep } from './PeopleStep.tsx';
import { sendHousehold } from './send.ts';
import { reachable, useSteps, type Steps } from './steps.ts';
import '../forms.css';
import './add.css';

type AddMembersProps = {
  host: HouseholdHost;
  /** Where the screens have addresses of their own. */
  steps?: Steps;
  /** Leaves Add Members from its last screen. */
  onDone?: () => void;
};

/** Add Members, one step a screen, for the console and for the tablet. */
export function AddMembers({ host, steps, onDone }: AddMembersProps) {
  const own = useSteps();
  const household = householdOf(host);
  const { step: wanted, go, addressOf } = steps ?? own;
  const loaded = household.loaded.value;
  const step = loaded ? reachable(wanted, household) : wanted;
  // At once: a redirect that comes later could undo where somebody went meanwhile.
  useLayoutEffect(() => {
    if (step !== wanted) go(step, 'instead');
  }, [step, wanted]);
  if (!loaded) return <Waiting>{frontdeskWords().loading}</Waiting>;

  const way: Steps = { step, go, addressOf };
  switch (step) {
    case 'people':
      return <PeopleStep household={household} onNext={() => go('contact')} />;
    case 'contact':
      return <ContactStep household={household} steps={way} onNext={() => void goOn(household, way)} />;
    case 'confirm':
      return <ConfirmStep household={household} steps={way} onConfirm={() => void send(household, way)} />;
    case 'done':
      return <DoneStep household={household} steps={way} onDone={onDone} />;
  }
}

/** Looks first: with nothing to confirm or to decide, it is sent at once. */
async function goOn(household: Household, steps: Steps): Promise<void> {
  if (household.looking.value || household.sending.value.at === 'sending') return;
  const outlook = await lookUp(household);
  if (!outlook) return;
  if (asksForDecision(household, outlook)) steps.go('confirm');
  else await send(household, steps);
}

async function send(household: Household, steps: Steps): Promise<void> {
  const outcome = await sendHousehold(household);
  // What was sent is shown by itself: see `reachable`.
  if (outcome === 'people' || outcome === 'contact') steps.go(outcome);
}
