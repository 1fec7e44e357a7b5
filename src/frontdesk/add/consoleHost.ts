import { computed, signal } from '@preact/signals';
import type { Session } from '../../contract/staffApi.ts';
import type { Answer } from '../../ui/api.ts';
import * as doors from '../doors.ts';
import { deskDrafts } from './deskDrafts.ts';
import type { HouseholdHost } from './host.ts';
import { householdOf } from './household.ts';

/** Add Members in the console: the practice's server does the work, and forms are kept for each staff member. */

type Desk = { owner: string; session: Session; host: HouseholdHost };

const desk = signal<Desk | undefined>(undefined);

/** Somebody is in. What they left half filled on this computer is there again. */
export function openDesk(session: Session): void {
  const owner = `${session.practice.id} ${session.staff.id}`;
  const before = desk.peek();
  const same = before?.owner === owner;
  desk.value = { owner, session, host: same ? before.host : consoleHost(session) };
  // At once, not when the form is opened: the side panel says that something is unfinished.
  householdOf(desk.value.host);
}

/** Somebody logged out. What was typed stays on this computer, and nobody but its owner can open it. */
export function leaveDesk(): void {
  desk.value = undefined;
}

/** Undefined while nobody is in. */
export const deskHost = computed(() => desk.value?.host);

export const deskUnfinished = computed(() => desk.value !== undefined && householdOf(desk.value.host).unfinished.value);

function consoleHost(first: Session): HouseholdHost {
  return {
    practice() {
      const { practice, practitioners } = desk.value?.session ?? first;
      const { languages, method, zone } = practice;
      return { practitioners, languages, method, zone };
    },
    async send(household) {
      return mapped(await doors.addHousehold(household), ({ members }) => ({ at: 'practice', members }));
    },
    async usernames(names) {
      return mapped(await doors.usernames(names), (answer) => answer.usernames);
    },
    async duplicates(people) {
      return mapped(await doors.duplicates(people), ({ duplicates }) => ({ among: 'practice', duplicates }));
    },
    drafts: deskDrafts(first),
    linkTo: (invitation) => `/invitations/${invitation}`,
    formsToPrint: doors.paperFormsAddress,
  };
}

function mapped<T, U>(answer: Answer<T>, change: (value: T) => U): Answer<U> {
  return answer.ok ? { ok: true, value: change(answer.value) } : answer;
}
