import * as v from 'valibot';
import {
  duplicatesAnswer,
  householdAnswer,
  usernamesAnswer,
  type Caregiver,
  type NewHousehold,
} from '../contract/householdApi.ts';
import {
  devicesAnswer,
  pairingAnswer,
  sessionAnswer,
  setupAnswer,
  setupState,
  type SetupRequest,
} from '../contract/staffApi.ts';
import { invitationAnswer, invitationsAnswer, type EditRequest } from '../contract/invitationsApi.ts';
import { rescueAnswer } from '../contract/rescueApi.ts';
import { reportAnswer } from '../contract/reportsApi.ts';
import { scriptAnswer, type VerbalRequest } from '../contract/verbalApi.ts';
import { worklistAnswer } from '../contract/worklistApi.ts';
import type { Decision } from '../domain/conflicts.ts';
import type { PersonName } from '../domain/people.ts';
import type { Suspect } from './add/host.ts';
import { call, nothing, type Answer, type Method } from '../ui/api.ts';
import { noteContact } from './contact.ts';
import { sessionEnded } from './sessionState.ts';

/** The console's doors to the server, one line each. */

type Signal = AbortSignal | undefined;

export const setup = () => ask('GET', '/api/setup', setupState);
/** Making keys and hashing several passwords takes its time. */
export const setUp = (request: SetupRequest) => ask('POST', '/api/setup', setupAnswer, request, undefined, 60_000);

export const currentSession = () => ask('GET', '/api/staff/session', sessionAnswer);
export const logIn = (login: string, password: string) =>
  ask('POST', '/api/staff/login', sessionAnswer, { login, password });
export const logOut = () => ask('POST', '/api/staff/logout', nothing, {});

export const usernames = (names: readonly PersonName[]) =>
  ask('POST', '/api/staff/usernames', usernamesAnswer, { names });
export const duplicates = (people: readonly Suspect[]) =>
  ask('POST', '/api/staff/duplicates', duplicatesAnswer, { people });
export const addHousehold = (household: NewHousehold) =>
  ask('POST', '/api/staff/households', householdAnswer, household);
export const invitations = (query: URLSearchParams, signal?: Signal) =>
  ask('GET', `/api/staff/invitations?${query.toString()}`, invitationsAnswer, undefined, signal);
export const invitation = (id: string, signal?: Signal) =>
  ask('GET', `/api/staff/invitations/${encodeURIComponent(id)}`, invitationAnswer, undefined, signal);
export const editInvitation = (id: string, edit: EditRequest) =>
  ask('PUT', `/api/staff/invitations/${encodeURIComponent(id)}`, invitationAnswer, edit);
export const recordCaregiver = (id: string, version: number, caregiver: Caregiver) =>
  ask('PUT', `/api/staff/invitations/${encodeURIComponent(id)}/caregivers`, invitationAnswer, { version, caregiver });
export const script = (id: string, signal?: Signal) =>
  ask('GET', `/api/staff/invitations/${encodeURIComponent(id)}/script`, scriptAnswer, undefined, signal);
export const takeVerbal = (id: string, answer: VerbalRequest) =>
  ask('POST', `/api/staff/invitations/${encodeURIComponent(id)}/verbal`, invitationAnswer, answer);
export const resendInvitation = (id: string, version: number) =>
  ask('POST', `/api/staff/invitations/${encodeURIComponent(id)}/resend`, invitationAnswer, { version });
export const cancelInvitation = (id: string, version: number, reason: string) =>
  ask('POST', `/api/staff/invitations/${encodeURIComponent(id)}/cancel`, invitationAnswer, { version, reason });
export const settleConflict = (id: string, conflict: string, note: string, decision: Decision | null) =>
  ask(
    'POST',
    `/api/staff/invitations/${encodeURIComponent(id)}/conflicts/${encodeURIComponent(conflict)}/settle`,
    invitationAnswer,
    { note, decision },
  );
/** Forms to print, as one PDF that the browser opens itself. */
export const paperFormsAddress = (ids: readonly string[]): string =>
  ids.length === 1
    ? `/api/staff/invitations/${encodeURIComponent(ids[0] ?? '')}/paper-form`
    : `/api/staff/paper-forms?ids=${ids.map(encodeURIComponent).join(',')}`;
export const inviteAgain = (over: string, id: string) =>
  ask('POST', `/api/staff/invitations/${encodeURIComponent(over)}/again`, invitationAnswer, { id });
export const settleRefused = (id: string, note: string) =>
  ask('POST', `/api/staff/invitations/${encodeURIComponent(id)}/refused/settle`, invitationAnswer, { note });
/** A PDF, opened by the browser itself. */
export const documentAddress = (id: string): string => `/api/staff/documents/${encodeURIComponent(id)}`;

export const devices = (signal?: Signal) => ask('GET', '/api/staff/devices', devicesAnswer, undefined, signal);
/** Many signatures are opened and checked at once. */
export const bringInEnvelopes = (envelopes: readonly unknown[]) =>
  ask('POST', '/api/staff/rescue', rescueAnswer, { envelopes }, undefined, 60_000);
export const pairTablet = () => ask('POST', '/api/staff/pairings', pairingAnswer, {});
export const unlockTablet = (id: string) =>
  ask('POST', `/api/staff/devices/${encodeURIComponent(id)}/unlock`, nothing, {});
export const renameTablet = (id: string, name: string) =>
  ask('PUT', `/api/staff/devices/${encodeURIComponent(id)}`, nothing, { name });
export const revokeTablet = (id: string) =>
  ask('POST', `/api/staff/devices/${encodeURIComponent(id)}/revoke`, nothing, {});

export const worklist = (show: 'open' | 'done', signal?: Signal) =>
  ask('GET', `/api/staff/worklist?show=${show}`, worklistAnswer, undefined, signal);
export type WorkStep = 'claim' | 'release' | 'done' | 'reopen';
export const takeWorkStep = (id: string, step: WorkStep) =>
  ask('POST', `/api/staff/worklist/${encodeURIComponent(id)}/${step}`, worklistAnswer, {});

export const report = (query: URLSearchParams, signal?: Signal) =>
  ask('GET', `/api/staff/reports?${query.toString()}`, reportAnswer, undefined, signal);
/** A file for a spreadsheet, saved by the browser itself. */
export const reportFile = (table: 'weeks' | 'declines' | 'invitations', query: URLSearchParams): string =>
  `/api/staff/reports/${table}.csv?${query.toString()}`;

/** Asks the server as this session. */
export async function ask<T>(
  method: Method,
  path: string,
  schema: v.GenericSchema<unknown, T>,
  body?: unknown,
  signal?: Signal,
  timeout?: number,
): Promise<Answer<T>> {
  const answer = await call(method, path, schema, body, { signal, timeout });
  noteContact(answer);
  if (!answer.ok && answer.problem.code === 'not-logged-in') sessionEnded();
  return answer;
}
