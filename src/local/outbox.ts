import { envelopeHash, type Envelope } from '../contract/envelope.ts';
import type { InvitationState } from '../domain/invitation.ts';
import { getMeta, setMeta } from './meta.ts';
import type { OutboxEntry, TabletDatabase } from './database.ts';

/** What is signed and not yet at the practice. */

export class NotCommitted extends Error {
  override readonly name = 'NotCommitted';
}

export type Commit = {
  envelope: Envelope;
  kind: OutboxEntry['kind'];
  /** Where the invitation moves; undefined leaves it where it is. */
  state: InvitationState | undefined;
  counter: number;
  now: string;
};

/**
 * The moment of safety (invariant 1): one strict transaction writes the sealed envelope, closes the draft and moves the
 * invitation; then the row is read back and compared. Throws when a write fails, and then nothing of it happened; or when
 * it can't be confirmed, and then all of it may have: who tries again looks for the envelope first.
 */
export async function commitSigned(
  database: TabletDatabase,
  { envelope, kind, state, counter, now }: Commit,
): Promise<void> {
  const sha256 = await envelopeHash(envelope);
  await database.transaction(
    'rw',
    [database.outbox, database.drafts, database.invitations, database.meta],
    async () => {
      if (((await getMeta(database, 'counter')) ?? 0) !== counter - 1)
        throw new NotCommitted('another envelope was sealed meanwhile');
      await database.outbox.add({
        id: envelope.id,
        invitation: envelope.invitation,
        kind,
        envelope,
        sha256,
        state: 'queued',
        createdAt: now,
      });
      await database.drafts.delete(envelope.invitation);
      if (state) await database.invitations.update(envelope.invitation, { state, changedAt: now });
      await setMeta(database, 'counter', counter);
    },
  );
  const back = await database.outbox.get(envelope.id);
  if (!back || (await envelopeHash(back.envelope)) !== sha256)
    throw new NotCommitted('the stored envelope reads back differently');
}

export type Waiting = { count: number; oldest: string | null; parked: number };

export async function waitingNow(database: TabletDatabase): Promise<Waiting> {
  const [count, oldest, parked] = await Promise.all([
    database.outbox.count(),
    database.outbox.orderBy('createdAt').first(),
    database.outbox.where('state').equals('parked').count(),
  ]);
  return { count, oldest: oldest?.createdAt ?? null, parked };
}

/** Staff ask for another try with what the server would not take. */
export async function retryParked(database: TabletDatabase): Promise<void> {
  await database.outbox.where('state').equals('parked').modify({ state: 'queued', code: undefined });
}

/** Everything not yet at the practice, sealed as it is: safe to carry on a stick, of no use to anyone but the practice. */
export async function rescueFile(database: TabletDatabase, device: string, now: string): Promise<Blob> {
  const entries = await database.outbox.orderBy('createdAt').toArray();
  const content = {
    countersign: 'rescue',
    version: 1,
    device,
    savedAt: now,
    envelopes: entries.map((entry) => entry.envelope),
  };
  return new Blob([JSON.stringify(content, null, 1)], { type: 'application/json' });
}
