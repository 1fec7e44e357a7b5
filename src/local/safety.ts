import type { OutboxEntry, TabletDatabase } from './database.ts';

/** How far what was signed has come: each said only when it is true (invariant 11). */
export type Safety =
  | { step: 'none' }
  | { step: 'on-this-ipad'; parked: string | undefined }
  | { step: 'at-the-practice' }
  | { step: 'account-created' };

/** Of one envelope. */
export async function safetyOfEnvelope(database: TabletDatabase, id: string): Promise<Safety> {
  const [waits, delivered] = await Promise.all([database.outbox.get(id), database.delivered.get(id)]);
  if (waits) return { step: 'on-this-ipad', parked: waits.state === 'parked' ? (waits.code ?? '') : undefined };
  if (!delivered) return { step: 'none' };
  // An account that exists says nothing about the change of mind.
  if (delivered.kind === 'withdrawal') return { step: 'at-the-practice' };
  const invitation = await database.invitations.get(delivered.invitation);
  return delivered.enrolled || invitation?.state === 'enrolled'
    ? { step: 'account-created' }
    : { step: 'at-the-practice' };
}

/** Of the newest answer to an invitation. That it was added here is no answer, nor is a picture of a paper form. */
export async function safetyOfInvitation(database: TabletDatabase, invitation: string): Promise<Safety> {
  const isAnswer = (entry: { kind: OutboxEntry['kind'] }): boolean =>
    entry.kind !== 'household' && entry.kind !== 'scan';
  const waits = await database.outbox.where('invitation').equals(invitation).filter(isAnswer).last();
  const newest = waits ?? (await database.delivered.where('invitation').equals(invitation).filter(isAnswer).last());
  return newest ? safetyOfEnvelope(database, newest.id) : { step: 'none' };
}
