import type { ColumnDataType, Kysely } from 'kysely';
import type { Dialect } from '../open.ts';

/** Passkeys of members. */
export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const bytes: ColumnDataType = dialect === 'postgres' ? 'bytea' : 'blob';

  await db.schema
    .createTable('passkey')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('practice_id', 'text', (c) => c.notNull().references('practice.id'))
    .addColumn('access_id', 'text', (c) => c.notNull().references('access.id'))
    .addColumn('public_key', bytes, (c) => c.notNull())
    .addColumn('counter', 'integer', (c) => c.notNull())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('used_at', 'text')
    .execute();
  await db.schema.createIndex('passkey_access').on('passkey').columns(['practice_id', 'access_id']).execute();
}
