import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import type { MemberAnswer } from '../../contract/memberApi.ts';
import type { Problem } from '../../ui/api.ts';
import * as doors from './doors.ts';

/** Passkeys on this device, through the browser's own dialogue. */

/** `left`: the dialogue was closed, or took too long. Nothing has changed then. */
export type PasskeyOutcome = { is: 'done'; home: MemberAnswer } | { is: 'left' } | { is: 'refused'; problem: Problem };

export const passkeysWork = browserSupportsWebAuthn;

export async function makePasskey(): Promise<PasskeyOutcome> {
  const asked = await doors.passkeyToMake();
  if (!asked.ok) return { is: 'refused', problem: asked.problem };
  const optionsJSON = asked.value as unknown as PublicKeyCredentialCreationOptionsJSON;
  const made = await inDialogue(() => startRegistration({ optionsJSON }));
  return made ? outcome(await doors.keepPasskey(made)) : { is: 'left' };
}

export async function answerWithPasskey(): Promise<PasskeyOutcome> {
  const asked = await doors.passkeyToUse();
  if (!asked.ok) return { is: 'refused', problem: asked.problem };
  const optionsJSON = asked.value as unknown as PublicKeyCredentialRequestOptionsJSON;
  const used = await inDialogue(() => startAuthentication({ optionsJSON }));
  return used ? outcome(await doors.signInByPasskey(used)) : { is: 'left' };
}

/** Browsers don't tell apart why a dialogue came to nothing, so that a page can't listen at it. */
async function inDialogue<T>(open: () => Promise<T>): Promise<T | undefined> {
  try {
    return await open();
  } catch {
    return undefined;
  }
}

function outcome(answer: Awaited<ReturnType<typeof doors.keepPasskey>>): PasskeyOutcome {
  return answer.ok ? { is: 'done', home: answer.value } : { is: 'refused', problem: answer.problem };
}
