import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { isUiLanguage, language } from '../ui/language.ts';
import { MOST_TRIES } from './draft.ts';
import { Frame } from './Frame.tsx';
import { AskDesk } from './screens/AskDesk.tsx';
import { BirthDate } from './screens/BirthDate.tsx';
import { Clause } from './screens/Clause.tsx';
import { Decline } from './screens/Decline.tsx';
import { Help } from './screens/Help.tsx';
import { HowItWorks } from './screens/HowItWorks.tsx';
import { Question } from './screens/Question.tsx';
import { Review } from './screens/Review.tsx';
import { Sign } from './screens/Sign.tsx';
import { Welcome } from './screens/Welcome.tsx';
import type { ConsentSession } from './session.ts';

type Aside = 'none' | 'decline' | 'help';

type FlowProps = {
  session: ConsentSession;
  /** Staff take the device back; absent on a patient's own. */
  onStaff?: () => void;
};

/** A patient's way from the greeting to an answer. */
export function ConsentFlow({ session, onStaff }: FlowProps) {
  const aside = useSignal<Aside>('none');
  const draft = session.draft.value;
  useEffect(() => {
    if (isUiLanguage(draft.language)) language.value = draft.language;
  }, [draft.language]);

  const leaveAside = (): void => {
    aside.value = 'none';
  };
  const recognised = draft.recognised !== null;
  const lockedOut = !recognised && draft.tries >= MOST_TRIES;
  return (
    <Frame
      session={session}
      onStaff={onStaff}
      onDecline={recognised && aside.value === 'none' ? () => (aside.value = 'decline') : undefined}
      onHelp={!lockedOut && aside.value === 'none' ? () => (aside.value = 'help') : undefined}
    >
      {aside.value === 'decline' && <Decline session={session} onBack={leaveAside} />}
      {aside.value === 'help' && <Help onBack={leaveAside} />}
      {aside.value === 'none' && (lockedOut ? <AskDesk /> : <PresentScreen session={session} />)}
    </Frame>
  );
}

function PresentScreen({ session }: { session: ConsentSession }) {
  const { screen } = session.draft.value;
  switch (screen.kind) {
    case 'welcome':
      return <Welcome session={session} />;
    case 'birth-date':
      return <BirthDate session={session} />;
    case 'how-it-works':
      return <HowItWorks session={session} />;
    case 'clause':
      return <Clause key={screen.clause} session={session} id={screen.clause} />;
    case 'question':
      return <Question key={screen.question} session={session} id={screen.question} />;
    case 'sign':
      return <Sign session={session} />;
    case 'review':
      return <Review session={session} />;
  }
}
