import { BirthDateForm } from '../../consent/BirthDateForm.tsx';
import { Page } from '../../ui/Page.tsx';
import { OwnFrame } from './OwnFrame.tsx';
import { confirmBirthDate, inAppTries, openAgain } from './start.ts';
import type { InAppState } from './state.ts';
import { inAppWords } from './text.ts';

type Asking = Extract<InAppState, { is: 'closed' | 'begun' }>;

/** Nothing of the form is shown, and nothing of it told by the practice, before the birth date is right. */
export function AskBirthDate({ now }: { now: Asking }) {
  const words = inAppWords();
  const practice = now.is === 'closed' ? now.practice : now.begun.practice;
  if (now.is === 'begun' && inAppTries() === 0) {
    return (
      <OwnFrame>
        <Page title={words.tooOften.title} screen="too-often">
          <p role="alert">{words.tooOften.text(practice.phone)}</p>
        </Page>
      </OwnFrame>
    );
  }
  const lead =
    now.is === 'closed'
      ? `${words.from(practice.name)} ${words.time} ${words.confirm}`
      : `${words.again} ${words.notMe(practice.phone)}`;
  return (
    <OwnFrame>
      <BirthDateForm
        title={now.is === 'closed' ? words.welcome(now.greeting) : words.welcomeBack}
        lead={lead}
        screen={now.is}
        now={Date.now}
        check={(date) => (now.is === 'closed' ? confirmBirthDate(date) : openAgain(now.begun, date))}
        onRight={() => undefined}
      />
      {now.is === 'closed' && <p>{words.notMe(practice.phone)}</p>}
    </OwnFrame>
  );
}
