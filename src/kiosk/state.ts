import { signal } from '@preact/signals';
import type { Vault } from '../local/vault.ts';
import type { StorageTrouble } from '../local/storageTrouble.ts';
import type { Look } from '../consent/Tools.tsx';
import type { Language } from '../domain/form.ts';
import type { ChangeOfMind } from './changeOfMind.ts';
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
  /** `household` is that of the patient who has just handed back: its next member comes first. */
  | { who: 'staff'; staff: { id: string; name: string }; vault: Vault; household?: string | undefined }
  | { who: 'patient'; handOff: HandOff }
  /** The patient has answered, and it is safe. They may still change their mind. */
  | { who: 'answered'; answer: Answer; household: string }
  /** Between a patient and staff: nothing private is on screen or in memory. */
  | { who: 'closing'; household: string };

export type Answer = {
  envelope: string;
  kind: 'consent' | 'declination' | 'withdrawal';
  /** How the patient wanted to read: it stays until they have handed back. */
  look: Look;
  /** Those of the form. */
  languages: readonly Language[];
  /** Takes the answer back by one more record. Absent where it was taken back already. */
  takeBack?: ChangeOfMind | undefined;
};

export const kiosk = signal<KioskState>({ who: 'starting' });

/** What runs behind the screens, once the tablet is paired. */
export type Running = { tablet: Tablet; sync: SyncLoop };

/** The vault key, where a staff member has the tablet; nowhere else is it kept. */
export function openVault(): Vault | undefined {
  const now = kiosk.peek();
  return now.who === 'staff' ? now.vault : undefined;
}

/** The invitation whose patient has the tablet. */
export function holding(): string | undefined {
  const now = kiosk.peek();
  return now.who === 'patient' ? now.handOff.invitation.id : undefined;
}

/** The invitation whose patient wants somebody to come. It is over once they have the tablet no more. */
export const deskCalledBy = signal<string | undefined>(undefined);

export function asking(): boolean {
  return deskCalledBy.peek() !== undefined && deskCalledBy.peek() === holding();
}
