import type { ColumnDataType, Kysely } from 'kysely';
import type { Dialect } from '../open.ts';

/** Records that the practice itself made: a consent on paper or by word of mouth, a member's wish to stop. */
export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const bytes: ColumnDataType = dialect === 'postgres' ? 'bytea' : 'blob';

  await db.schema
    .createTable('record')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('practice_id', 'text', (c) => c.notNull().references('practice.id'))
    .addColumn('invitation_id', 'text', (c) => c.notNull().references('invitation.id'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('content', bytes, (c) => c.notNull())
    .addColumn('sha256', 'text', (c) => c.notNull())
    .addColumn('ledger_seq', 'integer', (c) => c.notNull())
    .addColumn('recorded_by', 'text', (c) => c.references('staff.id'))
    .addColumn('recorded_at', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('record_invitation').on('record').columns(['practice_id', 'invitation_id']).execute();
}
