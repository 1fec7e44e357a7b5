import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqlite } from '../../server/store/open.ts';
import { describeStore } from './store.ts';

describeStore('SQLite', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-sqlite-'));
  const another = () => openSqlite(join(folder, 'countersign.sqlite'));
  const opened = [await another()];
  return {
    store: opened[0]!,
    async another() {
      const store = await another();
      opened.push(store);
      return store;
    },
    async drop() {
      for (const store of opened) await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
});
