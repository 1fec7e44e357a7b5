import type { Duplicate, HouseholdAnswer, NewHousehold } from '../../contract/householdApi.ts';
import type { Known } from '../../domain/duplicates.ts';
import type { SignFormsMethod } from '../../domain/invitation.ts';
import type { PersonName } from '../../domain/people.ts';
import type { Answer } from '../../ui/api.ts';
import type { CaregiverValues, ContactValues, MemberValues } from './values.ts';

/**
 * Where Add Members is used: in the console, with the practice's server behind it, or on a paired tablet in staff mode,
 * which may have no network. What is typed belongs to the host: a form that is left is there again for the same host.
 */
export type HouseholdHost = {
  /** What the form starts from, as it is known now. May read signals: the form follows. */
  practice: () => PracticeOfForm;
  send: (household: NewHousehold) => Promise<Answer<Sent>>;
  /** In the order of the names; `later` where they can only be made at the practice. */
  usernames: (names: readonly PersonName[]) => Promise<Answer<readonly string[] | 'later'>>;
  duplicates: (people: readonly Suspect[]) => Promise<Answer<Found>>;
  drafts: Drafts;
  /** The page of an invitation, opened beside this one; absent where there is none. */
  linkTo?: (invitation: string) => string;
  /** The paper forms of invitations as one file to print; absent where the practice's server may be out of reach. */
  formsToPrint?: (invitations: readonly string[]) => string;
};

export type PracticeOfForm = {
  practitioners: readonly { id: string; name: string }[];
  /** Tags; the first is where a form starts. */
  languages: readonly string[];
  /** The practice's preferred method. */
  method: SignFormsMethod;
  zone: string;
};

/** A person who may be known already; `key` is given back with what was found. */
export type Suspect = Known & { key: string };

/** `at` says where it is safe now: on a tablet, it is sent to the practice later, and usernames come from there. */
export type Sent = { at: 'practice' | 'tablet'; members: HouseholdAnswer['members'] };

/** `among` says where was looked: a tablet knows only the invitations that are on it. */
export type Found = { among: 'practice' | 'tablet'; duplicates: readonly Duplicate[] };

/** A half-filled form, kept on this device under a key of the staff member's own. */
export type KeptDraft = {
  version: 1;
  /** ISO time. */
  savedAt: string;
  id: string;
  /** The first is the patient. */
  members: MemberValues[];
  caregivers: CaregiverValues[];
  contact: ContactValues;
};

/** `save` and `clear` fail by throwing; `load` answers undefined for what is not there or can't be opened. */
export type Drafts = {
  load: () => Promise<KeptDraft | undefined>;
  save: (draft: KeptDraft) => Promise<void>;
  clear: () => Promise<void>;
};
