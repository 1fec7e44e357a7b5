import { sql, type Kysely, type ColumnDataType } from 'kysely';
import type { Dialect } from '../open.ts';

export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const bytes: ColumnDataType = dialect === 'postgres' ? 'bytea' : 'blob';
  const create = (name: string) => db.schema.createTable(name);

  await create('practice')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('phone', 'text', (c) => c.notNull())
    .addColumn('zone', 'text', (c) => c.notNull())
    .addColumn('method', 'text', (c) => c.notNull())
    .addColumn('form_hash', 'text', (c) => c.notNull())
    .addColumn('change_seq', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('ledger_seq', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('ledger_head', 'text', (c) => c.notNull())
    .addColumn('receive_public', 'text', (c) => c.notNull())
    .addColumn('receive_private', bytes, (c) => c.notNull())
    .addColumn('receipt_public', 'text', (c) => c.notNull())
    .addColumn('receipt_private', bytes, (c) => c.notNull())
    .addColumn('data_key', bytes, (c) => c.notNull())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .execute();

  await create('practitioner')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('practice_id', 'text', (c) => c.notNull().references('practice.id'))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('active', 'integer', (c) => c.notNull())
    .execute();

  await create('staff')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('practice_id', 'text', (c) => c.notNull().references('practice.id'))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('login', 'text', (c) => c.notNull().unique())
    .addColumn('password_hash', 'text', (c) => c.notNull())
    .addColumn('pin_hash', 'text', (c) => c.notNull())
    .addColumn('pin_version', 'integer', (c) => c.notNull())
    .addColumn('active', 'integer', (c) => c.notNull())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .execute();

  await create('session')
    .addColumn('token_hash', 'text', (c) => c.primaryKey())
    .addColumn('practice_id', 'text', (c) => c.notNull().references('practice.id'))
    .addColumn('staff_id', 'text', (c) => c.notNull().references('staff.id'))
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('seen_at', 'text', (c) => c.notNull())
    .execute();

  await create('form')
    .addColumn('practice_id', 'text', (c) => c.notNull().references('practice.id'))
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('version', 'text', (c) => c.notNull())
    .addColumn('content', 'text', (c) => c.notNull())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('form_key', ['practice_id', 'hash'])
    .addUniqueConstraint('form_version', ['practice_id', 'id', 'version'])
    .execute();

  await create('patient')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('practice_id', 'text', (c) => c.notNull().references('practice.id'))
    .addColumn('household', 'text', (c) => c.notNull())
    .addColumn('first', 'text', (c) => c.notNull())
    .addColumn('last', 'text', (c) => c.notNull())
    .addColumn('suffix', 'text')
    .addColumn('preferred', 'text')
    .addColumn('birth_date', 'text', (c) => c.notNull())
    .addColumn('sex', 'text', (c) => c.notNull())
    .addColumn('phone', 'text')
    .addColumn('email', 'text')
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('address', 'text', (c) => c.notNull())
    .addColumn('record_number', 'text')
    .addColumn('practitioner_id', 'text', (c) => c.notNull().references('practitioner.id'))
    .addColumn('username', 'text')
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addUniqueConstraint('patient_username', ['practice_id', 'username'])
    .execute();

  await create('invitation')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('practice_id', 'text', (c) => c.notNull().references('practice.id'))
    .addColumn('patient_id', 'text', (c) => c.notNull().references('patient.id'))
    .addColumn('method', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('contact', 'text', (c) => c.notNull())
    .addColumn('note', 'text', (c) => c.notNull())
    .addColumn('form_hash', 'text', (c) => c.notNull())
    .addColumn('added_by', 'text', (c) => c.notNull().references('staff.id'))
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('request_sha256', 'text', (c) => c.notNull())
    .addColumn('change_seq', 'integer', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('invitation_changes').on('invitation').columns(['practice_id', 'change_seq']).execute();
  await db.schema.createIndex('invitation_newest').on('invitation').columns(['practice_id', 'created_at']).execute();

  await create('device')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('practice_id', 'text', (c) => c.notNull().references('practice.id'))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('public_key', 'text', (c) => c.notNull())
    .addColumn('thumbprint', 'text', (c) => c.notNull().unique())
    .addColumn('vault_key', bytes, (c) => c.notNull())
    .addColumn('paired_by', 'text', (c) => c.notNull().references('staff.id'))
    .addColumn('paired_at', 'text', (c) => c.notNull())
    .addColumn('seen_at', 'text')
    .addColumn('app', 'text', (c) => c.notNull())
    .addColumn('waiting', 'integer', (c) => c.notNull())
    .addColumn('oldest', 'text')
    .addColumn('pin_failures', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('locked', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('unlocks', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('revoked_at', 'text')
    .execute();

  await create('pairing')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('practice_id', 'text', (c) => c.notNull().references('practice.id'))
    .addColumn('code_hash', 'text', (c) => c.notNull().unique())
    .addColumn('secret_hash', 'text', (c) => c.unique())
    .addColumn('created_by', 'text', (c) => c.notNull().references('staff.id'))
    .addColumn('expires_at', 'text', (c) => c.notNull())
    .addColumn('used_at', 'text')
    .execute();

  await create('envelope')
    .addColumn('practice_id', 'text', (c) => c.notNull().references('practice.id'))
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('sha256', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('device_id', 'text', (c) => c.notNull().references('device.id'))
    .addColumn('invitation_id', 'text', (c) => c.notNull().references('invitation.id'))
    .addColumn('content', bytes, (c) => c.notNull())
    .addColumn('evidence', bytes, (c) => c.notNull())
    .addColumn('evidence_sha256', 'text', (c) => c.notNull())
    .addColumn('ledger_seq', 'integer', (c) => c.notNull())
    .addColumn('receipt', 'text', (c) => c.notNull())
    .addColumn('received_at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('envelope_key', ['practice_id', 'id'])
    .execute();
  await db.schema.createIndex('envelope_invitation').on('envelope').columns(['practice_id', 'invitation_id']).execute();

  await create('envelope_conflict')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('practice_id', 'text', (c) => c.notNull().references('practice.id'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('envelope_id', 'text', (c) => c.notNull())
    .addColumn('sha256', 'text', (c) => c.notNull())
    .addColumn('invitation_id', 'text', (c) => c.notNull())
    .addColumn('device_id', 'text', (c) => c.notNull().references('device.id'))
    .addColumn('content', bytes, (c) => c.notNull())
    .addColumn('noted_at', 'text', (c) => c.notNull())
    .addUniqueConstraint('envelope_conflict_once', ['practice_id', 'kind', 'envelope_id', 'sha256'])
    .execute();
  await db.schema
    .createIndex('envelope_conflict_invitation')
    .on('envelope_conflict')
    .columns(['practice_id', 'invitation_id'])
    .execute();

  await create('consent')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('practice_id', 'text', (c) => c.notNull().references('practice.id'))
    .addColumn('invitation_id', 'text', (c) => c.notNull().references('invitation.id'))
    .addColumn('patient_id', 'text', (c) => c.notNull().references('patient.id'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('method', 'text', (c) => c.notNull())
    .addColumn('envelope_id', 'text', (c) => c.notNull())
    .addColumn('signed_at', 'text', (c) => c.notNull())
    .addUniqueConstraint('consent_envelope', ['practice_id', 'envelope_id'])
    .execute();

  await create('account')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('practice_id', 'text', (c) => c.notNull().references('practice.id'))
    .addColumn('patient_id', 'text', (c) => c.notNull().references('patient.id'))
    .addColumn('handle', 'text', (c) => c.notNull())
    .addColumn('handle_kind', 'text', (c) => c.notNull())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addUniqueConstraint('account_patient', ['practice_id', 'patient_id'])
    .addUniqueConstraint('account_handle', ['practice_id', 'handle'])
    .execute();

  await create('ledger')
    .addColumn('practice_id', 'text', (c) => c.notNull().references('practice.id'))
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('prev', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('sha256', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('ledger_key', ['practice_id', 'seq'])
    .execute();
  await refuseLedgerChanges(db, dialect);

  await create('event')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('practice_id', 'text', (c) => c.notNull().references('practice.id'))
    .addColumn('invitation_id', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('who', 'text')
    .addColumn('detail', 'text')
    .execute();
  await db.schema.createIndex('event_invitation').on('event').columns(['practice_id', 'invitation_id', 'at']).execute();

  await create('job')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('practice_id', 'text', (c) => c.notNull().references('practice.id'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('run_at', 'text', (c) => c.notNull())
    .addColumn('attempts', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('last_error', 'text')
    .addColumn('done_at', 'text')
    .addUniqueConstraint('job_once', ['practice_id', 'kind', 'subject'])
    .execute();
  await db.schema.createIndex('job_due').on('job').columns(['done_at', 'run_at']).execute();

  await create('document')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('practice_id', 'text', (c) => c.notNull().references('practice.id'))
    .addColumn('invitation_id', 'text', (c) => c.notNull().references('invitation.id'))
    .addColumn('envelope_id', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('content', bytes, (c) => c.notNull())
    .addColumn('sha256', 'text', (c) => c.notNull())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addUniqueConstraint('document_once', ['practice_id', 'envelope_id', 'kind'])
    .execute();
}

/** The ledger is append-only for the application as well: the database itself refuses to change or delete a row. */
async function refuseLedgerChanges(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  if (dialect === 'sqlite') {
    for (const verb of ['update', 'delete']) {
      await sql
        .raw(
          `create trigger ledger_no_${verb} before ${verb} on ledger begin select raise(abort, 'the ledger is append-only'); end`,
        )
        .execute(db);
    }
    // `insert or replace` deletes without asking the trigger above.
    await sql
      .raw(
        `create trigger ledger_no_replace before insert on ledger when exists (select 1 from ledger where practice_id = new.practice_id and seq = new.seq) begin select raise(abort, 'the ledger is append-only'); end`,
      )
      .execute(db);
    return;
  }
  await sql
    .raw(
      `create function ledger_append_only() returns trigger language plpgsql as $$ begin raise exception 'the ledger is append-only'; end $$`,
    )
    .execute(db);
  await sql
    .raw(
      `create trigger ledger_append_only before update or delete on ledger for each row execute function ledger_append_only()`,
    )
    .execute(db);
  await sql
    .raw(
      `create trigger ledger_no_truncate before truncate on ledger for each statement execute function ledger_append_only()`,
    )
    .execute(db);
}
