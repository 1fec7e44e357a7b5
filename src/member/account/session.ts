import type { MemberAnswer } from '../../contract/memberApi.ts';
import type { Problem } from '../../ui/api.ts';
import { chooseLanguage, isUiLanguage, language, type UiLanguage } from '../../ui/language.ts';
import * as doors from './doors.ts';
import { memberState } from './state.ts';

/** Coming and going of a member. */

export async function findMember(): Promise<void> {
  const answer = await doors.session();
  if (answer.ok) return enter(answer.value);
  memberState.value =
    answer.problem.code === 'not-logged-in'
      ? { at: 'out', ended: false }
      : { at: 'unreachable', problem: answer.problem };
}

/** What the server tells of this member now; its language is theirs wherever they sign in. */
export function enter(home: MemberAnswer): void {
  if (isUiLanguage(home.language)) language.value = home.language;
  memberState.value = { at: 'in', home };
}

/** Nobody is put out where the network fails: what is on screen stays, and the next step tells. */
export async function lookAgain(): Promise<void> {
  const answer = await doors.session();
  if (answer.ok && memberState.value.at === 'in') enter(answer.value);
}

/** Answers what went wrong, or nothing. Here it has ended in any case. */
export async function leave({ ended = false } = {}): Promise<Problem | undefined> {
  const answer = await doors.signOut();
  if (!answer.ok && !ended) return answer.problem;
  memberState.value = { at: 'out', ended };
  return undefined;
}

/** The language holds on this device at once, and with the practice as soon as it is reached. */
export function changeLanguage(chosen: UiLanguage): void {
  chooseLanguage(chosen);
  if (memberState.value.at !== 'in') return;
  void doors.setLanguage(chosen).then((answer) => {
    if (answer.ok && memberState.value.at === 'in') memberState.value = { at: 'in', home: answer.value };
  });
}
