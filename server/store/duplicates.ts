import { likeness, type Known } from '../../src/domain/duplicates.ts';
import type { Duplicate } from '../../src/contract/householdApi.ts';
import { nameOf } from './patients.ts';
import type { Scope } from './scope.ts';

/** People of the practice who may be the one who is about to be invited, the newest first. */
export async function likelyDuplicates({ db, practice }: Scope, person: Known): Promise<Omit<Duplicate, 'key'>[]> {
  const rows = await db
    .selectFrom('patient')
    .innerJoin('invitation', 'invitation.patient_id', 'patient.id')
    .select([
      'patient.first',
      'patient.last',
      'patient.suffix',
      'patient.preferred',
      'patient.birth_date',
      'patient.record_number',
    ])
    .select(['invitation.id', 'invitation.state', 'invitation.created_at'])
    .where('patient.practice_id', '=', practice)
    .where((eb) =>
      eb.or([
        eb('patient.birth_date', '=', person.birthDate),
        ...(person.recordNumber === null
          ? []
          : [eb(eb.fn('lower', ['patient.record_number']), '=', person.recordNumber.trim().toLowerCase())]),
      ]),
    )
    .orderBy('invitation.created_at', 'desc')
    .limit(200)
    .execute();
  return rows.flatMap((row) => {
    const known = { name: nameOf(row), birthDate: row.birth_date, recordNumber: row.record_number };
    const reasons = likeness(person, known);
    return reasons.length > 0
      ? [{ ...known, reasons, invitation: row.id, state: row.state, createdAt: row.created_at }]
      : [];
  });
}
