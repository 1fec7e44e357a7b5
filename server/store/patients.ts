import type { Selectable } from 'kysely';
import { usernameCandidate, usernameStem } from '../../src/domain/username.ts';
import type { PersonName } from '../../src/domain/people.ts';
import { searchText } from '../../src/domain/search.ts';
import type { Patient } from '../../src/contract/people.ts';
import type { Scope } from './scope.ts';
import type { Tables } from './tables.ts';

export type PatientRow = Selectable<Tables['patient']>;

export function nameOf(row: Pick<PatientRow, 'first' | 'last' | 'suffix' | 'preferred'>): PersonName {
  return { first: row.first, last: row.last, suffix: row.suffix ?? undefined, preferred: row.preferred ?? undefined };
}

export type NewPatientRow = {
  id: string;
  household: string;
  username: string | null;
  relationship?: string | null;
  at: string;
};

export async function addPatient(
  { db, practice }: Scope,
  patient: Patient,
  { id, household, username, relationship, at }: NewPatientRow,
): Promise<void> {
  await db
    .insertInto('patient')
    .values({
      id,
      practice_id: practice,
      household,
      first: patient.name.first,
      last: patient.name.last,
      suffix: patient.name.suffix ?? null,
      preferred: patient.name.preferred ?? null,
      birth_date: patient.birthDate,
      sex: patient.sex,
      phone: patient.phone,
      email: patient.email,
      language: patient.language,
      address: patient.address,
      record_number: patient.recordNumber,
      practitioner_id: patient.practitioner,
      username,
      relationship: relationship ?? null,
      search: searchText(patient),
      created_at: at,
    })
    .execute();
}

export function getPatient({ db, practice }: Scope, id: string): Promise<PatientRow> {
  return db
    .selectFrom('patient')
    .selectAll()
    .where('practice_id', '=', practice)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

/** The first username for this name that neither a patient of the practice nor anybody who signs in has. */
export async function freeUsername(
  { db, practice }: Scope,
  name: PersonName,
  alsoTaken: readonly string[] = [],
): Promise<string> {
  const stem = usernameStem(name);
  const like = `${stem}%`;
  const [patients, accesses] = await Promise.all([
    db
      .selectFrom('patient')
      .select('username as taken')
      .where('practice_id', '=', practice)
      .where('username', 'like', like)
      .execute(),
    db
      .selectFrom('access')
      .select('handle as taken')
      .where('practice_id', '=', practice)
      .where('handle', 'like', like)
      .execute(),
  ]);
  const taken = new Set([...patients, ...accesses].map((row) => row.taken).concat(alsoTaken));
  for (let n = 0; ; n++) {
    const candidate = usernameCandidate(stem, n);
    if (!taken.has(candidate)) return candidate;
  }
}

export async function giveUsername({ db, practice }: Scope, patient: string, username: string): Promise<void> {
  await db
    .updateTable('patient')
    .set({ username })
    .where('practice_id', '=', practice)
    .where('id', '=', patient)
    .execute();
}

/** What staff changed of a patient, searchable at once. Who has no e-mail has a username. */
export async function changePatient(
  { db, practice }: Scope,
  id: string,
  patient: Patient,
  username: string | null,
): Promise<void> {
  await db
    .updateTable('patient')
    .set({
      first: patient.name.first,
      last: patient.name.last,
      suffix: patient.name.suffix ?? null,
      preferred: patient.name.preferred ?? null,
      birth_date: patient.birthDate,
      sex: patient.sex,
      phone: patient.phone,
      email: patient.email,
      language: patient.language,
      address: patient.address,
      record_number: patient.recordNumber,
      practitioner_id: patient.practitioner,
      username,
      search: searchText(patient),
    })
    .where('practice_id', '=', practice)
    .where('id', '=', id)
    .execute();
}
