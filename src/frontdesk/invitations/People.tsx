import type { InvitationDetail } from '../../contract/invitationsApi.ts';
import { phoneForPeople } from '../../domain/contactDetails.ts';
import { fullName } from '../../domain/people.ts';
import { frontdeskWords } from '../text.ts';
import { InvitationState } from './InvitationState.tsx';

/** Others of the household who are invited too. */
export function Household({ invitation: { household } }: { invitation: InvitationDetail }) {
  return (
    <ul class="stack gap-2">
      {household.map(({ invitation, name, relationship, state }) => (
        <li key={invitation}>
          <a class="row-link" href={`/invitations/${invitation}`} dir="auto">
            {fullName(name)}
          </a>
          <div class="person-more">
            {relationship && <bdi>{relationship}</bdi>}
            <InvitationState state={state} conflicts={0} />
          </div>
        </li>
      ))}
    </ul>
  );
}

export function Caregivers({ invitation: { caregivers } }: { invitation: InvitationDetail }) {
  const words = frontdeskWords().invitation;
  return (
    <ul class="stack gap-2">
      {caregivers.map(({ name, relationship, phone, email, legalRepresentative }) => (
        <li key={email}>
          <p>
            <b dir="auto">{fullName(name)}</b>, <bdi>{relationship}</bdi>
          </p>
          <p>{legalRepresentative ? words.mayDecide : words.mayNotDecide}</p>
          <p class="person-more">
            <bdi>{email}</bdi>
            {phone && <bdi>{phoneForPeople(phone)}</bdi>}
          </p>
        </li>
      ))}
    </ul>
  );
}
