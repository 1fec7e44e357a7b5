import type { Db } from './open.ts';
import type { Scope } from './scope.ts';

/** What staff do for an invitation that waits: each begins its days anew. */
const TENDED = ['added', 'edited', 'method-changed', 'mail-resent', 'paper-printed', 'form-changed'];

/** Every practice: once a day each looks for what nobody answers. */
export async function everyPractice(db: Db): Promise<string[]> {
  return (await db.selectFrom('practice').select('id').execute()).map(({ id }) => id);
}

/** Waiting invitations for which nothing was done since `before`. One that a patient holds is not among them. */
export async function leftAlone({ db, practice }: Scope, before: string, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('invitation')
    .select('invitation.id')
    .where('invitation.practice_id', '=', practice)
    .where('invitation.state', '=', 'waiting')
    .where('invitation.created_at', '<', before)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('event')
            .select('event.id')
            .whereRef('event.invitation_id', '=', 'invitation.id')
            .where('event.practice_id', '=', practice)
            .where('event.kind', 'in', TENDED)
            .where('event.at', '>=', before),
        ),
      ),
    )
    .orderBy('invitation.created_at')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** Invitations of the same patient, the newest first. */
export async function invitationsOfPatient({ db, practice }: Scope, patient: string) {
  return db
    .selectFrom('invitation')
    .select(['id', 'state', 'created_at'])
    .where('practice_id', '=', practice)
    .where('patient_id', '=', patient)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}
