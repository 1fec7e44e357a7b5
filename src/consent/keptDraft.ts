import { randomBytes } from '../contract/bytes.ts';
import { importBoxKey, lockBytes, lockValue, openBytes, openValue, type Box } from '../local/box.ts';
import type { StoredDraft } from '../local/database.ts';
import { wholeDraft, type Draft } from './draft.ts';

/** A draft at rest: under a key of its own, which is under the key of whoever may begin a hand-off. */
export type KeptDraft = { key: CryptoKey; draft: Draft };

const keyLabel = (invitation: string): string => `draft-key:${invitation}`;
const draftLabel = (invitation: string): string => `draft:${invitation}`;

export async function keepNewDraft(
  wrap: CryptoKey,
  invitation: string,
  draft: Draft,
  changedAt: string,
): Promise<{ key: CryptoKey; row: StoredDraft }> {
  const raw = randomBytes(32);
  const key = await importBoxKey(raw);
  const row = {
    invitation,
    key: await lockBytes(wrap, raw, keyLabel(invitation)),
    box: await lockDraft(key, invitation, draft),
    changedAt,
  };
  return { key, row };
}

export function lockDraft(key: CryptoKey, invitation: string, draft: Draft): Promise<Box> {
  return lockValue(key, draft, draftLabel(invitation));
}

/** `newer` is a later state of it that waits elsewhere. Undefined where it can't be read. */
export async function openDraft(
  wrap: CryptoKey,
  { invitation, key: wrapped, box }: StoredDraft,
  newer?: Box,
): Promise<KeptDraft | undefined> {
  const raw = await openBytes(wrap, wrapped, keyLabel(invitation));
  if (!raw) return undefined;
  const key = await importBoxKey(raw);
  const draft = await openValue<Draft>(key, newer ?? box, draftLabel(invitation));
  return draft && { key, draft: wholeDraft(draft) };
}
