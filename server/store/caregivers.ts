import type { Selectable } from 'kysely';
import type { Caregiver } from '../../src/contract/householdApi.ts';
import type { PersonName } from '../../src/domain/people.ts';
import { nameOf } from './patients.ts';
import type { Scope } from './scope.ts';
import type { Tables } from './tables.ts';

type CaregiverRow = Selectable<Tables['caregiver']>;

export async function addCaregiver(
  { db, practice }: Scope,
  household: string,
  caregiver: Caregiver,
  at: string,
): Promise<void> {
  await db
    .insertInto('caregiver')
    .values({ id: caregiver.id, practice_id: practice, household, ...columnsOf(caregiver), created_at: at })
    .execute();
}

/** Answers whether this household has such a caregiver. */
export async function changeCaregiver(
  { db, practice }: Scope,
  household: string,
  caregiver: Caregiver,
): Promise<boolean> {
  const result = await db
    .updateTable('caregiver')
    .set(columnsOf(caregiver))
    .where('practice_id', '=', practice)
    .where('household', '=', household)
    .where('id', '=', caregiver.id)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

function columnsOf({ name, relationship, phone, email, legalRepresentative }: Caregiver) {
  return {
    first: name.first,
    last: name.last,
    suffix: name.suffix ?? null,
    preferred: name.preferred ?? null,
    relationship,
    phone,
    email,
    legal_representative: legalRepresentative ? 1 : 0,
  };
}

export async function caregiversOf({ db, practice }: Scope, household: string): Promise<Caregiver[]> {
  const rows = await db
    .selectFrom('caregiver')
    .selectAll()
    .where('practice_id', '=', practice)
    .where('household', '=', household)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: nameOf(row),
    relationship: row.relationship,
    phone: row.phone,
    email: row.email,
    legalRepresentative: row.legal_representative === 1,
  }));
}

/** Whom each of these households recorded as legal representatives. */
export async function representativesOf(
  { db, practice }: Scope,
  households: readonly string[],
): Promise<Map<string, { id: string; name: PersonName; relationship: string }[]>> {
  if (households.length === 0) return new Map();
  const rows = await db
    .selectFrom('caregiver')
    .selectAll()
    .where('practice_id', '=', practice)
    .where('household', 'in', [...new Set(households)])
    .where('legal_representative', '=', 1)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  const grouped = Map.groupBy(rows, (row) => row.household);
  return new Map(
    [...grouped].map(([household, all]) => [
      household,
      all.map((row) => ({ id: row.id, name: nameOf(row), relationship: row.relationship })),
    ]),
  );
}

export function findCaregiver({ db, practice }: Scope, id: string): Promise<CaregiverRow | undefined> {
  return db
    .selectFrom('caregiver')
    .selectAll()
    .where('practice_id', '=', practice)
    .where('id', '=', id)
    .executeTakeFirst();
}
