import type { ColumnDataType, Kysely } from 'kysely';
import type { Dialect } from '../open.ts';

/** Mail, links for patients, and the browsers in which patients sign by themselves. */
export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const bytes: ColumnDataType = dialect === 'postgres' ? 'bytea' : 'blob';

  await db.schema
    .createTable('mail')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('practice_id', 'text', (c) => c.notNull().references('practice.id'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('invitation_id', 'text', (c) => c.references('invitation.id'))
    .addColumn('recipient', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('content', bytes)
    .addColumn('problem', 'text')
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('settled_at', 'text')
    .execute();
  await db.schema.createIndex('mail_invitation').on('mail').columns(['practice_id', 'invitation_id']).execute();
  await db.schema.createIndex('mail_state').on('mail').columns(['practice_id', 'state', 'created_at']).execute();

  await db.schema
    .createTable('link')
    .addColumn('token_hash', 'text', (c) => c.primaryKey())
    .addColumn('practice_id', 'text', (c) => c.notNull().references('practice.id'))
    .addColumn('invitation_id', 'text', (c) => c.notNull().references('invitation.id'))
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('expires_at', 'text', (c) => c.notNull())
    .addColumn('tries', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('device_id', 'text', (c) => c.references('device.id'))
    .addColumn('revoked_at', 'text')
    .execute();
  await db.schema.createIndex('link_invitation').on('link').columns(['practice_id', 'invitation_id']).execute();

  // A patient's own browser: known by its key as a tablet is, and bound to the one invitation.
  await db.schema.alterTable('device').addColumn('invitation_id', 'text').execute();
  await db.schema
    .alterTable('practice')
    .addColumn('reminders', 'integer', (c) => c.notNull().defaultTo(2))
    .execute();
  await db.schema.alterTable('invitation').addColumn('reminders_stopped_at', 'text').execute();
}
