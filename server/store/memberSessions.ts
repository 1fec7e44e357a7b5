import type { AccessRow } from './access.ts';
import type { Db } from './open.ts';
import type { Scope } from './scope.ts';

/** Milliseconds: a member's log-in ends after half an hour unused, and after half a day in any case. */
export const MEMBER_IDLE = 30 * 60_000;
export const MEMBER_LONGEST = 12 * 60 * 60_000;

export async function addMemberSession(
  { db, practice }: Scope,
  row: { tokenHash: string; access: string; now: Date },
): Promise<void> {
  const at = row.now.toISOString();
  await db
    .insertInto('member_session')
    .values({ token_hash: row.tokenHash, practice_id: practice, access_id: row.access, created_at: at, seen_at: at })
    .execute();
}

/** Whose session it is, while it is good; its idle clock starts again. */
export async function useMemberSession(db: Db, tokenHash: string, now: Date): Promise<AccessRow | undefined> {
  const row = await db
    .selectFrom('member_session')
    .innerJoin('access', 'access.id', 'member_session.access_id')
    .selectAll('access')
    .select('member_session.seen_at')
    .where('member_session.token_hash', '=', tokenHash)
    .where('member_session.seen_at', '>', before(now, MEMBER_IDLE))
    .where('member_session.created_at', '>', before(now, MEMBER_LONGEST))
    .where('access.password_hash', 'is not', null)
    .executeTakeFirst();
  if (!row) return undefined;
  const { seen_at: seenAt, ...access } = row;
  if (seenAt < before(now, 60_000)) {
    const seen = { seen_at: now.toISOString() };
    await db.updateTable('member_session').set(seen).where('token_hash', '=', tokenHash).execute();
  }
  return access;
}

export async function endMemberSession(db: Db, tokenHash: string): Promise<void> {
  await db.deleteFrom('member_session').where('token_hash', '=', tokenHash).execute();
}

/** Ends all log-ins of one way in, but for the one of `except`. */
export async function endMemberSessionsOf({ db, practice }: Scope, access: string, except = ''): Promise<void> {
  await db
    .deleteFrom('member_session')
    .where('practice_id', '=', practice)
    .where('access_id', '=', access)
    .where('token_hash', '!=', except)
    .execute();
}

export async function forgetOldMemberSessions(db: Db, now: Date): Promise<void> {
  await db
    .deleteFrom('member_session')
    .where((eb) =>
      eb.or([eb('seen_at', '<=', before(now, MEMBER_IDLE)), eb('created_at', '<=', before(now, MEMBER_LONGEST))]),
    )
    .execute();
}

function before(now: Date, milliseconds: number): string {
  return new Date(now.getTime() - milliseconds).toISOString();
}
