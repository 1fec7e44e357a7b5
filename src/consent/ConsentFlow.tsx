import type { ComponentChildren } from 'preact';
import { isLockedOut, type Aside } from './draft.ts';
import { Frame } from './Frame.tsx';
import { useKeptScroll } from './keptScroll.ts';
import { AskDesk } from './screens/AskDesk.tsx';
import { BirthDate } from './screens/BirthDate.tsx';
import { Clause } from './screens/Clause.tsx';
import { Decline } from './screens/Decline.tsx';
import { Help } from './screens/Help.tsx';
import { HowItWorks } from './screens/HowItWorks.tsx';
import { LanguageChoice } from './screens/LanguageChoice.tsx';
import { Question } from './screens/Question.tsx';
import { Representative } from './screens/Representative.tsx';
import { Review } from './screens/Review.tsx';
import { Sign } from './screens/Sign.tsx';
import { Way } from './screens/Way.tsx';
import { Welcome } from './screens/Welcome.tsx';
import { WhyNotSelf } from './screens/WhyNotSelf.tsx';
import { Witness, WitnessSigns } from './screens/Witness.tsx';
import type { ConsentSession } from './session.ts';

type FlowProps = {
  session: ConsentSession;
  /** Staff take the device back; absent on a patient's own. */
  onStaff?: () => void;
  notice?: ComponentChildren;
};

/** A patient's way from the greeting to an answer. */
export function ConsentFlow({ session, onStaff, notice }: FlowProps) {
  const draft = session.draft.value;
  const { aside } = draft;
  useKeptScroll(session);
  const open = (which: Aside): void => session.change({ aside: which });
  const leaveAside = (): void => open('none');
  const recognised = draft.recognised !== null;
  const lockedOut = isLockedOut(draft);
  return (
    <Frame
      session={session}
      aside={aside}
      notice={notice}
      onStaff={onStaff}
      onDecline={recognised && aside === 'none' ? () => open('decline') : undefined}
      onHelp={!lockedOut && aside === 'none' ? () => open('help') : undefined}
    >
      {aside === 'decline' && <Decline session={session} onBack={leaveAside} />}
      {aside === 'help' && <Help session={session} onBack={leaveAside} />}
      {aside === 'none' && (lockedOut ? <AskDesk session={session} /> : <PresentScreen session={session} />)}
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
    case 'language':
      return <LanguageChoice session={session} />;
    case 'how-it-works':
      return <HowItWorks session={session} />;
    case 'clause':
      return <Clause key={screen.clause} session={session} id={screen.clause} />;
    case 'question':
      return <Question key={screen.question} session={session} id={screen.question} />;
    case 'way':
      return <Way session={session} />;
    case 'representative':
      return <Representative session={session} />;
    case 'why-not-self':
      return <WhyNotSelf session={session} />;
    case 'sign':
      return <Sign session={session} />;
    case 'witness':
      return <Witness session={session} />;
    case 'witness-sign':
      return <WitnessSigns key="witness-sign" session={session} />;
    case 'review':
      return <Review session={session} />;
  }
}
