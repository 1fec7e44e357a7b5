import { randomBytes, utf8, type Bytes } from '../contract/bytes.ts';
import { importBoxKey, lockBytes, openBytes, type Box } from './box.ts';

/**
 * The vault: the key that invitations and drafts lie under, in memory only after a staff member's PIN. Online the server
 * releases it; offline it is unwrapped by the PIN together with a secret that never leaves this tablet.
 */
export type Vault = { key: CryptoKey };

/** The vault key wrapped for one staff member's PIN. */
export type Wrap = { staff: string; pinVersion: number; iterations: number; salt: Bytes; box: Box };

/** OWASP's figure for PBKDF2 with SHA-256. */
const ITERATIONS = 600_000;

export type ServerSays = { kind: 'key'; raw: Bytes } | { kind: 'refused'; code: string } | { kind: 'no-answer' };

export type UnlockResult =
  | { ok: true; vault: Vault; how: 'online' | 'offline' }
  | {
      ok: false;
      problem: 'wrong-pin' | 'locked' | 'never-unlocked-here' | 'refused';
      triesLeft: number;
      code?: string;
    };

export type KeySource = {
  /** Asks the server for the key. */
  askServer: (staff: string, pin: string) => Promise<ServerSays>;
  wrapOf: (staff: string) => Promise<Wrap | undefined>;
  keepWrap: (wrap: Wrap) => Promise<void>;
  pinVersionOf: (staff: string) => Promise<number>;
  deviceSecret: CryptoKey;
  /** Counts a try and answers the count so far; the count survives a restart. */
  countTry: () => Promise<number>;
  /** Takes that one try off the count again: nobody judged the PIN. */
  giveBackTry: () => Promise<void>;
  forgetTries: () => Promise<void>;
  triesSoFar: () => Promise<number>;
  mostTries: number;
};

export async function unlockVault(source: KeySource, staff: string, pin: string): Promise<UnlockResult> {
  if ((await source.triesSoFar()) >= source.mostTries) return { ok: false, problem: 'locked', triesLeft: 0 };
  const triesLeft = Math.max(0, source.mostTries - (await source.countTry()));
  const says = await source.askServer(staff, pin);
  if (says.kind === 'key') {
    await source.forgetTries();
    const wrap = await wrapKey(says.raw, staff, await source.pinVersionOf(staff), pin, source.deviceSecret);
    // A full disk must not keep staff from what waits here: the tablet opens, and only offline will it ask for the network.
    await source.keepWrap(wrap).catch(() => undefined);
    return { ok: true, vault: { key: await importBoxKey(says.raw) }, how: 'online' };
  }
  if (says.kind === 'refused') {
    if (says.code === 'wrong-pin') return wrongPin(triesLeft);
    await source.giveBackTry();
    if (says.code === 'device-locked') return { ok: false, problem: 'locked', triesLeft: 0 };
    return { ok: false, problem: 'refused', triesLeft: triesLeft + 1, code: says.code };
  }
  const wrap = await source.wrapOf(staff);
  if (!wrap) {
    // This try only: forgetting those before would hand out ten new ones against the PINs of others.
    await source.giveBackTry();
    return { ok: false, problem: 'never-unlocked-here', triesLeft: triesLeft + 1 };
  }
  const raw = await openBytes(await keyFor(wrap, pin, source.deviceSecret), wrap.box, wrapLabel(staff));
  if (!raw) return wrongPin(triesLeft);
  await source.forgetTries();
  return { ok: true, vault: { key: await importBoxKey(raw) }, how: 'offline' };
}

function wrongPin(triesLeft: number): UnlockResult {
  return { ok: false, problem: triesLeft === 0 ? 'locked' : 'wrong-pin', triesLeft };
}

async function wrapKey(raw: Bytes, staff: string, pinVersion: number, pin: string, secret: CryptoKey): Promise<Wrap> {
  const salt = randomBytes(16);
  const blank = { staff, pinVersion, iterations: ITERATIONS, salt };
  return { ...blank, box: await lockBytes(await keyFor(blank, pin, secret), raw, wrapLabel(staff)) };
}

/** PBKDF2 of the PIN, then HMAC by the tablet's secret, then a key: both are needed, neither is enough. */
async function keyFor(wrap: Pick<Wrap, 'salt' | 'iterations'>, pin: string, secret: CryptoKey): Promise<CryptoKey> {
  const password = await crypto.subtle.importKey('raw', utf8(pin), 'PBKDF2', false, ['deriveBits']);
  const stretched = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt: wrap.salt, iterations: wrap.iterations },
    password,
    256,
  );
  return importBoxKey(new Uint8Array(await crypto.subtle.sign('HMAC', secret, stretched)));
}

const wrapLabel = (staff: string): string => `vault:${staff}`;
