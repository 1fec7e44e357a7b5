import type { SampleLogin } from '../contract/staffApi.ts';
import type { Problem } from '../ui/api.ts';
import { forgetDraft, startDraft } from './add/draft.ts';
import * as doors from './doors.ts';
import { sessionState } from './sessionState.ts';

/** Coming and going of a staff member. */

/** The practice that what is half typed belongs to. */
let practiceBefore: string | undefined;

/** Asks the server where we stand: logged in, logged out, or not set up yet. */
export async function findSession(): Promise<void> {
  const answer = await doors.currentSession();
  if (answer.ok) return enter(answer.value);
  if (answer.problem.code !== 'not-logged-in') return unreachable(answer.problem);
  const setup = await doors.setup();
  if (!setup.ok) return unreachable(setup.problem);
  sessionState.value = setup.value.done
    ? { at: 'out', ended: false }
    : { at: 'setup', codeNeeded: setup.value.codeNeeded };
}

/** Answers what went wrong, or nothing. */
export async function logIn(login: string, password: string): Promise<Problem | undefined> {
  const answer = await doors.logIn(login.trim(), password);
  if (!answer.ok) return answer.problem;
  enter(answer.value);
  return undefined;
}

/** Answers what went wrong, or nothing. What was half typed goes too: the next person is somebody else. */
export async function logOut(): Promise<Problem | undefined> {
  const answer = await doors.logOut();
  if (!answer.ok && answer.problem.code !== 'not-logged-in') return answer.problem;
  forgetDraft();
  sessionState.value = { at: 'out', ended: false };
  return undefined;
}

export function setupDone(logins: SampleLogin[]): void {
  sessionState.value = logins.length > 0 ? { at: 'setup', codeNeeded: false, logins } : { at: 'out', ended: false };
}

function enter(session: Extract<typeof sessionState.value, { at: 'in' }>['session']): void {
  if (practiceBefore !== session.practice.id) startDraft(session);
  practiceBefore = session.practice.id;
  sessionState.value = { at: 'in', session };
}

function unreachable(problem: Problem): void {
  sessionState.value = { at: 'unreachable', problem };
}
