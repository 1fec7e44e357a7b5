import { del, get, set } from 'idb-keyval';
import Dexie from 'dexie';
import { sha256 } from '../contract/digest.ts';
import { utf8 } from '../contract/bytes.ts';
import type { PublicJwk } from '../contract/shapes.ts';
import type { Box } from './box.ts';
import { openTabletDatabase, type TabletDatabase } from './database.ts';
import type { DeviceKeys } from './deviceKeys.ts';
import { storeOfOwn } from './pageLeft.ts';

/** What a patient's own browser keeps of a link that was mailed to them. Each link has a database of its own. */
export type OwnLink = { keys: DeviceKeys; begun?: OwnBegun | undefined };

export type OwnBegun = {
  device: string;
  practice: { id: string; name: string; phone: string };
  receiveKey: PublicJwk;
  receiptKey: PublicJwk;
  /** What there is to read, under a key that can't be exported. Gone once the answer is sealed. */
  matter?: { key: CryptoKey; box: Box } | undefined;
};

const store = storeOfOwn('countersign-own', 'links');

/** How a link is called on this device: the token itself is not kept. */
export function linkName(token: string): Promise<string> {
  return sha256(utf8(token));
}

export function ownLink(name: string): Promise<OwnLink | undefined> {
  return get<OwnLink>(name, store);
}

export async function keepOwnLink(name: string, link: OwnLink): Promise<void> {
  await set(name, link, store);
}

export function openOwnDatabase(name: string): TabletDatabase {
  return openTabletDatabase(databaseName(name));
}

/** Nothing of the link is left on this device. */
export async function forgetOwnLink(name: string): Promise<void> {
  await Dexie.delete(databaseName(name));
  await del(name, store);
}

function databaseName(name: string): string {
  return `countersign-own-${name.slice(0, 16)}`;
}

/** For the keys' self-test, as in `identity.ts`. */
export async function ownStoredAndReadBack<T>(value: T): Promise<T | undefined> {
  await set('self-test', value, store);
  const back = await get<T>('self-test', store);
  await del('self-test', store);
  return back;
}
