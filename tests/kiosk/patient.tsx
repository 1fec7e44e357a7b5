/** A patient's turn on a tablet whose clock the test moves; the storage is a fake, the screens are real. */
import 'fake-indexeddb/auto';
import '../ui/dom.ts';
import { signal } from '@preact/signals';
import { act } from '@testing-library/preact';
import { vi } from 'vitest';
import { kiosk, type KioskState, type Running } from '../../src/kiosk/state.ts';
import { openTabletDatabase } from '../../src/local/database.ts';
import type { UnlockResult, Vault } from '../../src/local/vault.ts';
import { language } from '../../src/ui/language.ts';

export const staff = { id: 'staff-1', name: 'Luis Ortega' };
export const vault = { key: 'the vault' } as unknown as Vault;

/** Idle time is counted by the clock and an interval: these stand still until the test moves them. */
export function stopTheClock(): void {
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'], now: Date.parse('2026-03-15T14:00:00.000Z') });
  language.value = 'en';
  kiosk.value = { who: 'nobody' };
}

export async function pass(seconds: number): Promise<void> {
  await act(() => void vi.advanceTimersByTime(seconds * 1_000));
}

/** A tablet with one staff member; `unlock` answers each PIN. */
export async function aRunning(
  unlock: () => Promise<UnlockResult> = async () => ({ ok: true, vault, how: 'online' }),
): Promise<Running> {
  const database = openTabletDatabase(`kiosk-${crypto.randomUUID()}`);
  await database.staff.put({ ...staff, pinVersion: 1 });
  const running = { tablet: { database, unlock }, sync: { reach: signal('reached'), now: async () => undefined } };
  return running as unknown as Running;
}

export function now(): KioskState {
  return kiosk.peek();
}
