// @vitest-environment node
import 'fake-indexeddb/auto';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { randomBytes, type Bytes } from '../../src/contract/bytes.ts';
import { lockValue, openValue } from '../../src/local/box.ts';
import { makeDeviceKeys } from '../../src/local/deviceKeys.ts';
import * as identity from '../../src/local/identity.ts';
import { unlockVault, type KeySource, type ServerSays, type UnlockResult, type Wrap } from '../../src/local/vault.ts';

const DANA = 'staff-dana';
const LUIS = 'staff-luis';
const RIGHT = '493817';
const WRONG = '000000';

let deviceSecret: CryptoKey;
let raw: Bytes;

/** What the practice's server says; its key is the one thing that never changes in a test. */
let server: (staff: string, pin: string) => ServerSays;
let wraps: Map<string, Wrap>;
let failures: number;
let asked: string[];

const online = (): void => {
  server = (_staff, pin) => (pin === RIGHT ? { kind: 'key', raw } : { kind: 'refused', code: 'wrong-pin' });
};
const offline = (): void => {
  server = () => ({ kind: 'no-answer' });
};
const refusing = (code: string): void => {
  server = () => ({ kind: 'refused', code });
};

beforeAll(async () => {
  deviceSecret = (await makeDeviceKeys()).secret;
});

beforeEach(() => {
  raw = randomBytes(32);
  wraps = new Map();
  failures = 0;
  asked = [];
  online();
});

function aSource(part: Partial<KeySource> = {}): KeySource {
  return {
    async askServer(staff, pin) {
      asked.push(pin);
      return server(staff, pin);
    },
    wrapOf: async (staff) => structuredClone(wraps.get(staff)),
    async keepWrap(wrap) {
      wraps.set(wrap.staff, wrap);
    },
    pinVersionOf: async () => 3,
    deviceSecret,
    countTry: async () => ++failures,
    async giveBackTry() {
      failures -= 1;
    },
    async forgetTries() {
      failures = 0;
    },
    triesSoFar: async () => failures,
    mostTries: 10,
    ...part,
  };
}

const unlock = (pin: string, staff = DANA, part: Partial<KeySource> = {}): Promise<UnlockResult> =>
  unlockVault(aSource(part), staff, pin);

/** Whether what lay under the practice's key can be read with this result's. */
async function reads(result: UnlockResult): Promise<boolean> {
  const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt']);
  const box = await lockValue(key, { name: 'Ana Ruiz' }, 'invitation:1');
  return result.ok && (await openValue(result.vault.key, box, 'invitation:1')) !== undefined;
}

describe('online', () => {
  test('the right PIN opens the vault, and leaves a wrap for the time without a network', async () => {
    const result = await unlock(RIGHT);
    expect(result).toMatchObject({ ok: true, how: 'online' });
    expect(await reads(result)).toBe(true);
    expect(wraps.get(DANA)).toMatchObject({ staff: DANA, pinVersion: 3, iterations: 600_000 });
    expect(failures).toBe(0);
  });

  test('the vault key can not be taken out of the page, and lies nowhere in the wrap', async () => {
    const result = await unlock(RIGHT);
    expect(result.ok && result.vault.key.extractable).toBe(false);
    const kept = Buffer.from(wraps.get(DANA)?.box.bytes ?? []).toString('hex');
    expect(kept).not.toContain(Buffer.from(raw).toString('hex'));
  });

  test('a wrong PIN costs a try, and a right one gives all of them back', async () => {
    expect(await unlock(WRONG)).toEqual({ ok: false, problem: 'wrong-pin', triesLeft: 9 });
    expect(await unlock(WRONG)).toEqual({ ok: false, problem: 'wrong-pin', triesLeft: 8 });
    await unlock(RIGHT);
    expect(await unlock(WRONG)).toEqual({ ok: false, problem: 'wrong-pin', triesLeft: 9 });
  });

  test('where the server says no, the wrap of an earlier time opens nothing', async () => {
    await unlock(RIGHT);
    refusing('wrong-pin');
    expect(await unlock(RIGHT)).toMatchObject({ ok: false, problem: 'wrong-pin' });
    refusing('device-revoked');
    expect(await unlock(RIGHT)).toMatchObject({ ok: false, problem: 'refused' });
  });

  test.each(['device-revoked', 'device-unknown', 'proof-invalid', 'too-many-tries'])(
    'a refusal that says nothing of the PIN is told with its code and costs no try: %s',
    async (code) => {
      failures = 4;
      refusing(code);
      expect(await unlock(WRONG)).toEqual({ ok: false, problem: 'refused', triesLeft: 6, code });
      expect(failures).toBe(4);
    },
  );

  test('a tablet that the server has locked is locked', async () => {
    refusing('device-locked');
    expect(await unlock(RIGHT)).toEqual({ ok: false, problem: 'locked', triesLeft: 0 });
  });

  test('a full disk does not keep staff out', async () => {
    const keepWrap = (): Promise<void> => Promise.reject(new DOMException('', 'QuotaExceededError'));
    expect(await unlock(RIGHT, DANA, { keepWrap })).toMatchObject({ ok: true });
  });
});

