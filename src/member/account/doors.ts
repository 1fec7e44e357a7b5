import type * as v from 'valibot';
import {
  activationAnswer,
  memberAnswer,
  passkeyOptions,
  type activateRequest,
  type activationRequest,
  type MemberAnswer,
} from '../../contract/memberApi.ts';
import { call, callForPdf, nothing, type Answer } from '../../ui/api.ts';
import { saveFile } from '../../ui/saveFile.ts';
import { memberState } from './state.ts';

/** A member's doors to the practice's server, one line each. */

/** What opens an account: the token of a link, or a name and the code on a slip. */
export type Key = v.InferInput<typeof activationRequest>['key'];

export const openActivation = (key: Key) => call('POST', '/api/member/activation/open', activationAnswer, { key });
export const activate = (request: v.InferInput<typeof activateRequest>) =>
  call('POST', '/api/member/activation/finish', memberAnswer, request);
export const signIn = (handle: string, password: string) =>
  call('POST', '/api/member/login', memberAnswer, { handle, password });
export const signOut = () => call('POST', '/api/member/logout', nothing, {});
export const forgot = (handle: string) => call('POST', '/api/member/forgot', nothing, { handle });

export const passkeyToUse = () => call('POST', '/api/member/passkey/options', passkeyOptions, {});
export const signInByPasskey = (response: object) =>
  call('POST', '/api/member/passkey/login', memberAnswer, { response });

export const session = () => asMember(call('GET', '/api/member/session', memberAnswer));
export const setLanguage = (language: string) =>
  asMember(call('PUT', '/api/member/language', memberAnswer, { language }));
export const setPassword = (present: string, password: string) =>
  asMember(call('PUT', '/api/member/password', nothing, { present, password }));
export const stop = (invitation: string, effectiveOn: string): Promise<Answer<MemberAnswer>> =>
  asMember(call('POST', '/api/member/stop', memberAnswer, { invitation, effectiveOn, reason: '' }));

export const passkeyToMake = () => asMember(call('POST', '/api/member/passkeys/options', passkeyOptions, {}));
export const keepPasskey = (response: object) =>
  asMember(call('POST', '/api/member/passkeys', memberAnswer, { response }));
export const removePasskey = (id: string) =>
  asMember(call('POST', `/api/member/passkeys/${encodeURIComponent(id)}/remove`, memberAnswer, {}));

export const documentPath = (id: string): string => `/api/member/documents/${encodeURIComponent(id)}`;
export const receiptPath = (invitation: string): string =>
  `/api/member/invitations/${encodeURIComponent(invitation)}/receipt-slip`;
export const stopLetterPath = (invitation: string): string =>
  `/api/member/invitations/${encodeURIComponent(invitation)}/stop-letter`;

/** Saves a PDF on this device. */
export async function download(path: string, name: string): Promise<Answer<Blob>> {
  const answer = await asMember(callForPdf('GET', path));
  if (answer.ok) saveFile(answer.value, name);
  return answer;
}

/** A session that has ended leads back to the sign-in, whichever door said so. */
async function asMember<T>(asked: Promise<Answer<T>>): Promise<Answer<T>> {
  const answer = await asked;
  if (!answer.ok && answer.problem.code === 'not-logged-in' && memberState.value.at === 'in')
    memberState.value = { at: 'out', ended: true };
  return answer;
}
