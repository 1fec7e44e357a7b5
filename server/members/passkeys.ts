import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { fullName } from '../../src/domain/people.ts';
import type { Deps } from '../deps.ts';
import { Refusal } from '../refusal.ts';
import { findAccess, type AccessRow } from '../store/access.ts';
import { addPasskey, findPasskey, passkeysOf, passkeyUsed } from '../store/passkeys.ts';
import { getPractice } from '../store/practices.ts';
import { scopeOf } from '../store/scope.ts';
import type { Challenges } from './challenges.ts';
import { holderOf } from './holder.ts';

/**
 * A member's finger, face or PIN in place of the password (WebAuthn). The passkey is the only factor, and so has to have
 * checked who holds the device: user verification is required, not preferred.
 */

/** ES256 and RS256 (RFC 9053): what phones, Windows and security keys make. */
const ALGORITHMS = [-7, -257];
const SIGN_IN = 'sign-in';

/** The page's own origin, such as `https://consent.practice.example`; passkeys are bound to its host. */
const hostOf = (origin: string): string => new URL(origin).hostname;

type Asked = { origin: string; challenges: Challenges };

export async function passkeyToMake(deps: Deps, { origin, challenges }: Asked, access: AccessRow) {
  const scope = scopeOf(deps.store, access.practice_id);
  const { name, actsFor } = await holderOf(scope, access);
  const options = await generateRegistrationOptions({
    rpName: (await getPractice(scope)).name,
    rpID: hostOf(origin),
    userName: access.handle,
    userDisplayName: fullName(actsFor ?? name),
    userID: new TextEncoder().encode(access.id),
    excludeCredentials: (await passkeysOf(scope, access.id)).map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: ALGORITHMS,
  });
  challenges.give(options.challenge, access.id);
  return options;
}

/** Keeps a passkey that was made. Refused where it does not answer what was asked. */
export async function keepPasskey(
  deps: Deps,
  { origin, challenges }: Asked,
  access: AccessRow,
  response: RegistrationResponseJSON,
): Promise<void> {
  const made = await verified(() =>
    verifyRegistrationResponse({
      response,
      expectedChallenge: (challenge) => challenges.take(challenge, access.id),
      expectedOrigin: origin,
      expectedRPID: hostOf(origin),
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    }),
  );
  if (!made?.verified) throw new Refusal('passkey-wrong');
  const { id, publicKey, counter } = made.registrationInfo.credential;
  if (await findPasskey(deps.store.db, id)) throw new Refusal('passkey-wrong');
  const at = deps.now().toISOString();
  await addPasskey(scopeOf(deps.store, access.practice_id), { id, access: access.id, publicKey, counter, at });
}

/** Names nobody: the device shows the passkeys that it has for this practice. */
export async function passkeyToUse({ origin, challenges }: Asked) {
  const options = await generateAuthenticationOptions({ rpID: hostOf(origin), userVerification: 'required' });
  challenges.give(options.challenge, SIGN_IN);
  return options;
}

/** Whose passkey answered. */
export async function accessByPasskey(
  deps: Deps,
  { origin, challenges }: Asked,
  response: AuthenticationResponseJSON,
): Promise<AccessRow> {
  const passkey = await findPasskey(deps.store.db, response.id);
  if (!passkey) throw new Refusal('passkey-wrong');
  const used = await verified(() =>
    verifyAuthenticationResponse({
      response,
      expectedChallenge: (challenge) => challenges.take(challenge, SIGN_IN),
      expectedOrigin: origin,
      expectedRPID: hostOf(origin),
      requireUserVerification: true,
      credential: { id: passkey.id, publicKey: new Uint8Array(passkey.public_key), counter: passkey.counter },
    }),
  );
  const scope = scopeOf(deps.store, passkey.practice_id);
  const access = used?.verified ? await findAccess(scope, passkey.access_id) : undefined;
  // A way in that staff closed has no password; its passkeys open nothing either.
  if (!used || !access || access.password_hash === null) throw new Refusal('passkey-wrong');
  const at = deps.now().toISOString();
  await passkeyUsed(scope, passkey.id, { counter: used.authenticationInfo.newCounter, at });
  return access;
}

/** The library throws where something does not fit: to whoever sent it that is a refusal like any other. */
async function verified<T>(verify: () => Promise<T>): Promise<T | undefined> {
  try {
    return await verify();
  } catch {
    return undefined;
  }
}
