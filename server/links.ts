import { randomBytes } from 'node:crypto';
import { OWN_DEVICE, type BeginAnswer, type LinkAnswer, type LinkEnd } from '../src/contract/linkApi.ts';
import { newId } from '../src/contract/newId.ts';
import type { PublicJwk } from '../src/contract/shapes.ts';
import { isUnfinished } from '../src/domain/invitation.ts';
import { greetingName } from '../src/domain/people.ts';
import type { Deps } from './deps.ts';
import { lockBox } from './keys/box.ts';
import { hashSecret } from './keys/secrets.ts';
import { mailInvitation } from './mail/mailInvitation.ts';
import { Refusal } from './refusal.ts';
import { lockPractice } from './store/changes.ts';
import { addDevice, findByThumbprint } from './store/devices.ts';
import { tell } from './store/events.ts';
import { findAsDevice, findWithPeople, stopReminders, touchInvitation } from './store/invitations.ts';
import { bindLink, countLinkTry, findLink, MOST_LINK_TRIES, type LinkRow } from './store/links.ts';
import { mailsOf } from './store/mails.ts';
import { nameOf } from './store/patients.ts';
import { findForm, getPractice } from './store/practices.ts';
import { inTransaction, scopeOf, type Scope } from './store/scope.ts';

/** What a patient's link opens, in which browser, and to whom. */

type People = NonNullable<Awaited<ReturnType<typeof findWithPeople>>>;
type Found = { scope: Scope; link: LinkRow; people: People };

async function found(deps: Deps, token: string): Promise<Found> {
  const link = await findLink(deps.store.db, hashSecret(token));
  if (!link) throw new Refusal('link-unknown');
  const scope = scopeOf(deps.store, link.practice_id);
  const people = await findWithPeople(scope, link.invitation_id);
  if (!people) throw new Refusal('link-unknown');
  return { scope, link, people };
}

/** Why a link can't be opened by the browser with this key; undefined when it can. */
async function endOf(deps: Deps, { link, people }: Found, thumbprint: string): Promise<LinkEnd | undefined> {
  if (!isUnfinished(people.state)) {
    return people.state === 'cancelled' || people.state === 'expired' ? 'changed' : 'answered';
  }
  if (people.method !== 'app') return 'changed';
  if (link.revoked_at !== null) return 'replaced';
  if (link.device_id !== null) {
    const device = await findByThumbprint(deps.store.db, thumbprint);
    return device?.id === link.device_id ? undefined : 'elsewhere';
  }
  if (link.expires_at <= deps.now().toISOString()) return 'expired';
  return link.tries >= MOST_LINK_TRIES ? 'locked' : undefined;
}

export async function openLink(deps: Deps, token: string, thumbprint: string): Promise<LinkAnswer> {
  const all = await found(deps, token);
  const { scope, link, people } = all;
  const { name, phone } = await getPractice(scope);
  const shared = { practice: { name, phone }, language: people.language };
  const why = await endOf(deps, all, thumbprint);
  if (why) return { state: 'over', why, ...shared };
  return { state: 'open', greeting: greetingName(nameOf(people)), left: MOST_LINK_TRIES - link.tries, ...shared };
}

type Begin = { token: string; birthDate: string; publicKey: PublicJwk; app: string };

/**
 * Binds the link to this browser, once the birth date is right. Asked again by the same browser, whose answer was lost on
 * the way, it answers the same.
 */
export async function beginByLink(deps: Deps, request: Begin, thumbprint: string): Promise<BeginAnswer> {
  const { scope } = await found(deps, request.token);
  const keys = await deps.keyring.keysOf(scope.practice);
  const at = deps.now().toISOString();
  const answer = await inTransaction(scope, async (within): Promise<BeginAnswer> => {
    await lockPractice(within);
    const inside = { ...deps, store: { ...deps.store, db: within.db } };
    const all = await found(inside, request.token);
    const { link, people } = all;
    const why = await endOf(inside, all, thumbprint);
    if (why) return { is: 'over', why };
    const left = await countLinkTry(within, link.token_hash);
    if (left === undefined) return { is: 'over', why: 'locked' };
    if (people.birth_date !== request.birthDate) {
      if (left === 0) await tell(within, { invitation: people.id, kind: 'link-locked', at });
      return { is: 'wrong', left };
    }
    const device = await ownDevice(deps, within, people, request, thumbprint, at);
    if (device === undefined || !(await bindLink(within, link.token_hash, device)))
      return { is: 'over', why: 'elsewhere' };
    if (link.device_id === null) await tell(within, { invitation: people.id, kind: 'link-opened', at });
    const invitation = await findAsDevice(within, people.id);
    const form = await findForm(within, people.form_hash);
    if (!invitation || !form) throw new Error(`invitation ${people.id} has no form ${people.form_hash}`);
    const { id, name, phone } = await getPractice(within);
    return {
      is: 'right',
      device,
      staff: people.added_by,
      practice: { id, name, phone },
      receiveKey: keys.receivePublic,
      receiptKey: keys.receiptPublic,
      invitation,
      form,
      formHash: people.form_hash,
      time: at,
    };
  });
  deps.nudges.nudge(scope.practice);
  return answer;
}

/** The browser as a device of the one invitation. A key that is known already must be known for this one. */
async function ownDevice(
  deps: Deps,
  scope: Scope,
  people: People,
  { publicKey, app }: Begin,
  thumbprint: string,
  at: string,
): Promise<string | undefined> {
  const known = await findByThumbprint(scope.db, thumbprint);
  if (known) return known.invitation_id === people.id ? known.id : undefined;
  const device = newId();
  await addDevice(scope, {
    id: device,
    name: OWN_DEVICE,
    public_key: JSON.stringify(publicKey),
    thumbprint,
    vault_key: lockBox(deps.master, randomBytes(32), `vault:${device}`),
    paired_by: people.added_by,
    paired_at: at,
    seen_at: at,
    app,
    oldest: null,
    revoked_at: null,
    invitation_id: people.id,
  });
  return device;
}

/** Milliseconds between two mails that a patient asks for. */
const BETWEEN_MAILS = 10 * 60_000;

/** A patient whose link is of no use any more asks for another. Answers whether one is on its way. */
export async function mailLinkAgain(deps: Deps, token: string): Promise<boolean> {
  const { scope, link, people } = await found(deps, token);
  // Whoever guessed three times gets no more tries by asking for a new link: staff send one.
  if (people.method !== 'app' || !isUnfinished(people.state) || link.tries >= MOST_LINK_TRIES) return false;
  const at = deps.now().toISOString();
  const sent = await inTransaction(scope, async (within) => {
    await lockPractice(within);
    const [newest] = await mailsOf(within, people.id);
    const soon = newest && Date.parse(at) - Date.parse(newest.created_at) < BETWEEN_MAILS;
    if (people.email === null || soon) return false;
    await mailInvitation(within, people.id, people.email, at);
    await tell(within, { invitation: people.id, kind: 'link-asked', at });
    await touchInvitation(within, people.id);
    return true;
  });
  if (sent) deps.jobs.wake();
  return sent;
}

/** Ends reminders. Works with every link that was ever mailed: the address is in the mail. */
export async function noMoreReminders(deps: Deps, token: string): Promise<void> {
  const { scope, people } = await found(deps, token);
  await inTransaction(scope, async (within) => {
    if (!(await stopReminders(within, people.id, deps.now().toISOString()))) return;
    await tell(within, { invitation: people.id, kind: 'reminders-stopped', at: deps.now().toISOString() });
    await touchInvitation(within, people.id);
  });
  deps.nudges.nudge(scope.practice);
}
