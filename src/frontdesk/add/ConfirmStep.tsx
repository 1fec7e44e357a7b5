import { useEffect } from 'preact/hooks';
import { Button } from '../../ui/Button.tsx';
import { Page } from '../../ui/Page.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { frontdeskWords } from '../text.ts';
import { BackStep } from './BackStep.tsx';
import { Duplicates } from './Duplicates.tsx';
import type { Household } from './household.ts';
import { alikeWithin, asksForDecision, lookUp, presentOutlook, withoutEmail } from './lookUp.ts';
import { StepProblem } from './StepProblem.tsx';
import type { Steps } from './steps.ts';
import { Usernames } from './Usernames.tsx';

type ConfirmStepProps = { household: Household; steps: Steps; onConfirm: () => void };

/** What a person should see before anything is sent: usernames where there is no e-mail, and who may be known already. */
export function ConfirmStep({ household, steps, onConfirm }: ConfirmStepProps) {
  const words = frontdeskWords().add;
  const outlook = presentOutlook(household);
  useEffect(() => {
    // Where one came here by a reload, or by the browser's own "forward" after a change.
    if (!outlook) void lookUp(household);
    else if (!asksForDecision(household, outlook)) steps.go('contact', 'instead');
  }, [outlook]);

  const busy = household.sending.value.at === 'sending';
  const nameless = withoutEmail(household).length;
  const stands = outlook && standsOut(household);
  return (
    <Page
      title={stands || nameless === 0 ? words.confirmTitle : words.usernameTitle(nameless)}
      lead={words.confirmLead}
      back={<BackStep steps={steps} to="contact" />}
    >
      <StepProblem household={household} />
      {!outlook && <Waiting>{words.looking}</Waiting>}
      {outlook && (
        <>
          {stands && <Duplicates household={household} outlook={outlook} onAgain={() => again(household)} />}
          {nameless > 0 && stands && <h2>{words.usernameTitle(nameless)}</h2>}
          {nameless > 0 && (
            <Usernames household={household} outlook={outlook} steps={steps} onAgain={() => again(household)} />
          )}
          {outlook.usernames.ok && (
            <div class="form-buttons">
              <Button busy={busy && words.sending} onClick={onConfirm}>
                {stands ? words.sendAnyway : words.confirmSend(household.members.value.length)}
              </Button>
              {stands && (
                <Button kind="quiet" onClick={() => steps.go('people')}>
                  {words.goBack}
                </Button>
              )}
            </div>
          )}
        </>
      )}
    </Page>
  );
}

/** Whether somebody in it may be known already, or nobody could find out. */
function standsOut(household: Household): boolean {
  const duplicates = presentOutlook(household)?.duplicates;
  return duplicates?.ok !== true || duplicates.value.duplicates.length > 0 || alikeWithin(household).length > 0;
}

/** Without an answer the screen asks by itself. */
function again(household: Household): void {
  household.outlook.value = undefined;
}
