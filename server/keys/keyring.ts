import { getPractice } from '../store/practices.ts';
import type { Store } from '../store/open.ts';
import { openPracticeKeys, type PracticeKeys } from './practiceKeys.ts';

/** The opened keys of practices, kept in memory: they never change. */
export type PracticeKeyring = { keysOf(practice: string): Promise<PracticeKeys> };

export function createKeyring(store: Pick<Store, 'db'>, master: Buffer): PracticeKeyring {
  const opened = new Map<string, PracticeKeys>();
  return {
    async keysOf(practice) {
      const known = opened.get(practice);
      if (known) return known;
      const keys = openPracticeKeys(master, await getPractice({ db: store.db, practice }));
      opened.set(practice, keys);
      return keys;
    },
  };
}
