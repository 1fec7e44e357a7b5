import * as v from 'valibot';
import type { NewInvitation } from '../contract/people.ts';
import {
  devicesAnswer,
  invitationAnswer,
  invitationsAnswer,
  pairingAnswer,
  sessionAnswer,
  setupAnswer,
  setupState,
  usernameAnswer,
  type SetupRequest,
} from '../contract/staffApi.ts';
import type { PersonName } from '../domain/people.ts';
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

export const proposeUsername = (name: PersonName, signal?: Signal) =>
  ask('POST', '/api/staff/usernames', usernameAnswer, { name }, signal);
export const invite = (invitation: NewInvitation) =>
  ask('POST', '/api/staff/invitations', invitationAnswer, invitation);
export const invitations = (limit: number, offset: number, signal?: Signal) =>
  ask('GET', `/api/staff/invitations?limit=${limit}&offset=${offset}`, invitationsAnswer, undefined, signal);
export const invitation = (id: string, signal?: Signal) =>
  ask('GET', `/api/staff/invitations/${encodeURIComponent(id)}`, invitationAnswer, undefined, signal);
/** A PDF, opened by the browser itself. */
export const documentAddress = (id: string): string => `/api/staff/documents/${encodeURIComponent(id)}`;

export const devices = (signal?: Signal) => ask('GET', '/api/staff/devices', devicesAnswer, undefined, signal);
export const pairTablet = () => ask('POST', '/api/staff/pairings', pairingAnswer, {});
export const unlockTablet = (id: string) =>
  ask('POST', `/api/staff/devices/${encodeURIComponent(id)}/unlock`, nothing, {});

async function ask<T>(
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
