import { pairCodeAnswer, pairingCode, pairKeyAnswer } from '../contract/deviceApi.ts';
import * as v from 'valibot';
import { createDeviceDoor } from './deviceDoor.ts';
import { keysSurvive, makeDeviceKeys, publicKeyOf } from './deviceKeys.ts';
import { keepIdentity, storedAndReadBack, type Identity } from './identity.ts';

export type PairResult =
  | { ok: true; identity: Identity }
  | { ok: false; problem: 'code-unreadable' | 'keys-do-not-survive' | 'no-answer' | 'refused'; code?: string };

/** Pairs this tablet by the code on the console: makes its keys, tests that they survive, and pins the practice's. */
export async function pairTablet(given: {
  code: string;
  name: string;
  app: string;
  origin: string;
  fetch: typeof fetch;
}): Promise<PairResult> {
  const code = v.safeParse(pairingCode, given.code);
  if (!code.success) return { ok: false, problem: 'code-unreadable' };
  const keys = await makeDeviceKeys();
  if (!(await keysSurvive(keys, storedAndReadBack))) return { ok: false, problem: 'keys-do-not-survive' };
  const door = createDeviceDoor({ keys, origin: given.origin, fetch: given.fetch });
  const secret = await door.ask('POST', '/api/device/pair', pairCodeAnswer, { step: 'code', code: code.output });
  if (secret.kind !== 'ok') return notPaired(secret);
  const answer = await door.ask('POST', '/api/device/pair', pairKeyAnswer, {
    step: 'key',
    secret: secret.value.secret,
    publicKey: await publicKeyOf(keys),
    name: given.name,
    app: given.app,
  });
  if (answer.kind !== 'ok') return notPaired(answer);
  const { device, practice, receiveKey, receiptKey, time } = answer.value;
  const identity: Identity = { device, name: given.name, practice, receiveKey, receiptKey, keys, pairedAt: time };
  await keepIdentity(identity);
  return { ok: true, identity };
}

function notPaired(answer: { kind: 'refused'; code: string } | { kind: 'no-answer' }): PairResult {
  return answer.kind === 'refused'
    ? { ok: false, problem: 'refused', code: answer.code }
    : { ok: false, problem: 'no-answer' };
}
