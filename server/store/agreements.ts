import { HELD_BACK } from '../../src/domain/conflicts.ts';
import type { Scope } from './scope.ts';

/** What patients agreed to and were enrolled by. */

export type ConsentFound = NonNullable<Awaited<ReturnType<typeof consentOf>>>;

/** The consents by which a patient was enrolled, the newest first. */
export function consentsOf(scope: Scope, patient: string): Promise<ConsentFound[]> {
  return enrolling(scope).where('consent.patient_id', '=', patient).execute();
}

/** The consent by which this invitation was enrolled. */
export function consentOf(scope: Scope, invitation: string) {
  return enrolling(scope).where('consent.invitation_id', '=', invitation).executeTakeFirst();
}

/** A consent that is before staff, as a second answer is, enrolled nobody: unless they decided that it counts. */
function enrolling({ db, practice }: Scope) {
  return db
    .selectFrom('consent')
    .innerJoin('invitation', 'invitation.id', 'consent.invitation_id')
    .selectAll('consent')
    .where('consent.practice_id', '=', practice)
    .where('invitation.practice_id', '=', practice)
    .where('invitation.state', '=', 'enrolled')
    .where('consent.kind', '=', 'consent')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('envelope_conflict')
            .select('envelope_conflict.id')
            .whereRef('envelope_conflict.envelope_id', '=', 'consent.envelope_id')
            .where('envelope_conflict.practice_id', '=', practice)
            .where('envelope_conflict.kind', 'in', HELD_BACK)
            .where((other) =>
              other.or([
                other('envelope_conflict.decision', 'is', null),
                other('envelope_conflict.decision', '!=', 'counts'),
              ]),
            ),
        ),
      ),
    )
    .orderBy('consent.id', 'desc');
}
