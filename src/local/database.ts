import Dexie, { type DBCore, type EntityTable } from 'dexie';
import type { Envelope } from '../contract/envelope.ts';
import type { FormVersion } from '../domain/form.ts';
import type { InvitationState } from '../domain/invitation.ts';
import type { Box } from './box.ts';
import { endWhenPageIsLeft } from './pageLeft.ts';
import type { Wrap } from './vault.ts';

/** What lies on this tablet. Only ids, states and times are in the clear; everything about people is in boxes. */
export type StoredInvitation = { id: string; state: InvitationState; seq: number; changedAt: string; box: Box };
/** `key` is the draft's own key under the vault, so that a hand-off needs this key alone and never the vault. */
export type StoredDraft = { invitation: string; key: Box; box: Box; changedAt: string };
export type OutboxEntry = {
  id: string;
  invitation: string;
  kind: 'consent' | 'declination' | 'withdrawal' | 'household' | 'scan';
  envelope: Envelope;
  sha256: string;
  state: 'queued' | 'parked';
  /** Why the server would not take it. */
  code?: string | undefined;
  createdAt: string;
};
export type DeliveredEntry = {
  id: string;
  invitation: string;
  kind: OutboxEntry['kind'];
  receipt: string;
  enrolled: boolean;
  createdAt: string;
  deliveredAt: string;
};
export type StoredForm = { hash: string; form: FormVersion };
export type StoredStaff = { id: string; name: string; pinVersion: number };
export type Meta = { key: string; value: unknown };

export class TabletDatabase extends Dexie {
  invitations!: EntityTable<StoredInvitation, 'id'>;
  drafts!: EntityTable<StoredDraft, 'invitation'>;
  outbox!: EntityTable<OutboxEntry, 'id'>;
  delivered!: EntityTable<DeliveredEntry, 'id'>;
  forms!: EntityTable<StoredForm, 'hash'>;
  staff!: EntityTable<StoredStaff, 'id'>;
  wraps!: EntityTable<Wrap, 'staff'>;
  meta!: EntityTable<Meta, 'key'>;

  constructor(name: string) {
    // Relaxed commits are not flushed: a power cut would take a signature with it (FACTS, measured).
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      invitations: 'id, state',
      drafts: 'invitation',
      outbox: 'id, state, createdAt, invitation',
      delivered: 'id, invitation, deliveredAt',
      forms: 'hash',
      staff: 'id',
      wraps: 'staff',
      meta: 'key',
    });
    this.use({ stack: 'dbcore', name: 'ends-with-page', create: endingWithPage });
  }
}

/** No half of what belongs together is kept of a page that is left in the middle of it. */
function endingWithPage(core: DBCore): DBCore {
  return {
    ...core,
    transaction(...given) {
      const transaction = core.transaction(...given) as IDBTransaction;
      endWhenPageIsLeft(transaction, 'abort');
      return transaction;
    },
  };
}

const DATABASE_NAME = 'countersign-tablet';

export function openTabletDatabase(name: string = DATABASE_NAME): TabletDatabase {
  return new TabletDatabase(name);
}
