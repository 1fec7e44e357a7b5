import { sql, type ColumnDataType, type Kysely } from 'kysely';
import type { Dialect } from '../open.ts';

/** Scans of paper forms and their pages; and conflicts that no tablet brought, as a paper form does. */
export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const bytes: ColumnDataType = dialect === 'postgres' ? 'bytea' : 'blob';

  await db.schema
    .createTable('scan')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('practice_id', 'text', (c) => c.notNull().references('practice.id'))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('kind', 'text')
    .addColumn('sha256', 'text', (c) => c.notNull())
    .addColumn('size', 'integer', (c) => c.notNull())
    .addColumn('source', 'text', (c) => c.notNull())
    .addColumn('added_by', 'text', (c) => c.references('staff.id'))
    .addColumn('added_at', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('trouble', 'text')
    .addColumn('pages', 'integer')
    .addColumn('content', bytes)
    .addUniqueConstraint('scan_once', ['practice_id', 'sha256'])
    .execute();
  await db.schema.createIndex('scan_newest').on('scan').columns(['practice_id', 'added_at']).execute();

  await db.schema
    .createTable('scan_page')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('practice_id', 'text', (c) => c.notNull().references('practice.id'))
    .addColumn('scan_id', 'text', (c) => c.notNull().references('scan.id'))
    .addColumn('place', 'integer', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('why', 'text')
    .addColumn('invitation_id', 'text', (c) => c.references('invitation.id'))
    .addColumn('form_mark', 'text')
    .addColumn('page', 'integer')
    .addColumn('pages', 'integer')
    .addColumn('found', 'text')
    .addColumn('ink', 'text')
    .addColumn('turn', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('picture', bytes)
    .addColumn('settled_by', 'text', (c) => c.references('staff.id'))
    .addColumn('settled_at', 'text')
    .addColumn('settled_note', 'text')
    .addUniqueConstraint('scan_page_once', ['practice_id', 'scan_id', 'place'])
    .execute();
  await db.schema
    .createIndex('scan_page_invitation')
    .on('scan_page')
    .columns(['practice_id', 'invitation_id'])
    .execute();
  await db.schema.createIndex('scan_page_state').on('scan_page').columns(['practice_id', 'state']).execute();

  await db.schema
    .createTable('scan_envelope')
    .addColumn('practice_id', 'text', (c) => c.notNull().references('practice.id'))
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('sha256', 'text', (c) => c.notNull())
    .addColumn('device_id', 'text', (c) => c.notNull().references('device.id'))
    .addColumn('content', bytes, (c) => c.notNull())
    .addColumn('ledger_seq', 'integer', (c) => c.notNull())
    .addColumn('receipt', 'text', (c) => c.notNull())
    .addColumn('received_at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('scan_envelope_key', ['practice_id', 'id'])
    .execute();

  await letConflictsComeWithoutTablet(db, dialect, bytes);
}

/** SQLite can't take a `not null` away: the table is made anew, with all that is in it. */
async function letConflictsComeWithoutTablet(
  db: Kysely<unknown>,
  dialect: Dialect,
  bytes: ColumnDataType,
): Promise<void> {
  if (dialect === 'postgres') {
    await db.schema
      .alterTable('envelope_conflict')
      .alterColumn('device_id', (c) => c.dropNotNull())
      .execute();
    return;
  }
  await db.schema
    .createTable('envelope_conflict_new')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('practice_id', 'text', (c) => c.notNull().references('practice.id'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('envelope_id', 'text', (c) => c.notNull())
    .addColumn('sha256', 'text', (c) => c.notNull())
    .addColumn('invitation_id', 'text', (c) => c.notNull())
    .addColumn('device_id', 'text', (c) => c.references('device.id'))
    .addColumn('content', bytes, (c) => c.notNull())
    .addColumn('noted_at', 'text', (c) => c.notNull())
    .addColumn('settled_at', 'text')
    .addColumn('settled_by', 'text')
    .addColumn('settled_note', 'text')
    .addUniqueConstraint('envelope_conflict_once', ['practice_id', 'kind', 'envelope_id', 'sha256'])
    .execute();
  const columns =
    'id, practice_id, kind, envelope_id, sha256, invitation_id, device_id, content, noted_at, settled_at, settled_by, settled_note';
  await sql.raw(`insert into envelope_conflict_new (${columns}) select ${columns} from envelope_conflict`).execute(db);
  await db.schema.dropTable('envelope_conflict').execute();
  await db.schema.alterTable('envelope_conflict_new').renameTo('envelope_conflict').execute();
  await db.schema
    .createIndex('envelope_conflict_invitation')
    .on('envelope_conflict')
    .columns(['practice_id', 'invitation_id'])
    .execute();
}
