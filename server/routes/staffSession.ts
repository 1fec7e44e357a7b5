import { createHmac } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { loginRequest, type Session } from '../../src/contract/staffApi.ts';
import { body } from '../body.ts';
import { clientAddress } from '../clientAddress.ts';
import type { Deps, Env } from '../deps.ts';
import { hashPassword, passwordMatches } from '../keys/passwords.ts';
import { hashSecret, newSecret } from '../keys/secrets.ts';
import type { Limits } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import { findForm, getPractice, listPractitioners } from '../store/practices.ts';
import { scopeOf } from '../store/scope.ts';
import { addSession, endSession, forgetOldSessions, SESSION_LONGEST, useSession } from '../store/sessions.ts';
import { findByLogin, type StaffRow } from '../store/staff.ts';

const cookie = '__Host-countersign';
const cookieOptions = {
  path: '/',
  secure: true,
  httpOnly: true,
  sameSite: 'Strict',
  maxAge: SESSION_LONGEST / 1_000,
} as const;

/** Lets only logged-in staff pass, and says who they are. */
export function staffOnly(deps: Deps): MiddlewareHandler<Env> {
  return async (c, next) => {
    const token = getCookie(c, cookie);
    const staff = token === undefined ? undefined : await useSession(deps.store.db, hashSecret(token), deps.now());
    if (!staff) throw new Refusal('not-logged-in');
    c.set('staff', staff);
    await next();
  };
}

/** The hash of the session that a request comes with. */
export function tokenHashOf(c: Context): string {
  return hashSecret(getCookie(c, cookie) ?? '');
}

export function sessionRoutes(deps: Deps, limits: Limits) {
  // Checked for log-ins that don't exist, so that the time of an answer doesn't tell which do.
  const nobody = hashPassword(newSecret());
  return new Hono<Env>()
    .post('/login', body(loginRequest), async (c) => {
      const { login, password } = c.req.valid('json');
      const key = `${login.toLowerCase()} ${clientAddress(c)}`;
      await limits.login.count(key);
      const staff = await findByLogin(deps.store.db, login.toLowerCase());
      const right = await passwordMatches(staff?.password_hash ?? (await nobody), password);
      if (!staff || !right) throw new Refusal('wrong-login');
      await limits.login.forget(key);
      const token = newSecret();
      const now = deps.now();
      await forgetOldSessions(deps.store.db, now);
      await addSession(scopeOf(deps.store, staff.practice_id), { tokenHash: hashSecret(token), staff: staff.id, now });
      setCookie(c, cookie, token, cookieOptions);
      return c.json(await sessionOf(deps, staff));
    })
    .post('/logout', async (c) => {
      const token = getCookie(c, cookie);
      if (token !== undefined) await endSession(deps.store.db, hashSecret(token));
      deleteCookie(c, cookie, cookieOptions);
      return c.body(null, 204);
    })
    .get('/session', staffOnly(deps), async (c) => c.json(await sessionOf(deps, c.var.staff)));
}

async function sessionOf(deps: Deps, staff: StaffRow): Promise<Session> {
  const scope = scopeOf(deps.store, staff.practice_id);
  const practice = await getPractice(scope);
  const form = await findForm(scope, practice.form_hash);
  return {
    staff: { id: staff.id, name: staff.name, role: staff.role },
    practice: {
      id: practice.id,
      name: practice.name,
      phone: practice.phone,
      zone: practice.zone,
      method: practice.method,
      languages: form?.languages ?? ['en'],
    },
    practitioners: await listPractitioners(scope),
    draftKey: createHmac('sha256', deps.master).update(`draft:${staff.id}`).digest('base64url'),
  };
}
