import type { Store } from '../../server/store/open.ts';
import type { Tables } from '../../server/store/tables.ts';

type AnyRow = Record<string, unknown>;

/** Every table that there is, asked of the database itself, so that no list is forgotten. */
export async function tableNames({ db }: Pick<Store, 'db'>): Promise<(keyof Tables)[]> {
  const tables = await db.introspection.getTables();
  return tables.map((table) => table.name as keyof Tables).toSorted();
}

/** All rows, or all of one practice, by table: to see that something changed nothing. */
export async function allRows(store: Pick<Store, 'db'>, practice?: string): Promise<Record<string, AnyRow[]>> {
  const found: Record<string, AnyRow[]> = {};
  for (const name of await tableNames(store)) {
    const rows: AnyRow[] = await store.db.selectFrom(name).selectAll().execute();
    const owner = name === 'practice' ? 'id' : 'practice_id';
    found[name] = rows.filter((row) => practice === undefined || row[owner] === practice).toSorted(byContent);
  }
  return found;
}

function byContent(a: AnyRow, b: AnyRow): number {
  return JSON.stringify(a).localeCompare(JSON.stringify(b));
}
