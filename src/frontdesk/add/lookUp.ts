import { likeness, type DuplicateReason } from '../../domain/duplicates.ts';
import type { Answer } from '../../ui/api.ts';
import type { Found } from './host.ts';
import { filledIn, type Household, type Member } from './household.ts';
import { birthDateOf } from './toHousehold.ts';
import { nameOf, oneLine } from './values.ts';

/** What is found out before sending: the usernames that will be made, and who may be known already. */
export type Outlook = {
  /** What was typed when it was asked, so that it is not taken for an answer about something else. */
  about: string;
  /** By invitation; nobody is in it where everybody has an e-mail. `later` where they are made at the practice. */
  usernames: Answer<ReadonlyMap<string, string> | 'later'>;
  duplicates: Answer<Found>;
};

/** Asks. Undefined where the session had ended: the log-in page is on screen, and it is asked again afterwards. */
export async function lookUp(household: Household): Promise<Outlook | undefined> {
  const { host } = household;
  const about = question(household);
  const nameless = withoutEmail(household);
  const own = new Set(household.members.value.map(({ key }) => key));
  household.looking.value = true;
  const [usernames, duplicates] = await Promise.all([
    nameless.length > 0 ? host.usernames(nameless.map(({ form }) => nameOf(form.values.value))) : nobody,
    host.duplicates(suspects(household)),
  ]);
  household.looking.value = false;
  const ended = [usernames, duplicates].some((answer) => !answer.ok && answer.problem.code === 'not-logged-in');
  if (ended) return undefined;
  household.outlook.value = {
    about,
    usernames: usernames.ok ? { ok: true, value: byInvitation(nameless, usernames.value) } : usernames,
    // A first try that had arrived although its answer was lost is no duplicate of itself.
    duplicates: duplicates.ok
      ? {
          ok: true,
          value: {
            ...duplicates.value,
            duplicates: duplicates.value.duplicates.filter(({ invitation }) => !own.has(invitation)),
          },
        }
      : duplicates,
  };
  return household.outlook.value;
}

const nobody: Answer<readonly string[]> = { ok: true, value: [] };

/** What was found out, where nothing has been changed since. */
export function presentOutlook(household: Household): Outlook | undefined {
  const outlook = household.outlook.value;
  return outlook?.about === question(household) ? outlook : undefined;
}

/** Whether there is something to confirm or to decide before sending. */
export function asksForDecision(household: Household, { duplicates }: Outlook): boolean {
  return (
    withoutEmail(household).length > 0 ||
    !duplicates.ok ||
    duplicates.value.duplicates.length > 0 ||
    alikeWithin(household).length > 0
  );
}

export function withoutEmail(household: Household): Member[] {
  return household.members.value.filter(({ form }) => !form.values.value.email.trim());
}

export type Alike = { one: Member; other: Member; reasons: DuplicateReason[] };

/** Members of the same household who may be one person entered twice. */
export function alikeWithin(household: Household): Alike[] {
  const known = suspects(household);
  const members = household.members.value;
  return members.flatMap((one, i) =>
    members.slice(i + 1).flatMap((other, j) => {
      const [left, right] = [known[i], known[i + 1 + j]];
      const reasons = left && right ? likeness(left, right) : [];
      return reasons.length > 0 ? [{ one, other, reasons }] : [];
    }),
  );
}

function suspects(household: Household) {
  return household.members.value.map((member) => {
    const typed = filledIn(household, member);
    return {
      key: member.key,
      name: nameOf(typed),
      birthDate: birthDateOf(typed.birthDate),
      recordNumber: oneLine(typed.recordNumber) || null,
    };
  });
}

function question(household: Household): string {
  const without = withoutEmail(household).map(({ key }) => key);
  return JSON.stringify([suspects(household), without]);
}

function byInvitation(members: readonly Member[], usernames: readonly string[] | 'later') {
  if (usernames === 'later') return usernames;
  return new Map(members.map(({ key }, place) => [key, usernames[place] ?? '']));
}
