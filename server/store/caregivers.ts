import type { Selectable } from 'kysely';
import type { Caregiver } from '../../src/contract/householdApi.ts';
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
    .values({
      id: caregiver.id,
      practice_id: practice,
      household,
      first: caregiver.name.first,
      last: caregiver.name.last,
      suffix: caregiver.name.suffix ?? null,
      preferred: caregiver.name.preferred ?? null,
      relationship: caregiver.relationship,
      phone: caregiver.phone,
      email: caregiver.email,
      legal_representative: caregiver.legalRepresentative ? 1 : 0,
      created_at: at,
    })
    .execute();
}

export async function caregiversOf({ db, practice }: Scope, household: string): Promise<Omit<Caregiver, 'id'>[]> {
  const rows = await db
    .selectFrom('caregiver')
    .selectAll()
    .where('practice_id', '=', practice)
    .where('household', '=', household)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    name: nameOf(row),
    relationship: row.relationship,
    phone: row.phone,
    email: row.email,
    legalRepresentative: row.legal_representative === 1,
  }));
}

export function findCaregiver({ db, practice }: Scope, id: string): Promise<CaregiverRow | undefined> {
  return db
    .selectFrom('caregiver')
    .selectAll()
    .where('practice_id', '=', practice)
    .where('id', '=', id)
    .executeTakeFirst();
}
