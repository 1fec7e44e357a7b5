import type { TabletDatabase } from '../local/database.ts';

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
  const invitation = await database.invitations.get(delivered.invitation);
  return delivered.enrolled || invitation?.state === 'enrolled'
    ? { step: 'account-created' }
    : { step: 'at-the-practice' };
}

/** Of the newest answer to an invitation. */
export async function safetyOfInvitation(database: TabletDatabase, invitation: string): Promise<Safety> {
  const waits = await database.outbox.where('invitation').equals(invitation).last();
  const newest = waits ?? (await database.delivered.where('invitation').equals(invitation).last());
  return newest ? safetyOfEnvelope(database, newest.id) : { step: 'none' };
}
