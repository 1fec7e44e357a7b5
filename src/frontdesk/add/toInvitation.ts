import type { NewInvitation } from '../../contract/people.ts';
import type { InvitationDetail } from '../../contract/staffApi.ts';
import { readBirthDate } from '../../domain/birthDate.ts';
import { readPhone } from '../../domain/contactDetails.ts';
import { fullName, type PersonName } from '../../domain/people.ts';
import type { Draft } from './draft.ts';

/** From what was typed to what is sent, and back from what came. */

/** A draft that `checkDraft` finds nothing wrong with, as the server takes it. */
export function toInvitation(draft: Draft, today: string): NewInvitation {
  const birthDate = readBirthDate(draft.birthDate, today);
  if (!birthDate.ok || !draft.sex) throw new TypeError('a draft is sent only after it was checked');
  return {
    id: draft.id,
    patient: {
      name: nameOf(draft),
      birthDate: birthDate.date,
      sex: draft.sex,
      phone: phoneOf(draft.phone),
      email: draft.email.trim() || null,
      language: draft.language,
      address: oneLine(draft.address),
      recordNumber: oneLine(draft.recordNumber) || null,
      practitioner: draft.practitioner,
    },
    method: draft.method,
    contact: {
      days: draft.days,
      from: draft.from || null,
      to: draft.to || null,
      zone: draft.zone,
      phone: phoneOf(draft.contactPhone ?? draft.phone),
    },
    note: draft.note.trim(),
  };
}

export function nameOf({ first, last, suffix, preferred }: Draft): PersonName {
  const name: PersonName = { first: oneLine(first), last: oneLine(last) };
  if (oneLine(suffix)) name.suffix = oneLine(suffix);
  if (oneLine(preferred)) name.preferred = oneLine(preferred);
  return name;
}

/**
 * Whether what the server has under this id is not what was sent now: a first try had arrived although its answer was
 * lost, and the draft was changed in between.
 */
export function differs(sent: NewInvitation, stored: InvitationDetail): boolean {
  const { patient } = sent;
  return (
    fullName(patient.name) !== fullName(stored.name) ||
    patient.birthDate !== stored.birthDate ||
    patient.phone !== stored.phone ||
    patient.email !== stored.email ||
    patient.language !== stored.language ||
    patient.recordNumber !== stored.recordNumber ||
    sent.method !== stored.method ||
    sent.note !== stored.note
  );
}

function phoneOf(typed: string): string | null {
  const read = readPhone(typed);
  return read.ok ? read.phone : null;
}

/** Pasted tabs and line breaks become spaces: the wire takes lines only. */
function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').trim();
}
