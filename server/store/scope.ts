import type { Db, Store } from './open.ts';

/** One practice's part of the store: every query takes one, so that no row of another practice is ever reached. */
export type Scope = { db: Db; practice: string };

export function scopeOf(store: Pick<Store, 'db'>, practice: string): Scope {
  return { db: store.db, practice };
}

/** Runs `work` in one transaction. Inside it only the scope it is given may be used. */
export function inTransaction<T>({ db, practice }: Scope, work: (scope: Scope) => Promise<T>): Promise<T> {
  return db.transaction().execute((trx) => work({ db: trx, practice }));
}
