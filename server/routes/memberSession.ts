import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import type { Context, MiddlewareHandler } from 'hono';
import { Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import {
  activateRequest,
  activationRequest,
  forgotRequest,
  memberLoginRequest,
  passkeyRequest,
  type ActivationAnswer,
} from '../../src/contract/memberApi.ts';
import { body } from '../body.ts';
import { clientAddress } from '../clientAddress.ts';
import type { Deps, Env } from '../deps.ts';
import { hashPassword, passwordMatches } from '../keys/passwords.ts';
import { hashSecret, newSecret } from '../keys/secrets.ts';
import type { Limits } from '../limits.ts';
import { activate, openActivation, type Key } from '../members/activation.ts';
import type { Challenges } from '../members/challenges.ts';
import { mailForgotten } from '../members/forgotten.ts';
import { homeOf } from '../members/home.ts';
import { accessByPasskey, passkeyToUse } from '../members/passkeys.ts';
import { Refusal } from '../refusal.ts';
import { accessesByHandle, type AccessRow } from '../store/access.ts';
import {
  addMemberSession,
  endMemberSession,
  forgetOldMemberSessions,
  MEMBER_LONGEST,
  useMemberSession,
} from '../store/memberSessions.ts';
import { scopeOf } from '../store/scope.ts';

/** Another name than the staff's: neither opens a door of the other. */
const cookie = '__Host-countersign-member';
const cookieOptions = {
  path: '/',
  secure: true,
  httpOnly: true,
  sameSite: 'Strict',
  maxAge: MEMBER_LONGEST / 1_000,
} as const;

/** Lets only a member pass who is signed in, and says by which way in. */
export function memberOnly(deps: Deps): MiddlewareHandler<Env> {
  return async (c, next) => {
    const token = getCookie(c, cookie);
    const access =
      token === undefined ? undefined : await useMemberSession(deps.store.db, hashSecret(token), deps.now());
    if (!access) throw new Refusal('not-logged-in');
    c.set('access', access);
    await next();
  };
}

export type PasskeysGiven = { challenges: Challenges; originOf: (url: string) => string };

/** The hash of the session that a request comes with. */
export function memberTokenHashOf(c: Context): string {
  return hashSecret(getCookie(c, cookie) ?? '');
}

/** The first sign-in by a code, and the later ones by a password. */
export function memberSessionRoutes(deps: Deps, limits: Limits, { challenges, originOf }: PasskeysGiven) {
  // Checked for names that don't exist, so that the time of an answer doesn't tell which do.
  const nobody = hashPassword(newSecret());

  async function brake(c: Context, handle: string): Promise<string> {
    const key = `${handle} ${clientAddress(c)}`;
    await limits.member.count(key);
    await limits.memberEverywhere.count(handle);
    return key;
  }

  /** A link's token can't be guessed; a name and a code are braked like a password. */
  async function braked<T>(c: Context, key: Key, work: () => Promise<T>): Promise<T> {
    if ('token' in key) return work();
    const counted = await brake(c, key.handle);
    const answer = await work();
    await limits.member.forget(counted);
    return answer;
  }

  async function begin(c: Context, access: AccessRow) {
    const token = newSecret();
    const now = deps.now();
    await forgetOldMemberSessions(deps.store.db, now);
    const scope = scopeOf(deps.store, access.practice_id);
    await addMemberSession(scope, { tokenHash: hashSecret(token), access: access.id, now });
    setCookie(c, cookie, token, cookieOptions);
    return c.json(await homeOf(deps, access));
  }

  return (
    new Hono<Env>()
      // Named one by one: signed in, a member is not counted.
      .on(
        'POST',
        ['/activation/open', '/activation/finish', '/login', '/forgot', '/passkey/options', '/passkey/login'],
        async (c, next) => {
          await limits.memberAddress.count(clientAddress(c));
          await next();
        },
      )
      .post('/activation/open', body(activationRequest), async (c) => {
        const { key } = c.req.valid('json');
        return c.json(await braked<ActivationAnswer>(c, key, () => openActivation(deps, key)));
      })
      .post('/activation/finish', body(activateRequest), async (c) => {
        const { key, password } = c.req.valid('json');
        const { access } = await braked(c, key, () => activate(deps, key, password));
        return begin(c, access);
      })
      .post('/login', body(memberLoginRequest), async (c) => {
        const { handle, password } = c.req.valid('json');
        const key = await brake(c, handle);
        const access = await whoseIs(handle, password);
        if (!access) throw new Refusal('wrong-sign-in');
        await limits.member.forget(key);
        return begin(c, access);
      })
      .post('/passkey/options', async (c) => c.json(await passkeyToUse({ origin: originOf(c.req.url), challenges })))
      .post('/passkey/login', body(passkeyRequest), async (c) => {
        // Its shape is the library's to check: it refuses what it can't read.
        const response = c.req.valid('json').response as unknown as AuthenticationResponseJSON;
        return begin(c, await accessByPasskey(deps, { origin: originOf(c.req.url), challenges }, response));
      })
      .post('/forgot', body(forgotRequest), async (c) => {
        const { handle } = c.req.valid('json');
        await limits.forgot.count(`${handle} ${clientAddress(c)}`);
        await mailForgotten(deps, handle);
        return c.body(null, 204);
      })
      .post('/logout', async (c) => {
        const token = getCookie(c, cookie);
        if (token !== undefined) await endMemberSession(deps.store.db, hashSecret(token));
        deleteCookie(c, cookie, cookieOptions);
        return c.body(null, 204);
      })
  );

  /** The same name may be one in two practices: the password tells which. */
  async function whoseIs(handle: string, password: string): Promise<AccessRow | undefined> {
    const known = await accessesByHandle(deps.store.db, handle);
    const hashes = known.length > 0 ? known.map((one) => one.password_hash) : [null];
    const matches = await Promise.all(hashes.map(async (hash) => passwordMatches(hash ?? (await nobody), password)));
    const place = matches.findIndex((right, index) => right && hashes[index] !== null);
    return place < 0 ? undefined : known[place];
  }
}
