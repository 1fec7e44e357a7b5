import { fromBase64url, toBase64url } from '../contract/bytes.ts';
import type { Box } from '../local/box.ts';

/**
 * Where drafts wait when the browser's storage process has died: WebKit gives IndexedDB back only to a page that was
 * loaded anew (FACTS), and the history entry is what outlives that. Each is in a box, as it always is at rest, and waits
 * until its own patient goes on: others may have the iPad first.
 */
type Refuge = { invitation: string; changedAt: string; iv: string; bytes: string };

export function putInRefuge(invitation: string, box: Box, changedAt: string): void {
  const refuge: Refuge = { invitation, changedAt, iv: toBase64url(box.iv), bytes: toBase64url(box.bytes) };
  keep([...othersThan(invitation), refuge]);
}

/** The box of an invitation's draft, where one waits that is newer than what the storage has. */
export function takeFromRefuge(invitation: string, newerThan: string): Box | undefined {
  const refuge = waiting().find((one) => one.invitation === invitation);
  if (!refuge || refuge.changedAt <= newerThan) return undefined;
  return { iv: fromBase64url(refuge.iv), bytes: fromBase64url(refuge.bytes) };
}

/** Once the storage has this patient's draft again, or it is sealed or discarded. */
export function leaveRefuge(invitation: string): void {
  const others = othersThan(invitation);
  if (others.length < waiting().length) keep(others);
}

function othersThan(invitation: string): Refuge[] {
  return waiting().filter((one) => one.invitation !== invitation);
}

function waiting(): Refuge[] {
  const state = history.state as { countersignDrafts?: Refuge[]; countersignDraft?: Refuge } | null;
  // An older version of the app had room for one.
  return state?.countersignDrafts ?? (state?.countersignDraft ? [state.countersignDraft] : []);
}

function keep(refuges: Refuge[]): void {
  history.replaceState(refuges.length > 0 ? { countersignDrafts: refuges } : null, '');
}
