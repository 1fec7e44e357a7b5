import type { InvitationDetail } from '../../contract/invitationsApi.ts';
import { isUnfinished } from '../../domain/invitation.ts';
import { fullName } from '../../domain/people.ts';
import { BackLink } from '../../ui/BackLink.tsx';
import { useNow } from '../../ui/moments.ts';
import { Page } from '../../ui/Page.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { Timeline } from '../../ui/Timeline.tsx';
import * as doors from '../doors.ts';
import { MailProblem, Mails } from '../mail/Mails.tsx';
import { PaperPanel } from '../scans/PaperPanel.tsx';
import { LiveProblem } from '../LiveProblem.tsx';
import { AccountPanel } from '../members/AccountPanel.tsx';
import { RecordStop } from '../members/RecordStop.tsx';
import { Stopped } from '../members/Stopped.tsx';
import { Panel } from '../Panel.tsx';
import { frontdeskWords } from '../text.ts';
import { useLive } from '../useLive.ts';
import { Documents } from './Documents.tsx';
import { CancelInvitation } from './CancelInvitation.tsx';
import { Conflicts } from './Conflicts.tsx';
import { InvitationActions, useAsking } from './InvitationActions.tsx';
import { ContactFacts, InvitationFacts } from './InvitationFacts.tsx';
import { InvitationState } from './InvitationState.tsx';
import { SamePatient } from './InviteAgain.tsx';
import { listLeftAt } from './listAddress.ts';
import { Caregivers, Household } from './People.tsx';
import { Refused } from './Refused.tsx';
import { RefusedAnswers } from './RefusedAnswers.tsx';
import { storyItems } from './story.ts';
import './InvitationPage.css';

/** One invitation: where it stands, what happened, and what is left to decide. */
export function InvitationPage({ params }: { params?: { id?: string } }) {
  const words = frontdeskWords().invitation;
  const id = params?.id ?? '';
  const { value, problem } = useLive(`invitation ${id}`, (signal) => doors.invitation(id, signal));
  const { asking, place, ask, close } = useAsking();
  const back = <BackLink href={listLeftAt()}>{words.back}</BackLink>;
  if (!value) {
    return (
      <Page
        key="empty"
        title={problem?.code === 'not-found' ? words.missing : frontdeskWords().invitations.title}
        back={back}
      >
        <LiveProblem problem={problem} empty />
      </Page>
    );
  }
  return (
    <Page
      key={id}
      title={fullName(value.name)}
      lead={<InvitationState {...value} />}
      back={back}
      actions={<InvitationActions invitation={value} onAsk={ask} />}
    >
      <LiveProblem problem={problem} empty={false} />
      <Refused />
      <div ref={place} class="invitation-asking no-print">
        {asking && isUnfinished(value.state) && <CancelInvitation invitation={value} onClose={close} />}
        {asking && value.wouldEndOn !== null && (
          <RecordStop invitation={value} effectiveOn={value.wouldEndOn} onClose={close} />
        )}
      </div>
      <MailProblem invitation={value} />
      <Stopped invitation={value} />
      <SamePatient invitation={value} />
      <Conflicts invitation={value} />
      <PaperPanel invitation={value} />
      <RefusedAnswers invitation={value} />
      <Panels invitation={value} />
    </Page>
  );
}

function Panels({ invitation }: { invitation: InvitationDetail }) {
  const words = frontdeskWords().invitation;
  return (
    <div class="panels">
      <Stack>
        <Panel title={words.details}>
          <InvitationFacts invitation={invitation} />
        </Panel>
        <Panel title={words.contactTitle}>
          <ContactFacts invitation={invitation} />
        </Panel>
        {invitation.household.length > 0 && (
          <Panel title={words.household}>
            <Household invitation={invitation} />
          </Panel>
        )}
        <Panel title={words.caregivers}>
          <Caregivers invitation={invitation} />
        </Panel>
      </Stack>
      <Stack>
        <Panel title={words.storyTitle}>
          <Story invitation={invitation} />
        </Panel>
        <Mails invitation={invitation} />
        <Panel title={words.account}>
          <AccountPanel invitation={invitation} />
        </Panel>
        <Panel title={words.documents}>
          <Documents invitation={invitation} />
        </Panel>
      </Stack>
    </div>
  );
}

function Story({ invitation: { story } }: { invitation: InvitationDetail }) {
  const now = useNow();
  return <Timeline items={storyItems(story, now)} />;
}
