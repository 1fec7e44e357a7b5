import type { InvitationDetail } from '../../contract/staffApi.ts';
import { phoneForPeople } from '../../domain/contactDetails.ts';
import { Facts } from '../../ui/Facts.tsx';
import { languageName } from '../../ui/language.ts';
import { calendarDay } from '../../ui/moments.ts';
import { frontdeskWords } from '../text.ts';

/** What was entered with the invitation. */
export function InvitationFacts({ invitation }: { invitation: InvitationDetail }) {
  const words = frontdeskWords();
  const names = words.invitation;
  const { birthDate, phone, email, username, language, recordNumber, practitionerName, method, note } = invitation;
  return (
    <Facts
      facts={[
        { name: names.birthDate, value: calendarDay(birthDate) },
        { name: names.phone, value: phone ? phoneForPeople(phone) : words.notKnown },
        { name: names.email, value: email ?? words.notKnown },
        ...(username ? [{ name: names.username, value: username }] : []),
        { name: names.language, value: languageName(language) },
        { name: names.recordNumber, value: recordNumber ?? words.notKnown },
        { name: names.practitioner, value: practitionerName },
        { name: names.method, value: words.methods[method] },
        { name: names.note, value: note || names.noNote, wide: true },
      ]}
    />
  );
}