describe('offline', () => {
  beforeEach(async () => {
    await unlock(RIGHT);
    offline();
  });

  test('the right PIN opens the same vault', async () => {
    const result = await unlock(RIGHT);
    expect(result).toMatchObject({ ok: true, how: 'offline' });
    expect(await reads(result)).toBe(true);
    expect(failures).toBe(0);
  });

  test('a wrong PIN does not, and costs a try', async () => {
    expect(await unlock(WRONG)).toEqual({ ok: false, problem: 'wrong-pin', triesLeft: 9 });
    expect(failures).toBe(1);
  });

  test('the right PIN is worth nothing without the secret of this tablet', async () => {
    const { secret } = await makeDeviceKeys();
    expect(await unlock(RIGHT, DANA, { deviceSecret: secret })).toMatchObject({ ok: false, problem: 'wrong-pin' });
  });

  test('the wrap of one person does not open for another', async () => {
    const wrap = wraps.get(DANA);
    if (wrap) wraps.set(LUIS, { ...wrap, staff: LUIS });
    expect(await unlock(RIGHT, LUIS)).toMatchObject({ ok: false, problem: 'wrong-pin' });
  });

  test('whoever never unlocked here is told so, and loses no try', async () => {
    failures = 9;
    expect(await unlock(RIGHT, LUIS)).toEqual({ ok: false, problem: 'never-unlocked-here', triesLeft: 1 });
    expect(failures).toBe(9);
  });

  test('and nobody gains tries that way: nine wrong PINs stay nine', async () => {
    failures = 9;
    await unlock(WRONG, LUIS);
    expect(await unlock(WRONG, DANA)).toEqual({ ok: false, problem: 'locked', triesLeft: 0 });
  });

  test('the tenth wrong PIN locks: then not even the right one opens, nor is the server asked', async () => {
    for (let left = 9; left > 0; left--)
      expect(await unlock(WRONG)).toEqual({ ok: false, problem: 'wrong-pin', triesLeft: left });
    expect(await unlock(WRONG)).toEqual({ ok: false, problem: 'locked', triesLeft: 0 });
    online();
    asked = [];
    expect(await unlock(RIGHT)).toEqual({ ok: false, problem: 'locked', triesLeft: 0 });
    expect(asked).toEqual([]);
  }, 60_000);

  test('the right PIN at the tenth try still opens', async () => {
    failures = 9;
    expect(await unlock(RIGHT)).toMatchObject({ ok: true });
    expect(failures).toBe(0);
  });

  test('a try counts before it is made: ending the app in between does not give a free one', async () => {
    const killed = (): Promise<undefined> => Promise.reject(new Error('killed'));
    await expect(unlock(WRONG, DANA, { wrapOf: killed })).rejects.toThrow('killed');
    expect(failures).toBe(1);
  });
});

describe('the count of wrong PINs on the tablet', () => {
  beforeEach(() => identity.setPinCount({ failures: 0, unlocks: 2 }));

  test('survives a restart', async () => {
    expect([await identity.countPinTry(), await identity.countPinTry()]).toEqual([1, 2]);
    vi.resetModules();
    const restarted = await import('../../src/local/identity.ts');
    expect(restarted).not.toBe(identity);
    expect(await restarted.pinCount()).toEqual({ failures: 2, unlocks: 2 });
  });

  test('gives back the one try, and never more than there were', async () => {
    await identity.countPinTry();
    await identity.countPinTry();
    await identity.giveBackPinTry();
    expect(await identity.pinCount()).toEqual({ failures: 1, unlocks: 2 });
    await identity.giveBackPinTry();
    await identity.giveBackPinTry();
    expect(await identity.pinCount()).toEqual({ failures: 0, unlocks: 2 });
  });

  test('counts every one of many at once', async () => {
    const counts = await Promise.all(Array.from({ length: 10 }, () => identity.countPinTry()));
    expect(counts.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });
});
