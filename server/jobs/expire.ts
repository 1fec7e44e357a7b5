import type { Deps } from '../deps.ts';
import { endMails } from '../mail/mailInvitation.ts';
import { lockPractice } from '../store/changes.ts';
import { tell } from '../store/events.ts';
import { everyPractice, leftAlone } from '../store/expiry.ts';
import { findInvitation, moveInvitation } from '../store/invitations.ts';
import { addJob } from '../store/jobs.ts';
import { getPractice } from '../store/practices.ts';
import { inTransaction, scopeOf } from '../store/scope.ts';

export const EXPIRE_JOB = 'expire';
const DAY = 24 * 60 * 60_000;
/** Invitations in one transaction: others wait for the practice meanwhile. */
const AT_ONCE = 100;

/** Asks for today's look at what nobody answers; asked again on the same day, it is asked for once. */
export async function planExpiry({ store, now }: Pick<Deps, 'store' | 'now'>): Promise<void> {
  const at = now().toISOString();
  for (const practice of await everyPractice(store.db)) {
    await addJob(scopeOf(store, practice), { kind: EXPIRE_JOB, subject: at.slice(0, 10), at });
  }
}

/**
 * Ends invitations that were left alone for as many days as the practice says. An answer that is on its way is kept all
 * the same, and put before staff (invariant 8).
 */
export async function expireInvitations(deps: Pick<Deps, 'store' | 'now' | 'nudges'>, practice: string): Promise<void> {
  const scope = scopeOf(deps.store, practice);
  const { expire_days: days } = await getPractice(scope);
  if (days === 0) return;
  const at = deps.now().toISOString();
  const before = new Date(deps.now().getTime() - days * DAY).toISOString();
  for (;;) {
    const ended = await inTransaction(scope, async (within) => {
      await lockPractice(within);
      const old = await leftAlone(within, before, AT_ONCE);
      for (const id of old) {
        const record = await findInvitation(within, id);
        if (!record || !(await moveInvitation(within, record, 'expire')).ok) continue;
        await endMails(within, id, at);
        await tell(within, { invitation: id, kind: 'expired', at, detail: String(days) });
      }
      return old.length;
    });
    if (ended > 0) deps.nudges.nudge(practice);
    if (ended < AT_ONCE) return;
  }
}
