import type { InvitationDetail } from '../../contract/invitationsApi.ts';
import { phoneForPeople } from '../../domain/contactDetails.ts';
import { fullName } from '../../domain/people.ts';
import { allowedHere } from '../allowedHere.ts';
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

/** Who helps this household, and who of them may sign. */
export function Caregivers({ invitation: { id: invitation, caregivers } }: { invitation: InvitationDetail }) {
  const words = frontdeskWords().invitation;
  const mayChange = allowedHere('invite');
  return (
    <>
      {caregivers.length === 0 && <p>{words.noCaregivers}</p>}
      <ul class="stack gap-2">
        {caregivers.map(({ id, name, relationship, phone, email, legalRepresentative }) => (
          <li key={id}>
            <p>
              <b dir="auto">{fullName(name)}</b>, <bdi>{relationship}</bdi>
            </p>
            <p>{legalRepresentative ? words.mayDecide : words.mayNotDecide}</p>
            <p class="person-more">
              <bdi>{email}</bdi>
              {phone && <bdi>{phoneForPeople(phone)}</bdi>}
            </p>
            {mayChange && (
              <a class="no-print" href={`/invitations/${invitation}/caregivers/${id}`}>
                {words.editCaregiver(fullName(name))}
              </a>
            )}
          </li>
        ))}
      </ul>
      {mayChange && (
        <p class="no-print">
          <a href={`/invitations/${invitation}/caregivers/new`}>{words.addCaregiver}</a>
        </p>
      )}
    </>
  );
}
