import type { Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import * as first from './migrations/001-first.ts';
import * as households from './migrations/002-households.ts';
import * as mail from './migrations/003-mail.ts';
import * as records from './migrations/004-records.ts';
import * as certificate from './migrations/005-certificate.ts';
import * as scans from './migrations/006-scans.ts';
import * as members from './migrations/007-members.ts';
import * as forms from './migrations/008-forms.ts';
import * as search from './migrations/009-search.ts';
import * as asking from './migrations/010-asking.ts';
import * as passkeys from './migrations/012-passkeys.ts';
import type { Dialect, Store } from './open.ts';

/** Every version of the database, in order. A migration that was released is never edited. */
export const MIGRATIONS: [name: string, up: (db: Kysely<unknown>, dialect: Dialect) => Promise<void>][] = [
  ['001-first', first.up],
  ['002-households', households.up],
  ['003-mail', mail.up],
  ['004-records', records.up],
  ['005-certificate', certificate.up],
  ['006-scans', scans.up],
  ['007-members', members.up],
  ['008-forms', forms.up],
  ['009-search', search.up],
  ['010-asking', asking.up],
  ['012-passkeys', passkeys.up],
];

/** Brings the database up to `target`, by default the newest; an older one goes up, never down. */
export async function migrate(
  { db, dialect }: Store,
  target: string = MIGRATIONS[MIGRATIONS.length - 1]?.[0] ?? '',
): Promise<void> {
  const migrations = Object.fromEntries(
    MIGRATIONS.map(([name, up]): [string, Migration] => [name, { up: (migrating) => up(migrating, dialect) }]),
  );
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateTo(target);
  if (error) throw new Error('The database could not be brought to this version.', { cause: error });
}
