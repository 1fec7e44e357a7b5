import type { InvitationDetail } from '../../contract/staffApi.ts';
import { fullName } from '../../domain/people.ts';
import { BackLink } from '../../ui/BackLink.tsx';
import { useNow } from '../../ui/moments.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { Timeline } from '../../ui/Timeline.tsx';
import * as doors from '../doors.ts';
import { LiveProblem } from '../LiveProblem.tsx';
import { Panel } from '../Panel.tsx';
import { frontdeskWords } from '../text.ts';
import { useLive } from '../useLive.ts';
import { Account, Documents } from './AccountAndDocuments.tsx';
import { InvitationFacts } from './InvitationFacts.tsx';
import { InvitationState } from './InvitationState.tsx';
import { conflictTexts, storyItems } from './story.ts';

/** One invitation: where it stands, what happened, and what is left to decide. */
export function InvitationPage({ params }: { params?: { id: string } }) {
  const words = frontdeskWords().invitation;
  const id = params?.id ?? '';
  const { value, problem } = useLive(`invitation ${id}`, (signal) => doors.invitation(id, signal));
  const back = <BackLink href="/invitations">{words.back}</BackLink>;
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
    <Page key={id} title={fullName(value.name)} lead={<InvitationState {...value} />} back={back}>
      <LiveProblem problem={problem} empty={false} />
      {value.conflicts > 0 && <Conflicts invitation={value} />}
      <div class="panels">
        <Stack>
          <Panel title={words.storyTitle}>
            <Story invitation={value} />
          </Panel>
          <Panel title={words.account}>
            <Account invitation={value} />
          </Panel>
          <Panel title={words.documents}>
            <Documents invitation={value} />
          </Panel>
        </Stack>
        <Panel title={words.details}>
          <InvitationFacts invitation={value} />
        </Panel>
      </div>
    </Page>
  );
}

function Conflicts({ invitation: { story } }: { invitation: InvitationDetail }) {
  const words = frontdeskWords();
  const texts = conflictTexts(story);
  return (
    <Notice kind="danger" title={words.invitation.conflictTitle}>
      {(texts.length > 0 ? texts : [words.story.conflictUnknown]).map((text) => (
        <p key={text}>{text}</p>
      ))}
    </Notice>
  );
}

function Story({ invitation: { story } }: { invitation: InvitationDetail }) {
  const now = useNow();
  return <Timeline items={storyItems(story, now)} />;
}
