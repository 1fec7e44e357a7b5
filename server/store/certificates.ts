import type { Insertable, Selectable } from 'kysely';
import type { Scope } from './scope.ts';
import type { Tables } from './tables.ts';

export type CertificateRow = Selectable<Tables['certificate']>;
export type CertificateKind = CertificateRow['kind'];

export function certificateOf({ db, practice }: Scope, kind: CertificateKind): Promise<CertificateRow | undefined> {
  return db
    .selectFrom('certificate')
    .selectAll()
    .where('practice_id', '=', practice)
    .where('kind', '=', kind)
    .executeTakeFirst();
}

/** In place of the one of this kind that was there. */
export async function keepCertificate(
  { db, practice }: Scope,
  row: Omit<Insertable<Tables['certificate']>, 'practice_id'>,
): Promise<void> {
  const { kind: _kind, ...changed } = row;
  await db
    .insertInto('certificate')
    .values({ ...row, practice_id: practice })
    .onConflict((oc) => oc.columns(['practice_id', 'kind']).doUpdateSet(changed))
    .execute();
}

/** Answers whether there was one. */
export async function dropCertificate({ db, practice }: Scope, kind: CertificateKind): Promise<boolean> {
  const result = await db
    .deleteFrom('certificate')
    .where('practice_id', '=', practice)
    .where('kind', '=', kind)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}
