import { unlockAnswer } from '../contract/deviceApi.ts';
import { fromBase64url } from '../contract/bytes.ts';
import { openTabletDatabase, type TabletDatabase } from '../local/database.ts';
import { createDeviceDoor, type DeviceDoor } from '../local/deviceDoor.ts';
import { drain, sendThrough, webLock, type DrainResult } from '../local/drain.ts';
import {
  countPinTry,
  giveBackPinTry,
  MOST_PIN_FAILURES,
  pinCount,
  setPinCount,
  type Identity,
} from '../local/identity.ts';
import { pull, type PullResult } from '../local/pull.ts';
import { unlockVault, type KeySource, type UnlockResult, type Vault } from '../local/vault.ts';
import { appVersion } from '../ui/appVersion.ts';

/** This tablet with all it works with: identity, database, door to the practice. */
export type Tablet = {
  identity: Identity;
  database: TabletDatabase;
  door: DeviceDoor;
  unlock: (staff: string, pin: string) => Promise<UnlockResult>;
  drain: (force: boolean) => Promise<DrainResult>;
  /** `holding` is the invitation whose patient has the tablet, `asking` whether they want somebody to come. */
  pull: (vault: Vault | undefined, holding: string | undefined, asking: boolean) => Promise<PullResult>;
};

export function openTablet(identity: Identity): Tablet {
  const database = openTabletDatabase();
  const door = createDeviceDoor({
    keys: identity.keys,
    origin: location.origin,
    fetch: (input, init) => fetch(input, init),
  });
  return {
    identity,
    database,
    door,
    unlock: (staff, pin) => unlockVault(keySource(identity, database, door), staff, pin),
    drain: (force) =>
      drain({
        database,
        receiptKey: identity.receiptKey,
        send: sendThrough(door),
        now: Date.now,
        chance: Math.random,
        lock: webLock,
        app: appVersion,
        force,
      }),
    pull: (vault, holding, asking) =>
      pull({
        database,
        door,
        vault,
        now: Date.now,
        app: appVersion,
        holding,
        asking,
        pins: { read: pinCount, write: setPinCount, most: MOST_PIN_FAILURES },
      }),
  };
}

/** Tries to bring a database back whose storage process died. */
export async function reopen({ database }: Pick<Tablet, 'database'>): Promise<void> {
  database.close();
  await database.open();
}

/** Milliseconds: staff stand before a locked tablet, and the offline way is right behind. */
const UNLOCK_PATIENCE = 6_000;

function keySource(identity: Identity, database: TabletDatabase, door: DeviceDoor): KeySource {
  return {
    async askServer(staff, pin) {
      const answer = await door.ask('POST', '/api/device/unlock', unlockAnswer, { staff, pin }, UNLOCK_PATIENCE);
      if (answer.kind === 'ok') return { kind: 'key', raw: fromBase64url(answer.value.vaultKey) };
      return answer.kind === 'refused' && answer.status < 500
        ? { kind: 'refused', code: answer.code }
        : { kind: 'no-answer' };
    },
    wrapOf: (staff) => database.wraps.get(staff),
    async keepWrap(wrap) {
      await database.wraps.put(wrap);
    },
    pinVersionOf: async (staff) => (await database.staff.get(staff))?.pinVersion ?? 0,
    deviceSecret: identity.keys.secret,
    countTry: countPinTry,
    giveBackTry: giveBackPinTry,
    async forgetTries() {
      await setPinCount({ ...(await pinCount()), failures: 0 });
    },
    triesSoFar: async () => (await pinCount()).failures,
    mostTries: MOST_PIN_FAILURES,
  };
}
