import type { Kysely } from 'kysely';

/** Since when the patient who has a tablet asks for somebody to come. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('device').addColumn('asking_since', 'text').execute();
}
