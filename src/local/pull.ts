import { changesAnswer, type ChangesAnswer, type DeviceInvitation } from '../contract/deviceApi.ts';
import { formHash } from '../contract/digest.ts';
import { isUnfinished } from '../domain/invitation.ts';
import type { TabletDatabase } from './database.ts';
import type { Answer, DeviceDoor } from './deviceDoor.ts';
import type { PinCount } from './identity.ts';
import { boxInvitation, forgetFinished } from './invitations.ts';
import { getMeta, setMeta } from './meta.ts';
import { waitingNow } from './outbox.ts';
import type { Vault } from './vault.ts';

export type Pull = {
  database: TabletDatabase;
  door: DeviceDoor;
  /** Without it only what is not about patients is taken in: names of staff, forms, whether the tablet is unlocked. */
  vault: Vault | undefined;
  now: () => number;
  app: string;
  /** The invitation whose patient has the tablet just now. */
  holding: string | undefined;
  /** That patient asks for somebody to come. */
  asking: boolean;
  pins: { read: () => Promise<PinCount>; write: (count: PinCount) => Promise<void>; most: number };
};

export type PullResult = { kind: 'up-to-date' } | { kind: 'refused'; code: string } | { kind: 'no-answer' };

/** Brings what changed at the practice onto this tablet. */
export async function pull(given: Pull): Promise<PullResult> {
  for (;;) {
    const answer = await askForChanges(given);
    if (answer.kind === 'refused') return { kind: 'refused', code: answer.code };
    if (answer.kind === 'no-answer') return answer;
    await takeGeneral(given, answer.value);
    if (!given.vault) return { kind: 'up-to-date' };
    await takeInvitations(given, given.vault, answer.value);
    if (answer.value.more) continue;
    await forgetFinished(given.database, given.now());
    return { kind: 'up-to-date' };
  }
}

async function askForChanges({
  database,
  door,
  vault,
  app,
  holding,
  asking,
  pins,
}: Pull): Promise<Answer<ChangesAnswer>> {
  const waiting = await waitingNow(database);
  const { failures, unlocks } = await pins.read();
  const query = new URLSearchParams({
    since: String((await getMeta(database, 'cursor')) ?? 0),
    only: vault ? 'all' : 'general',
    app,
    waiting: String(waiting.count),
    oldest: waiting.oldest ?? '',
    refused: String(waiting.parked),
    locked: failures >= pins.most ? '1' : '0',
    unlocks: String(unlocks),
    holding: holding ?? '',
    asking: asking ? '1' : '0',
  });
  return door.ask('GET', `/api/device/changes?${query}`, changesAnswer);
}

async function takeGeneral({ database, now, pins }: Pull, changes: ChangesAnswer): Promise<void> {
  const forms = await Promise.all(
    changes.forms.map(async ({ hash, form }) => ({ hash, form, right: (await formHash(form)) === hash })),
  );
  await database.transaction('rw', [database.staff, database.wraps, database.forms, database.meta], async () => {
    await database.staff.clear();
    await database.staff.bulkPut(changes.staff);
    const versions = new Map(changes.staff.map((one) => [one.id, one.pinVersion]));
    // Whoever left, or has a new PIN, can't open this tablet with the old one.
    await database.wraps.filter((wrap) => versions.get(wrap.staff) !== wrap.pinVersion).delete();
    // A form that is not what its hash says is never shown (invariant 6).
    await database.forms.bulkPut(forms.filter((one) => one.right).map(({ hash, form }) => ({ hash, form })));
    await setMeta(database, 'practice', changes.practice);
    const { form, practitioners, settings } = changes;
    await setMeta(database, 'adding', { form, practitioners, settings });
    await setMeta(database, 'clockOffset', Date.parse(changes.time) - now());
    await setMeta(database, 'heardAt', new Date(now()).toISOString());
  });
  const count = await pins.read();
  if (changes.unlocks > count.unlocks) await pins.write({ failures: 0, unlocks: changes.unlocks });
}

async function takeInvitations({ database, now }: Pull, vault: Vault, changes: ChangesAnswer): Promise<void> {
  const at = new Date(now()).toISOString();
  const known = new Map(
    (await database.invitations.bulkGet(changes.invitations.map((one) => one.id))).flatMap((one) =>
      one ? [[one.id, one]] : [],
    ),
  );
  const wanted = changes.invitations.filter((one) => isUnfinished(one.state) || known.has(one.id));
  const boxed = await Promise.all(wanted.map((one) => boxInvitation(vault, one, at)));
  await database.transaction(
    'rw',
    [database.invitations, database.outbox, database.drafts, database.meta],
    async () => {
      const current = await database.invitations.bulkGet(boxed.map((one) => one.id));
      const busy = await busyInvitations(database);
      await database.invitations.bulkPut(
        boxed.map((one, i) => {
          const here = current[i];
          // What was done here and the practice doesn't know yet stays; the practice's word counts for all else. But what
          // is finished never waits again: such an answer set out before the worker handed the signature in.
          const stays = here && (busy.has(one.id) || (isUnfinished(one.state) && !isUnfinished(here.state)));
          return stays ? { ...one, state: here.state } : one;
        }),
      );
      await database.invitations.bulkDelete(changes.gone.filter((id) => !busy.has(id)));
      await setMeta(database, 'cursor', changes.next);
    },
  );
}

/** Invitations with something on this tablet that the practice has not got yet. */
async function busyInvitations(database: TabletDatabase): Promise<Set<DeviceInvitation['id']>> {
  const [signed, drafts] = await Promise.all([
    database.outbox.orderBy('invitation').keys(),
    database.drafts.toCollection().primaryKeys(),
  ]);
  return new Set([...signed.map(String), ...drafts]);
}
