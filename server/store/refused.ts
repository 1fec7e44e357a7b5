import type { Scope } from './scope.ts';

/** Envelopes that the practice would not take. They stay on their tablet; here is told which they are, and why. */

export type RefusedRow = {
  device: string;
  tablet: string;
  /** Null where the practice has no such invitation. */
  invitation: string | null;
  code: string;
  firstAt: string;
};

type Refused = { envelope: string; device: string; invitation: string | null; code: string; at: string };

/** Answers whether it is news: the first time, or for another reason than before. */
export async function noteRefused({ db, practice }: Scope, refused: Refused): Promise<boolean> {
  const { envelope, device, invitation, code, at } = refused;
  const known = await db
    .selectFrom('refused')
    .select(['code', 'over_at'])
    .where('practice_id', '=', practice)
    .where('device_id', '=', device)
    .where('envelope_id', '=', envelope)
    .executeTakeFirst();
  const isNews = known?.code !== code || known.over_at !== null;
  await db
    .insertInto('refused')
    .values({
      practice_id: practice,
      envelope_id: envelope,
      device_id: device,
      invitation_id: invitation,
      code,
      first_at: at,
      last_at: at,
    })
    .onConflict((oc) =>
      oc
        .columns(['practice_id', 'device_id', 'envelope_id'])
        .doUpdateSet({ code, last_at: at, over_at: null, ...(isNews ? { settled_at: null } : {}) }),
    )
    .execute();
  return isNews;
}

/** It was taken after all. Answers whether it had been refused. */
export async function takenAfterAll({ db, practice }: Scope, envelope: string, at: string): Promise<boolean> {
  const result = await db
    .updateTable('refused')
    .set({ over_at: at })
    .where('practice_id', '=', practice)
    .where('envelope_id', '=', envelope)
    .where('over_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Staff have looked at what was refused of an invitation. Answers whether there was anything. */
export async function settleRefused(
  { db, practice }: Scope,
  { invitation, by, at }: { invitation: string; by: string; at: string },
): Promise<boolean> {
  const result = await db
    .updateTable('refused')
    .set({ settled_at: at, settled_by: by })
    .where('practice_id', '=', practice)
    .where('invitation_id', '=', invitation)
    .where('over_at', 'is', null)
    .where('settled_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** What is refused still: of all tablets, or of one invitation as far as staff have not looked at it. */
export async function stillRefused({ db, practice }: Scope, invitation?: string): Promise<RefusedRow[]> {
  let query = db
    .selectFrom('refused')
    .innerJoin('device', (join) =>
      join.onRef('device.id', '=', 'refused.device_id').on('device.practice_id', '=', practice),
    )
    .leftJoin('invitation', (join) =>
      join.onRef('invitation.id', '=', 'refused.invitation_id').on('invitation.practice_id', '=', practice),
    )
    .select(['refused.device_id', 'device.name', 'invitation.id as invitation', 'refused.code', 'refused.first_at'])
    .where('refused.practice_id', '=', practice)
    .where('refused.over_at', 'is', null);
  if (invitation !== undefined)
    query = query.where('refused.invitation_id', '=', invitation).where('refused.settled_at', 'is', null);
  const rows = await query.orderBy('refused.first_at').execute();
  return rows.map((row) => ({
    device: row.device_id,
    tablet: row.name,
    invitation: row.invitation,
    code: row.code,
    firstAt: row.first_at,
  }));
}
