import type { SampleLogin } from '../contract/staffApi.ts';
import type { Problem } from '../ui/api.ts';
import { leaveDesk, openDesk } from './add/consoleHost.ts';
import * as doors from './doors.ts';
import { changes } from './live.ts';
import { sessionState } from './sessionState.ts';

/** Coming and going of a staff member. */

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

/** What was set meanwhile, such as the practice's practitioners. Nobody is put out where this fails. */
export async function refreshSession(): Promise<void> {
  const answer = await doors.currentSession();
  const now = sessionState.value;
  if (!answer.ok || now.at !== 'in') return;
  if (JSON.stringify(answer.value) !== JSON.stringify(now.session)) enter(answer.value);
}

/** Milliseconds: what the practice sets changes seldom, and a burst of changes asks once. */
const SETTLED = 2_000;

/** Follows what other desks set, until the answer is called. */
export function followSession(): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let first = true;
  const unfollow = changes.subscribe(() => {
    if (!first)
      waiting ??= setTimeout(() => {
        waiting = undefined;
        void refreshSession();
      }, SETTLED);
    first = false;
  });
  return () => {
    unfollow();
    clearTimeout(waiting);
  };
}

/** Answers what went wrong, or nothing. */
export async function logIn(login: string, password: string): Promise<Problem | undefined> {
  const answer = await doors.logIn(login.trim(), password);
  if (!answer.ok) return answer.problem;
  enter(answer.value);
  return undefined;
}

/** Answers what went wrong, or nothing. What was half typed stays here for them alone: the next person is somebody else. */
export async function logOut(): Promise<Problem | undefined> {
  const answer = await doors.logOut();
  if (!answer.ok && answer.problem.code !== 'not-logged-in') return answer.problem;
  leaveDesk();
  sessionState.value = { at: 'out', ended: false };
  return undefined;
}

export function setupDone(logins: SampleLogin[]): void {
  sessionState.value = logins.length > 0 ? { at: 'setup', codeNeeded: false, logins } : { at: 'out', ended: false };
}

function enter(session: Extract<typeof sessionState.value, { at: 'in' }>['session']): void {
  openDesk(session);
  sessionState.value = { at: 'in', session };
}

function unreachable(problem: Problem): void {
  sessionState.value = { at: 'unreachable', problem };
}
