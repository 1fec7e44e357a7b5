import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import type { Caregiver } from '../../contract/householdApi.ts';
import type { InvitationDetail } from '../../contract/invitationsApi.ts';
import { phoneForPeople } from '../../domain/contactDetails.ts';
import { fullName, greetingName } from '../../domain/people.ts';
import { BackLink } from '../../ui/BackLink.tsx';
import { createForm } from '../../ui/form.ts';
import { Page } from '../../ui/Page.tsx';
import { CaregiverFields } from '../add/CaregiverFields.tsx';
import { checkCaregiver } from '../add/check.ts';
import { toCaregiver } from '../add/toHousehold.ts';
import { caregiverFields, emptyCaregiver, type CaregiverValues } from '../add/values.ts';
import * as doors from '../doors.ts';
import { LiveProblem } from '../LiveProblem.tsx';
import type { Mistake } from '../mistake.ts';
import { SaveForm } from '../SaveForm.tsx';
import { frontdeskWords } from '../text.ts';
import { useLive } from '../useLive.ts';

/** Records somebody who helps the patients of a household, and whether they may sign for them. `step` is their id, or `new`. */
export function CaregiverPage({ params }: { params?: { id?: string; step?: string } }) {
  const words = frontdeskWords().invitation;
  const id = params?.id ?? '';
  const { value, problem } = useLive(`invitation ${id}`, (signal) => doors.invitation(id, signal));
  const known = value?.caregivers.find((one) => one.id === params?.step);
  const wanted = params?.step === 'new' || known !== undefined;
  if (value && wanted) return <CaregiverForm key={params?.step} invitation={value} known={known} />;
  return (
    <Page
      key="empty"
      title={value || problem?.code === 'not-found' ? words.missing : words.addCaregiver}
      back={<BackLink href={`/invitations/${id}`}>{words.editBack}</BackLink>}
    >
      <LiveProblem problem={problem} empty={!value} />
    </Page>
  );
}

function CaregiverForm({ invitation, known }: { invitation: InvitationDetail; known: Caregiver | undefined }) {
  const words = frontdeskWords().invitation;
  const { route } = useLocation();
  const address = `/invitations/${invitation.id}`;
  const [form] = useState(() => createForm<CaregiverValues, Mistake>(typed(known), checkCaregiver));
  // What another desk did since is not overwritten unseen: the server refuses an older version.
  const [version] = useState(invitation.version);
  return (
    <Page
      title={known ? words.editCaregiver(fullName(known.name)) : words.addCaregiver}
      lead={words.caregiverLead}
      back={<BackLink href={address}>{words.editBack}</BackLink>}
    >
      <SaveForm
        form={form}
        fields={caregiverFields}
        prefix="caregiver"
        label={words.saveCaregiver}
        save={(values) => doors.recordCaregiver(invitation.id, version, toCaregiver(values))}
        onSaved={() => route(address)}
      >
        <CaregiverFields
          form={form}
          prefix="caregiver"
          relationship={frontdeskWords().add.relationship(greetingName(invitation.name))}
        />
      </SaveForm>
    </Page>
  );
}

function typed(known: Caregiver | undefined): CaregiverValues {
  if (!known) return emptyCaregiver();
  const { id, name, relationship, phone, email, legalRepresentative } = known;
  return {
    id,
    first: name.first,
    last: name.last,
    relationship,
    phone: phone === null ? '' : phoneForPeople(phone),
    email,
    legalRepresentative: legalRepresentative ? 'yes' : 'no',
  };
}
