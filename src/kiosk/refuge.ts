import { fromBase64url, toBase64url } from '../contract/bytes.ts';
import type { Box } from '../local/box.ts';

/**
 * Where a draft waits when the browser's storage process has died: WebKit gives IndexedDB back only to a page that was
 * loaded anew (FACTS), and the history entry is what outlives that. The draft is in a box, as it always is at rest.
 */
type Refuge = { invitation: string; changedAt: string; iv: string; bytes: string };

export function putInRefuge(invitation: string, box: Box, changedAt: string): void {
  const refuge: Refuge = { invitation, changedAt, iv: toBase64url(box.iv), bytes: toBase64url(box.bytes) };
  history.replaceState({ countersignDraft: refuge }, '');
}

/** The box of an invitation's draft, where one waits that is newer than what the storage has. */
export function takeFromRefuge(invitation: string, newerThan: string): Box | undefined {
  const state = history.state as { countersignDraft?: Refuge } | null;
  const refuge = state?.countersignDraft;
  if (refuge?.invitation !== invitation || refuge.changedAt <= newerThan) return undefined;
  return { iv: fromBase64url(refuge.iv), bytes: fromBase64url(refuge.bytes) };
}

/** Once the storage has the draft again, or it is sealed. */
export function emptyRefuge(): void {
  if (history.state !== null) history.replaceState(null, '');
}
