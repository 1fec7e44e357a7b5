import type { Db } from './open.ts';
import type { Scope } from './scope.ts';
import type { StaffRow } from './staff.ts';

/** Milliseconds: a log-in ends after an hour unused, and after a working day in any case. */
export const SESSION_IDLE = 60 * 60_000;
export const SESSION_LONGEST = 12 * 60 * 60_000;

export async function addSession(
  { db, practice }: Scope,
  row: { tokenHash: string; staff: string; now: Date },
): Promise<void> {
  const at = row.now.toISOString();
  await db
    .insertInto('session')
    .values({ token_hash: row.tokenHash, practice_id: practice, staff_id: row.staff, created_at: at, seen_at: at })
    .execute();
}

/** The staff member of a session that is still good; its idle clock starts again. */
export async function useSession(db: Db, tokenHash: string, now: Date): Promise<StaffRow | undefined> {
  const row = await db
    .selectFrom('session')
    .innerJoin('staff', 'staff.id', 'session.staff_id')
    .selectAll('staff')
    .select('session.seen_at')
    .where('session.token_hash', '=', tokenHash)
    .where('session.seen_at', '>', before(now, SESSION_IDLE))
    .where('session.created_at', '>', before(now, SESSION_LONGEST))
    .where('staff.active', '=', 1)
    .executeTakeFirst();
  if (!row) return undefined;
  const { seen_at: seenAt, ...staff } = row;
  if (seenAt < before(now, 60_000)) {
    await db.updateTable('session').set({ seen_at: now.toISOString() }).where('token_hash', '=', tokenHash).execute();
  }
  return staff;
}

export async function endSession(db: Db, tokenHash: string): Promise<void> {
  await db.deleteFrom('session').where('token_hash', '=', tokenHash).execute();
}

export async function forgetOldSessions(db: Db, now: Date): Promise<void> {
  await db
    .deleteFrom('session')
    .where((eb) =>
      eb.or([eb('seen_at', '<=', before(now, SESSION_IDLE)), eb('created_at', '<=', before(now, SESSION_LONGEST))]),
    )
    .execute();
}

function before(now: Date, milliseconds: number): string {
  return new Date(now.getTime() - milliseconds).toISOString();
}
