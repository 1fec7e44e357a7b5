import { useState } from 'preact/hooks';
import type { UnsentMails } from '../../contract/invitationsApi.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { dayAndTime, useNow } from '../../ui/moments.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { problemText } from '../../ui/problemText.ts';
import { Row, Stack } from '../../ui/Stack.tsx';
import { StateBadge } from '../../ui/StateBadge.tsx';
import { keptMail, sendKeptMails, unsentMails } from '../adminDoors.ts';
import { changes } from '../live.ts';
import { LiveProblem } from '../LiveProblem.tsx';
import { Panel } from '../Panel.tsx';
import { frontdeskWords } from '../text.ts';
import { useLive } from '../useLive.ts';
import { MAIL_SHAPES } from './Mails.tsx';

/** What did not leave by mail, and what to do about it. */
export function MailPage() {
  const words = frontdeskWords().mail.room;
  const { value, problem } = useLive('mails', unsentMails);
  return (
    <Page title={words.title} lead={words.lead}>
      <LiveProblem problem={problem} empty={!value} />
      {value && <Unsent {...value} />}
    </Page>
  );
}

type Read = { recipient: string; subject: string; text: string };

function Unsent({ sends, address, mails }: UnsentMails) {
  const words = frontdeskWords().mail;
  const now = useNow();
  const [read, setRead] = useState<Read>();
  const [trouble, setTrouble] = useState<string>();
  const onlyHere = /\/\/(localhost|127\.|\[::1\])/.test(address);

  async function open(id: string): Promise<void> {
    const answer = await keptMail(id);
    setTrouble(answer.ok ? undefined : problemText(answer.problem));
    setRead(answer.ok ? answer.value : undefined);
  }
  async function send(): Promise<void> {
    const answer = await sendKeptMails();
    setTrouble(answer.ok ? undefined : problemText(answer.problem));
    changes.value++;
  }
  return (
    <Stack>
      {!sends && <Notice kind="warning">{words.room.noServer}</Notice>}
      {onlyHere && <Notice kind="warning">{words.room.nowhere(address)}</Notice>}
      {trouble && (
        <Notice kind="danger" live="alert">
          {trouble}
        </Notice>
      )}
      {mails.length === 0 ? (
        <p>{words.room.nothing}</p>
      ) : (
        <DataTable
          caption={words.room.caption}
          captionHidden
          items={mails}
          keyOf={({ id }) => id}
          columns={[
            { head: words.room.what, render: ({ kind }) => words.kindOf(kind) },
            { head: words.room.recipient, render: ({ recipient }) => <bdi>{recipient}</bdi> },
            { head: words.room.when, render: ({ at }) => dayAndTime(at, now) },
            {
              head: words.room.state,
              render: ({ state, problem }) => (
                <>
                  <StateBadge shape={MAIL_SHAPES[state]}>{words.states[state]}</StateBadge>
                  {problem && <small> {words.said(problem)}</small>}
                </>
              ),
            },
            {
              head: words.room.action,
              render: ({ id, state, recipient, invitation }) =>
                state === 'kept' ? (
                  <Button kind="plain" aria-label={words.room.readOf(recipient)} onClick={() => void open(id)}>
                    {words.room.read}
                  </Button>
                ) : (
                  invitation && (
                    <ButtonLink kind="plain" href={`/invitations/${invitation}`}>
                      {words.room.invitation}
                    </ButtonLink>
                  )
                ),
            },
          ]}
        />
      )}
      {read && (
        <Panel title={words.room.reading(read.recipient)}>
          <Notice kind="warning">{words.room.private}</Notice>
          <p>
            <b>{read.subject}</b>
          </p>
          <p class="mail-text">{read.text}</p>
          <Button kind="quiet" onClick={() => setRead(undefined)}>
            {words.room.close}
          </Button>
        </Panel>
      )}
      {sends && mails.some(({ state }) => state === 'kept') && (
        <Row>
          <Button onClick={() => void send()}>{words.room.send}</Button>
        </Row>
      )}
    </Stack>
  );
}
