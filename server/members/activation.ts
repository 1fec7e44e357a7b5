import { createHmac } from 'node:crypto';
import type { ActivationAnswer } from '../../src/contract/memberApi.ts';
import { greetingName } from '../../src/domain/people.ts';
import type { Deps } from '../deps.ts';
import { hashPassword } from '../keys/passwords.ts';
import { hashSecret, newCode, newSecret } from '../keys/secrets.ts';
import { Refusal } from '../refusal.ts';
import { accessesByHandle, findAccess, setMemberPassword, type AccessRow } from '../store/access.ts';
import { addActivation, findActivation, useActivation, type ActivationRow } from '../store/activations.ts';
import { consentsOf } from '../store/agreements.ts';
import { tell } from '../store/events.ts';
import { touchInvitation } from '../store/invitations.ts';
import { endMemberSessionsOf } from '../store/memberSessions.ts';
import { getPractice } from '../store/practices.ts';
import { inTransaction, scopeOf, type Scope } from '../store/scope.ts';
import { holderOf, type Holder } from './holder.ts';

/** Codes of one use, by which members choose a password: in the link of a mail, or typed from a printed slip. */

const DAY = 24 * 60 * 60_000;
export const MAIL_DAYS = 14;
const SLIP_DAYS = 30;
/** Characters of a printed code: 60 bits, and a brake on guessing before them. */
const SLIP_LENGTH = 12;

/** What a member comes with: the token of a link, or their name and the code on the slip. */
export type Key = { token: string } | { handle: string; code: string };

/** A token for a mail. The address that it is part of is all that is ever sent of it. */
export async function mailToken(deps: Pick<Deps, 'now'>, scope: Scope, access: string): Promise<string> {
  const token = newSecret();
  const now = deps.now();
  await addActivation(scope, {
    access,
    codeHash: hashSecret(token),
    way: 'mail',
    at: now.toISOString(),
    expiresAt: new Date(now.getTime() + MAIL_DAYS * DAY).toISOString(),
  });
  return token;
}

/** A code for a slip, in groups of four that can be read out and typed. */
export async function slipCode(
  deps: Pick<Deps, 'now' | 'master'>,
  scope: Scope,
  access: string,
): Promise<{ code: string; expiresAt: string }> {
  const code = newCode(SLIP_LENGTH);
  const now = deps.now();
  const expiresAt = new Date(now.getTime() + SLIP_DAYS * DAY).toISOString();
  const codeHash = hashOfCode(deps, access, code);
  await addActivation(scope, { access, codeHash, way: 'slip', at: now.toISOString(), expiresAt });
  return { code: code.replace(/.{4}(?=.)/g, '$&-'), expiresAt };
}

/** Sixty bits could be searched by whoever has the database: without the master key there is nothing to search by. */
function hashOfCode({ master }: Pick<Deps, 'master'>, access: string, code: string): string {
  return createHmac('sha256', master).update(`activation:${access}:${code}`).digest('hex');
}

type Found = { scope: Scope; activation: ActivationRow; access: AccessRow; holder: Holder };

async function found(deps: Deps, key: Key): Promise<Found> {
  const activation = await activationBy(deps, key);
  if (!activation) throw new Refusal('token' in key ? 'link-unknown' : 'code-wrong');
  const scope = scopeOf(deps.store, activation.practice_id);
  const access = await findAccess(scope, activation.access_id);
  if (!access) throw new Refusal('link-unknown');
  return { scope, activation, access, holder: await holderOf(scope, access) };
}

async function activationBy(deps: Deps, key: Key): Promise<ActivationRow | undefined> {
  if ('token' in key) return findActivation(deps.store.db, hashSecret(key.token));
  for (const access of await accessesByHandle(deps.store.db, key.handle)) {
    const known = await findActivation(deps.store.db, hashOfCode(deps, access.id, key.code));
    if (known) return known;
  }
  return undefined;
}

/** What a code opens. Before a password is chosen it tells no more than the first name and the name to sign in by. */
export async function openActivation(deps: Deps, key: Key): Promise<ActivationAnswer> {
  const { scope, activation, access, holder } = await found(deps, key);
  const { name, phone } = await getPractice(scope);
  const shared = { practice: { name, phone }, language: access.language ?? holder.language };
  const why = endOf(activation, deps.now().toISOString());
  if (why) return { state: 'over', why, ...shared };
  return {
    state: 'open',
    greeting: greetingName(holder.name),
    handle: access.handle,
    actsFor: holder.actsFor === null ? null : greetingName(holder.actsFor),
    ...shared,
  };
}

function endOf(activation: ActivationRow, now: string): 'used' | 'replaced' | 'expired' | undefined {
  if (activation.used_at !== null) return 'used';
  if (activation.revoked_at !== null) return 'replaced';
  return activation.expires_at <= now ? 'expired' : undefined;
}

/** Sets the password and uses the code up; every log-in there was ends. Refused where another was faster. */
export async function activate(deps: Deps, key: Key, password: string): Promise<{ scope: Scope; access: AccessRow }> {
  const { scope, activation, access, holder } = await found(deps, key);
  const passwordHash = await hashPassword(password);
  const at = deps.now().toISOString();
  const [consent] = await consentsOf(scope, holder.patient);
  await inTransaction(scope, async (within) => {
    if (!(await useActivation(within, activation.code_hash, at))) throw new Refusal('code-over');
    await setMemberPassword(within, access.id, passwordHash, at);
    await endMemberSessionsOf(within, access.id);
    if (!consent) return;
    const kind = access.activated_at === null ? 'account-opened' : 'password-renewed';
    await tell(within, { invitation: consent.invitation_id, kind, at, who: greetingName(holder.name) });
    await touchInvitation(within, consent.invitation_id);
  });
  deps.nudges.nudge(scope.practice);
  return { scope, access };
}
