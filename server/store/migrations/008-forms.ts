import type { Kysely } from 'kysely';
import type { Db, Dialect } from '../open.ts';

/**
 * Versions of the form that a practice made itself; which form an answer was given on; what staff decided about a conflict;
 * what was refused of a tablet; and after how many days an invitation that nobody answers is over.
 */
export async function up(db: Kysely<unknown>, _dialect: Dialect): Promise<void> {
  await db.schema.alterTable('form').addColumn('current_since', 'text').execute();
  await db.schema.alterTable('form').addColumn('current_by', 'text').execute();
  const tables: Db = db;
  await tables
    .updateTable('form')
    .set((eb) => ({ current_since: eb.ref('created_at') }))
    .execute();

  await db.schema
    .createTable('form_draft')
    .addColumn('practice_id', 'text', (c) => c.primaryKey().references('practice.id'))
    .addColumn('base_hash', 'text', (c) => c.notNull())
    .addColumn('content', 'text', (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('changed_by', 'text', (c) => c.notNull().references('staff.id'))
    .addColumn('changed_at', 'text', (c) => c.notNull())
    .execute();

  await db.schema.alterTable('consent').addColumn('form_hash', 'text').execute();
  await fillFormHash(db);

  await db.schema.alterTable('envelope_conflict').addColumn('decision', 'text').execute();

  await db.schema
    .createTable('refused')
    .addColumn('practice_id', 'text', (c) => c.notNull().references('practice.id'))
    .addColumn('envelope_id', 'text', (c) => c.notNull())
    .addColumn('device_id', 'text', (c) => c.notNull().references('device.id'))
    .addColumn('invitation_id', 'text')
    .addColumn('code', 'text', (c) => c.notNull())
    .addColumn('first_at', 'text', (c) => c.notNull())
    .addColumn('last_at', 'text', (c) => c.notNull())
    .addColumn('over_at', 'text')
    .addColumn('settled_at', 'text')
    .addColumn('settled_by', 'text')
    .addPrimaryKeyConstraint('refused_pk', ['practice_id', 'device_id', 'envelope_id'])
    .execute();
  await db.schema.createIndex('refused_invitation').on('refused').columns(['practice_id', 'invitation_id']).execute();
  await db.schema
    .alterTable('device')
    .addColumn('refused', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();

  await db.schema
    .alterTable('practice')
    .addColumn('expire_days', 'integer', (c) => c.notNull().defaultTo(180))
    .execute();
}

/** The form of an answer that a device sealed is named on its envelope; of any other it is the invitation's. */
async function fillFormHash(db: Db): Promise<void> {
  const consents = await db
    .selectFrom('consent')
    .innerJoin('invitation', 'invitation.id', 'consent.invitation_id')
    .leftJoin('envelope', (join) =>
      join.onRef('envelope.id', '=', 'consent.envelope_id').onRef('envelope.practice_id', '=', 'consent.practice_id'),
    )
    .select(['consent.id', 'invitation.form_hash', 'envelope.content'])
    .execute();
  for (const { id, form_hash, content } of consents) {
    const form = (content && formOnEnvelope(content)) ?? form_hash;
    await db.updateTable('consent').set({ form_hash: form }).where('id', '=', id).execute();
  }
}

function formOnEnvelope(content: Uint8Array): string | undefined {
  try {
    const { formHash } = JSON.parse(Buffer.from(content).toString()) as { formHash?: unknown };
    return typeof formHash === 'string' ? formHash : undefined;
  } catch {
    return undefined;
  }
}
