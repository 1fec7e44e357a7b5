import type { Access, InvitationDetail } from '../../contract/invitationsApi.ts';
import { isUnfinished } from '../../domain/invitation.ts';
import { fullName } from '../../domain/people.ts';
import { dayAndTime, useNow } from '../../ui/moments.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { allowedHere } from '../allowedHere.ts';
import { frontdeskWords } from '../text.ts';
import { GiveCode } from './GiveCode.tsx';
import './members.css';

type Of = { invitation: InvitationDetail };

/** The account, who can sign in to it, and how far each has come. */
export function AccountPanel({ invitation }: Of) {
  const words = frontdeskWords().invitation;
  const now = useNow();
  const { account, state, caregivers, email } = invitation;
  if (!account) {
    const mayCome = isUnfinished(state) || state === 'signed';
    return <p>{mayCome ? words.noAccount : words.noAccountOver}</p>;
  }
  const waysIn = [
    { holder: 'member', name: fullName(invitation.name), email },
    ...caregivers
      .filter((one) => one.legalRepresentative)
      .map((one) => ({ holder: one.id, name: fullName(one.name), email: one.email })),
  ];
  return (
    <Stack>
      <p>{words.accountSince(dayAndTime(account.createdAt, now), account.handle)}</p>
      <MailTrouble invitation={invitation} />
      {waysIn.map((way) => (
        <WayIn
          key={way.holder}
          {...way}
          invitation={invitation}
          access={account.accesses.find((one) => one.holder === way.holder)}
        />
      ))}
    </Stack>
  );
}

type WayInProps = Of & { holder: string; name: string; email: string | null; access: Access | undefined };

function WayIn({ invitation, holder, name, email, access }: WayInProps) {
  const words = frontdeskWords().members;
  const now = useNow();
  const who = holder === 'member' ? words.member : words.representative(name);
  return (
    <div class="way-in">
      <p>
        <b dir="auto">{who}</b>
        {access && holder !== 'member' && (
          <>
            {'. '}
            {words.signsInAs} <bdi>{access.handle}</bdi>
          </>
        )}
      </p>
      <p>{access ? stateOf(access, mailWaits(invitation, email), now) : words.mayAct}</p>
      {allowedHere('invite') && (
        <GiveCode invitation={invitation.id} holder={holder} name={name} byMail={email !== null} />
      )}
    </div>
  );
}

function stateOf({ activatedAt, code }: Access, waits: boolean, now: number): string {
  const words = frontdeskWords().members;
  const good = code?.good
    ? words.ways[code.way](dayAndTime(code.madeAt, now), dayAndTime(code.expiresAt, now))
    : undefined;
  if (activatedAt !== null) return [words.opened(dayAndTime(activatedAt, now)), good].filter(Boolean).join(' ');
  return `${words.notOpened} ${good ?? (waits ? words.mailWaits : words.noCode)}`;
}

function mailWaits({ mails }: InvitationDetail, email: string | null): boolean {
  return mails.some((mail) => mail.kind === 'activation' && mail.state === 'waiting' && mail.recipient === email);
}

/** A mail that opens nothing for anybody must not be waited for. */
function MailTrouble({ invitation: { mails, account, email } }: Of) {
  const words = frontdeskWords().members;
  const opened = account?.accesses.some((one) => one.holder === 'member' && one.activatedAt !== null);
  const newest = mails.find((mail) => mail.kind === 'activation' && mail.recipient === email);
  if (opened || !newest) return null;
  if (newest.state === 'failed') return <Notice kind="danger">{words.mailFailed}</Notice>;
  return newest.state === 'kept' ? <Notice kind="warning">{words.mailKept}</Notice> : null;
}
