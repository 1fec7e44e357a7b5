import { batch, computed, effect, signal } from '@preact/signals';
import { newId } from '../../contract/newId.ts';
import { createForm, type Form } from '../../ui/form.ts';
import { today } from '../../ui/moments.ts';
import type { Mistake } from '../mistake.ts';
import { checkCaregiver, checkContact, checkMember, onlyPractitioner } from './check.ts';
import type { HouseholdHost, KeptDraft } from './host.ts';
import { keeper } from './keeper.ts';
import type { Outlook } from './lookUp.ts';
import type { Done, Sending } from './send.ts';
import {
  caregiverFields,
  contactFields,
  emptyCaregiver,
  emptyContact,
  emptyMember,
  isFilled,
  memberFields,
  type CaregiverValues,
  type ContactValues,
  type MemberValues,
} from './values.ts';

/** A household while it is typed. It lives above the screens, so that leaving one loses nothing. */

export type Member = { kind: 'member'; key: string; isRelated: boolean; form: Form<MemberValues, Mistake> };
export type Caregiver = { kind: 'caregiver'; key: string; form: Form<CaregiverValues, Mistake> };
export type Person = Member | Caregiver;

/** What a household takes at most (`contract/householdApi.ts`). */
export const MOST_OF_A_KIND = 10;

export type Household = ReturnType<typeof createHousehold>;

export function createHousehold(host: HouseholdHost) {
  const id = signal(newId());
  const patient = signal(newMember(emptyMember(), false));
  const related = signal<readonly Member[]>([]);
  const caregivers = signal<readonly Caregiver[]>([]);
  const contact: Form<ContactValues, Mistake> = createForm(emptyContact(), checkContact);
  const people = computed<readonly Person[]>(() => [patient.value, ...related.value, ...caregivers.value]);
  const members = computed<readonly Member[]>(() => [patient.value, ...related.value]);

  /** When what is on screen was typed, where it was brought back from this device. */
  const restored = signal<string | undefined>(undefined);
  /** Presses of Next that found mistakes. */
  const attempt = signal(0);
  /** The id of the control that the next drawing gives the focus. */
  const focus = signal<string | undefined>(undefined);
  /** What just happened to the form, for those who don't see it. */
  const news = signal('');
  const unfinished = computed(
    () =>
      restored.value !== undefined ||
      people.value.length > 1 ||
      contact.dirty.value ||
      people.value.some(({ form }) => form.dirty.value),
  );
  const snapshot = computed<KeptDraft>(() => ({
    version: 1,
    savedAt: new Date().toISOString(),
    id: id.value,
    members: members.value.map(({ form }) => form.values.value),
    caregivers: caregivers.value.map(({ form }) => form.values.value),
    contact: contact.values.value,
  }));
  const keep = keeper(host.drafts);
  const sending = signal<Sending>({ at: 'rest' });

  function newMember(values: MemberValues, isRelated: boolean): Member {
    const form = createForm<MemberValues, Mistake>(values, (typed) =>
      checkMember(typed, { isRelated, practice: host.practice(), today: today() }),
    );
    return { kind: 'member', key: values.invitation, isRelated, form };
  }

  function addRelated(): void {
    const member = newMember(emptyMember(), true);
    batch(() => {
      related.value = [...related.value, member];
      focus.value = fieldId(member, 'relationship');
    });
  }

  function addCaregiver(): void {
    const caregiver = newCaregiver(emptyCaregiver());
    batch(() => {
      caregivers.value = [...caregivers.value, caregiver];
      focus.value = fieldId(caregiver, 'relationship');
    });
  }

  /** `said` is read out. */
  function remove({ kind, key }: Person, said: string): void {
    batch(() => {
      related.value = related.value.filter((one) => one.key !== key);
      caregivers.value = caregivers.value.filter((one) => one.key !== key);
      focus.value = kind === 'member' ? ADD_PATIENT : ADD_CAREGIVER;
      news.value = said;
    });
  }

  function fill(draft: Omit<KeptDraft, 'version' | 'savedAt'>): void {
    const [first = emptyMember(), ...others] = draft.members;
    batch(() => {
      id.value = draft.id;
      patient.value = newMember({ ...emptyMember(), ...first }, false);
      related.value = others.map((values) => newMember({ ...emptyMember(), ...values }, true));
      caregivers.value = draft.caregivers.map((values) => newCaregiver({ ...emptyCaregiver(), ...values }));
      contact.start({ ...emptyContact(), ...draft.contact });
      restored.value = undefined;
      attempt.value = 0;
      sending.value = { at: 'rest' };
    });
  }

  /** Starts anew, and takes what is kept of the form off this device. */
  function clear(): void {
    fill({ id: newId(), members: [], caregivers: [], contact: emptyContact() });
    keep.clear();
  }

  const loaded = signal(false);
  async function load(): Promise<void> {
    const kept = await host.drafts.load().catch(() => undefined);
    batch(() => {
      // Somebody may have begun to type before an old form was found: what is on screen stays.
      if (kept && !unfinished.value) {
        fill(kept);
        restored.value = kept.savedAt;
        seen = snapshot.peek();
      }
      loaded.value = true;
    });
  }

  let seen = snapshot.peek();
  effect(() => {
    const now = snapshot.value;
    const changed = now !== seen;
    seen = now;
    if (changed && loaded.peek() && unfinished.peek()) keep.save(now);
  });
  void load();

  /** Whether the people can go on to the contact screen. Shows what is wrong where they can't. */
  function submitPeople(): boolean {
    const right = people.value.map((person) =>
      person.kind === 'member' ? person.form.submit(memberFields) : person.form.submit(caregiverFields),
    );
    const all = right.every(Boolean);
    attempt.value = all ? 0 : attempt.value + 1;
    return all;
  }

  const peopleAreRight = (): boolean =>
    people.value.every((person) =>
      person.kind === 'member' ? person.form.isRight(memberFields) : person.form.isRight(caregiverFields),
    );
  const contactIsRight = (): boolean => contact.isRight(contactFields);

  return {
    host,
    id,
    patient,
    related,
    caregivers,
    contact,
    people,
    members,
    loaded,
    restored,
    attempt,
    focus,
    news,
    unfinished,
    snapshot,
    keepTrouble: keep.trouble,
    outlook: signal<Outlook | undefined>(undefined),
    looking: signal(false),
    sending,
    done: signal<Done | undefined>(undefined),
    addRelated,
    addCaregiver,
    remove,
    clear,
    submitPeople,
    peopleAreRight,
    contactIsRight,
  };
}

