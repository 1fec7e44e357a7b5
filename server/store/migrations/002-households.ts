import { sql, type Kysely } from 'kysely';
import { searchText } from '../../../src/domain/search.ts';
import type { Db, Dialect } from '../open.ts';

/** Households with caregivers, search, conflicts that staff settle, the Health Assistant's work. */
export async function up(db: Kysely<unknown>, _dialect: Dialect): Promise<void> {
  await db.schema
    .createTable('caregiver')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('practice_id', 'text', (c) => c.notNull().references('practice.id'))
    .addColumn('household', 'text', (c) => c.notNull())
    .addColumn('first', 'text', (c) => c.notNull())
    .addColumn('last', 'text', (c) => c.notNull())
    .addColumn('suffix', 'text')
    .addColumn('preferred', 'text')
    .addColumn('relationship', 'text', (c) => c.notNull())
    .addColumn('phone', 'text')
    .addColumn('email', 'text', (c) => c.notNull())
    .addColumn('legal_representative', 'integer', (c) => c.notNull())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('caregiver_household').on('caregiver').columns(['practice_id', 'household']).execute();

  await db.schema.alterTable('patient').addColumn('relationship', 'text').execute();
  await db.schema
    .alterTable('patient')
    .addColumn('search', 'text', (c) => c.notNull().defaultTo(''))
    .execute();
  await db.schema.createIndex('patient_birth_date').on('patient').columns(['practice_id', 'birth_date']).execute();
  await db.schema.createIndex('patient_household').on('patient').columns(['practice_id', 'household']).execute();
  await fillSearch(db);

  await db.schema.alterTable('device').addColumn('holding', 'text').execute();

  for (const column of ['settled_at', 'settled_by', 'settled_note'] as const) {
    await db.schema.alterTable('envelope_conflict').addColumn(column, 'text').execute();
  }

  await db.schema.alterTable('consent').addColumn('reason', 'text').execute();
  await db.schema
    .alterTable('consent')
    .addColumn('misses', 'text', (c) => c.notNull().defaultTo('[]'))
    .execute();

  await db.schema
    .createTable('work')
    .addColumn('invitation_id', 'text', (c) => c.primaryKey().references('invitation.id'))
    .addColumn('practice_id', 'text', (c) => c.notNull().references('practice.id'))
    .addColumn('enrolled_at', 'text', (c) => c.notNull())
    .addColumn('claimed_by', 'text', (c) => c.references('staff.id'))
    .addColumn('claimed_at', 'text')
    .addColumn('done_by', 'text', (c) => c.references('staff.id'))
    .addColumn('done_at', 'text')
    .execute();
  await sql`insert into work (invitation_id, practice_id, enrolled_at)
    select invitation.id, invitation.practice_id, account.created_at from invitation
    join account on account.practice_id = invitation.practice_id and account.patient_id = invitation.patient_id
    where invitation.state = 'enrolled'`.execute(db);
}

async function fillSearch(db: Db): Promise<void> {
  const patients = await db
    .selectFrom('patient')
    .select(['id', 'first', 'last', 'suffix', 'preferred', 'birth_date', 'record_number', 'phone'])
    .execute();
  for (const one of patients) {
    const name = {
      first: one.first,
      last: one.last,
      suffix: one.suffix ?? undefined,
      preferred: one.preferred ?? undefined,
    };
    const search = searchText({ name, birthDate: one.birth_date, recordNumber: one.record_number, phone: one.phone });
    await db.updateTable('patient').set({ search }).where('id', '=', one.id).execute();
  }
}
