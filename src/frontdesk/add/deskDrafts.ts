import { del, get, set } from 'idb-keyval';
import { fromBase64url } from '../../contract/bytes.ts';
import type { Session } from '../../contract/staffApi.ts';
import { importBoxKey, lockValue, openValue, type Box } from '../../local/box.ts';
import { storeOfOwn } from '../../local/pageLeft.ts';
import type { Drafts, KeptDraft } from './host.ts';

const store = storeOfOwn('countersign-desk', 'drafts');

/** Half-filled forms on this computer, each under its staff member's own key, which the server gives at log-in. */
export function deskDrafts({ staff, practice, draftKey }: Session): Drafts {
  const key = importBoxKey(fromBase64url(draftKey));
  // Whoever needs the key hears of it; until then it is nobody's error.
  key.catch(() => undefined);
  const label = `draft:${practice.id}:${staff.id}`;
  return {
    async load() {
      const box = await get<Box>(staff.id, store);
      const draft = box && (await openValue<KeptDraft>(await key, box, label));
      return draft?.version === 1 ? draft : undefined;
    },
    async save(draft) {
      await set(staff.id, await lockValue(await key, draft, label), store);
    },
    async clear() {
      await del(staff.id, store);
    },
  };
}