function newCaregiver(values: CaregiverValues): Caregiver {
  return { kind: 'caregiver', key: values.id, form: createForm<CaregiverValues, Mistake>(values, checkCaregiver) };
}

export const ADD_PATIENT = 'add-related-patient';
export const ADD_CAREGIVER = 'add-related-caregiver';

/** The prefix of a person's controls, for `bind`. */
export function prefixOf({ key }: Person): string {
  return `person-${key}`;
}

export function fieldId(person: Person, field: string): string {
  return `${prefixOf(person)}-${field}`;
}

/** Another member with the same e-mail address: only one account can have it. */
export function sharesEmailWith({ members }: Household, member: Member): Member | undefined {
  const emailOf = ({ form }: Member): string => form.values.value.email.trim().toLowerCase();
  return members.value.find(
    (other) => other.key !== member.key && emailOf(other) !== '' && emailOf(other) === emailOf(member),
  );
}

export function isPersonFilled(person: Person): boolean {
  return person.kind === 'member'
    ? isFilled(person.form.values.value, memberFields)
    : isFilled(person.form.values.value, caregiverFields);
}

export type FullMember = MemberValues & {
  [Field in 'method' | 'phone' | 'language' | 'address' | 'practitioner']-?: NonNullable<MemberValues[Field]>;
};

/** A member with what comes from the first patient and from the practice filled in. */
export function filledIn(household: Household, { form }: Member): FullMember {
  const practice = household.host.practice();
  const own = form.values.value;
  const first = household.patient.value.form.values.value;
  return {
    ...own,
    method: own.method ?? practice.method,
    phone: own.phone ?? first.phone ?? '',
    language: own.language ?? first.language ?? practice.languages[0] ?? 'en',
    address: own.address ?? first.address ?? '',
    practitioner: own.practitioner ?? first.practitioner ?? onlyPractitioner(practice),
  };
}

const households = new WeakMap<HouseholdHost, Household>();

/** The household of a host: the same one each time, so that what was typed outlives the screens. */
export function householdOf(host: HouseholdHost): Household {
  const known = households.get(host) ?? createHousehold(host);
  households.set(host, known);
  return known;
}
