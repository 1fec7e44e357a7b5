import type { ColumnDataType, Kysely } from 'kysely';
import type { Dialect } from '../open.ts';

/** What a practice seals its documents with: a certificate that the server made, and one that the practice brought. */
export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const bytes: ColumnDataType = dialect === 'postgres' ? 'bytea' : 'blob';

  await db.schema
    .createTable('certificate')
    .addColumn('practice_id', 'text', (c) => c.notNull().references('practice.id'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('certificates', 'text', (c) => c.notNull())
    .addColumn('private_key', bytes, (c) => c.notNull())
    .addColumn('valid_from', 'text', (c) => c.notNull())
    .addColumn('valid_until', 'text', (c) => c.notNull())
    .addColumn('added_by', 'text')
    .addColumn('added_at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('certificate_key', ['practice_id', 'kind'])
    .execute();
}
