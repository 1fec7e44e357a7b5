import { signal } from '@preact/signals';
import type { Vault } from '../local/vault.ts';
import type { StorageTrouble } from '../local/storageTrouble.ts';
import type { HandOff } from './handOff.ts';
import type { SyncLoop } from './syncLoop.ts';
import type { Tablet } from './tablet.ts';

/** Who has the tablet. Exactly one of these is true, and the page holds only what belongs to it. */
export type KioskState =
  | { who: 'starting' }
  | { who: 'trouble'; trouble: StorageTrouble }
  | { who: 'unpaired' }
  /** Nobody: no key and no person's data is in memory. */
  | { who: 'nobody' }
  | { who: 'staff'; staff: { id: string; name: string }; vault: Vault }
  | { who: 'patient'; handOff: HandOff }
  /** The patient has answered, and it is safe. */
  | { who: 'answered'; envelope: string; kind: 'consent' | 'declination' };

export const kiosk = signal<KioskState>({ who: 'starting' });

/** What runs behind the screens, once the tablet is paired. */
export type Running = { tablet: Tablet; sync: SyncLoop };

/** The vault key, where a staff member has the tablet; nowhere else is it kept. */
export function openVault(): Vault | undefined {
  const now = kiosk.peek();
  return now.who === 'staff' ? now.vault : undefined;
}
