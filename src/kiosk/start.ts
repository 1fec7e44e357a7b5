import type { Identity } from '../local/identity.ts';
import { storageTrouble } from '../local/storageTrouble.ts';
import { signal } from '@preact/signals';
import { neverComeBackAsLeft } from './pageCache.ts';
import { kiosk } from './state.ts';

/** The identity that this page runs with, once it is read or made. */
export const identity = signal<Identity | undefined>(undefined);

/** Begins with nobody: whatever was on screen before a restart, the tablet starts locked. */
export async function start(read: () => Promise<Identity | undefined>): Promise<void> {
  neverComeBackAsLeft();
  try {
    identity.value = await read();
    kiosk.value = identity.value ? { who: 'nobody' } : { who: 'unpaired' };
  } catch (error) {
    kiosk.value = { who: 'trouble', trouble: storageTrouble(error) };
  }
}

export function paired(now: Identity): void {
  identity.value = now;
  kiosk.value = { who: 'nobody' };
}
