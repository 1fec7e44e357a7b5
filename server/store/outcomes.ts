import type { Scope } from './scope.ts';

export type Outcome = Awaited<ReturnType<typeof outcomesBetween>>[number];

/** What became of the invitations made from `from` until before `until`. */
export function outcomesBetween({ db, practice }: Scope, from: string, until: string) {
  return db
    .selectFrom('invitation')
    .innerJoin('patient', 'patient.id', 'invitation.patient_id')
    .leftJoin('work', 'work.invitation_id', 'invitation.id')
    .select(['invitation.created_at', 'invitation.method', 'invitation.state', 'work.enrolled_at'])
    .select([
      'patient.first',
      'patient.last',
      'patient.suffix',
      'patient.preferred',
      'patient.birth_date',
      'patient.record_number',
    ])
    .select((eb) => {
      const newest = eb
        .selectFrom('consent')
        .whereRef('consent.invitation_id', '=', 'invitation.id')
        .where('consent.practice_id', '=', practice)
        .where('consent.reason', 'is not', null)
        .orderBy('consent.signed_at', 'desc')
        .orderBy('consent.id', 'desc')
        .limit(1);
      return [newest.select('consent.reason').as('reason'), newest.select('consent.form_hash').as('declined_on')];
    })
    .where('invitation.practice_id', '=', practice)
    .where('invitation.created_at', '>=', from)
    .where('invitation.created_at', '<', until)
    .orderBy('invitation.created_at')
    .execute();
}
