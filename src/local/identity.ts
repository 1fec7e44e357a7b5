import { del, get, set, update } from 'idb-keyval';
import type { PublicJwk } from '../contract/shapes.ts';
import type { DeviceKeys } from './deviceKeys.ts';
import { storeOfOwn } from './pageLeft.ts';

/** Who this tablet is: in a database of its own, so that a wiped cache never loses it. */
export type Identity = {
  device: string;
  name: string;
  practice: { id: string; name: string; phone: string };
  /** The practice's public keys, pinned at pairing. */
  receiveKey: PublicJwk;
  receiptKey: PublicJwk;
  keys: DeviceKeys;
  pairedAt: string;
};

const store = storeOfOwn('countersign-identity', 'identity');

// Where storage is refused, browsers throw at once: whoever waits hears of it all the same.
export async function pairedDevice(): Promise<Identity | undefined> {
  return get<Identity>('identity', store);
}

export async function keepIdentity(identity: Identity): Promise<void> {
  await set('identity', identity, store);
}

/** The tablet's count of wrong PINs in a row, and which unlock by the console it knows of. */
export type PinCount = { failures: number; unlocks: number };

/** Wrong PINs after which the tablet stays locked until the console unlocks it (DESIGN, vault). */
export const MOST_PIN_FAILURES = 10;

export async function pinCount(): Promise<PinCount> {
  return (await get<PinCount>('pin-count', store)) ?? { failures: 0, unlocks: 0 };
}

/** Counts a try before it is made, so that ending the app does not give a free one. Answers the count. */
export async function countPinTry(): Promise<number> {
  let failures = 0;
  await update<PinCount>(
    'pin-count',
    (before) => {
      failures = (before?.failures ?? 0) + 1;
      return { failures, unlocks: before?.unlocks ?? 0 };
    },
    store,
  );
  return failures;
}

/** Takes a try off the count that turned out not to be one against a PIN. */
export async function giveBackPinTry(): Promise<void> {
  await update<PinCount>(
    'pin-count',
    (before) => ({ failures: Math.max(0, (before?.failures ?? 0) - 1), unlocks: before?.unlocks ?? 0 }),
    store,
  );
}

export async function setPinCount(count: PinCount): Promise<void> {
  await set('pin-count', count, store);
}

/** For the keys' self-test: whatever the browser can't keep must show before the tablet is trusted. */
export async function storedAndReadBack<T>(value: T): Promise<T | undefined> {
  await set('self-test', value, store);
  const back = await get<T>('self-test', store);
  await del('self-test', store);
  return back;
}
