import type { InvitationDetail } from '../../contract/invitationsApi.ts';
import { phoneForPeople } from '../../domain/contactDetails.ts';
import { Facts } from '../../ui/Facts.tsx';
import { languageName } from '../../ui/language.ts';
import { calendarDay, dayAndTime, useNow } from '../../ui/moments.ts';
import { preferenceInWords } from '../contactTimes.ts';
import { deviceName } from '../deviceName.ts';
import { frontdeskWords } from '../text.ts';

/** What was entered with the invitation. */
export function InvitationFacts({ invitation }: { invitation: InvitationDetail }) {
  const words = frontdeskWords();
  const names = words.invitation;
  const now = useNow();
  const { birthDate, sex, phone, email, username, language, address, recordNumber, practitionerName } = invitation;
  return (
    <Facts
      facts={[
        { name: names.birthDate, value: calendarDay(birthDate) },
        { name: names.sex, value: words.sexes[sex] },
        ...(invitation.name.preferred ? [{ name: names.preferred, value: invitation.name.preferred }] : []),
        { name: names.phone, value: phone ? phoneForPeople(phone) : words.notKnown },
        { name: names.email, value: email ?? words.notKnown },
        ...(username ? [{ name: names.username, value: username }] : []),
        { name: names.language, value: languageName(language) },
        { name: names.address, value: address || words.notKnown },
        { name: names.recordNumber, value: recordNumber ?? words.notKnown },
        { name: names.practitioner, value: practitionerName },
        { name: names.method, value: words.methods[invitation.method] },
        {
          name: names.tablet,
          value: invitation.tablet === null ? words.invitations.noTablet : deviceName(invitation.tablet),
        },
        {
          name: names.added,
          value: names.addedBy(dayAndTime(invitation.createdAt, now), invitation.addedBy),
          wide: true,
        },
      ]}
    />
  );
}

/** When to call, in the patient's zone and in that of this desk, and the note for whoever calls. */
export function ContactFacts({ invitation: { contact, phone, note } }: { invitation: InvitationDetail }) {
  const { invitation: names, notKnown } = frontdeskWords();
  const { theirs, yours } = preferenceInWords(contact, useNow());
  const toUse = contact.phone ?? phone;
  return (
    <Facts
      facts={[
        { name: names.times, value: theirs, wide: true },
        ...(yours ? [{ name: names.yourTime, value: yours, wide: true }] : []),
        { name: names.contactPhone, value: toUse ? phoneForPeople(toUse) : notKnown, wide: true },
        { name: names.note, value: note || names.noNote, wide: true },
      ]}
    />
  );
}
