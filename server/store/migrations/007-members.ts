import { sql, type Kysely } from 'kysely';
import type { Dialect } from '../open.ts';

/** Members sign in: their ways in, codes to open these with, sessions, and the wish to stop. */
export async function up(db: Kysely<unknown>, _dialect: Dialect): Promise<void> {
  await db.schema
    .createTable('access')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('practice_id', 'text', (c) => c.notNull().references('practice.id'))
    .addColumn('account_id', 'text', (c) => c.notNull().references('account.id'))
    .addColumn('holder', 'text', (c) => c.notNull())
    .addColumn('handle', 'text', (c) => c.notNull())
    .addColumn('password_hash', 'text')
    .addColumn('language', 'text')
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('activated_at', 'text')
    .addUniqueConstraint('access_handle', ['practice_id', 'handle'])
    .addUniqueConstraint('access_holder', ['practice_id', 'account_id', 'holder'])
    .execute();
  // Accounts that were made before anybody could sign in. Their ids are unique, which is all that this one needs.
  await sql`insert into access (id, practice_id, account_id, holder, handle, created_at)
    select id, practice_id, id, 'member', handle, created_at from account`.execute(db);

  await db.schema
    .createTable('activation')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('practice_id', 'text', (c) => c.notNull().references('practice.id'))
    .addColumn('access_id', 'text', (c) => c.notNull().references('access.id'))
    .addColumn('code_hash', 'text', (c) => c.notNull().unique())
    .addColumn('way', 'text', (c) => c.notNull())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('expires_at', 'text', (c) => c.notNull())
    .addColumn('used_at', 'text')
    .addColumn('revoked_at', 'text')
    .execute();
  await db.schema.createIndex('activation_access').on('activation').columns(['practice_id', 'access_id']).execute();

  await db.schema
    .createTable('member_session')
    .addColumn('token_hash', 'text', (c) => c.primaryKey())
    .addColumn('practice_id', 'text', (c) => c.notNull().references('practice.id'))
    .addColumn('access_id', 'text', (c) => c.notNull().references('access.id'))
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('seen_at', 'text', (c) => c.notNull())
    .execute();

  await db.schema
    .createTable('stop')
    .addColumn('invitation_id', 'text', (c) => c.primaryKey().references('invitation.id'))
    .addColumn('practice_id', 'text', (c) => c.notNull().references('practice.id'))
    .addColumn('record_id', 'text', (c) => c.notNull().references('record.id'))
    .addColumn('asked_at', 'text', (c) => c.notNull())
    .addColumn('effective_on', 'text', (c) => c.notNull())
    .addColumn('asked_by', 'text', (c) => c.notNull())
    .execute();
}
