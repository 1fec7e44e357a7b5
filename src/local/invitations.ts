import { toHex } from '../contract/bytes.ts';
import type { DeviceInvitation } from '../contract/deviceApi.ts';
import { isUnfinished, type InvitationState } from '../domain/invitation.ts';
import { lockValue, openValue } from './box.ts';
import type { StoredInvitation, TabletDatabase } from './database.ts';
import type { Vault } from './vault.ts';

/** The invitations on this tablet, readable only with the open vault. */

const label = (id: string): string => `invitation:${id}`;

export async function boxInvitation(
  vault: Vault,
  invitation: DeviceInvitation,
  now: string,
): Promise<StoredInvitation> {
  const { id, state, seq } = invitation;
  return { id, state, seq, changedAt: now, box: await lockValue(vault.key, invitation, label(id)) };
}

/**
 * What this vault has opened before, so that a list of thousands is opened once and not with every change. It goes when
 * the vault goes.
 */
const openedBy = new WeakMap<Vault, Map<string, { iv: string; invitation: DeviceInvitation }>>();

async function openBox(vault: Vault, { id, box }: StoredInvitation): Promise<DeviceInvitation | undefined> {
  const known = openedBy.get(vault) ?? new Map<string, { iv: string; invitation: DeviceInvitation }>();
  openedBy.set(vault, known);
  const iv = toHex(box.iv);
  const before = known.get(id);
  if (before?.iv === iv) return before.invitation;
  const invitation = await openValue<DeviceInvitation>(vault.key, box, label(id));
  if (invitation) known.set(id, { iv, invitation });
  return invitation;
}

async function openInvitation(vault: Vault, stored: StoredInvitation): Promise<DeviceInvitation | undefined> {
  const opened = await openBox(vault, stored);
  if (!opened) return undefined;
  // The box holds the practice's word. Where that ended the invitation while a draft was open here, it is over.
  const overThere = isUnfinished(stored.state) && !isUnfinished(opened.state);
  return overThere ? opened : { ...opened, state: stored.state };
}

export async function readableInvitations(database: TabletDatabase, vault: Vault): Promise<DeviceInvitation[]> {
  const stored = await database.invitations.toArray();
  const opened = await Promise.all(stored.map((one) => openInvitation(vault, one)));
  return opened.filter((one) => one !== undefined);
}

const over: readonly InvitationState[] = ['signed', 'declined', 'enrolled', 'cancelled', 'expired'];

/** Milliseconds that a finished invitation stays readable here, so that staff see how it went. */
const KEPT_AFTER = 24 * 60 * 60_000;

/** Forgets people that this tablet has no more business with. What is signed is not touched: it lies in the outbox. */
export async function forgetFinished(database: TabletDatabase, now: number): Promise<void> {
  const before = new Date(now - KEPT_AFTER).toISOString();
  const waiting = new Set((await database.outbox.orderBy('invitation').keys()).map(String));
  await database.invitations
    .where('state')
    .anyOf([...over])
    .filter((one) => one.changedAt < before && !waiting.has(one.id))
    .delete();
  await database.delivered.where('deliveredAt').below(before).delete();
}
