import { newId } from '../src/contract/newId.ts';
import type { PairAnswer } from '../src/contract/deviceApi.ts';
import type { PublicJwk } from '../src/contract/shapes.ts';
import { randomBytes } from 'node:crypto';
import type { Deps } from './deps.ts';
import { lockBox } from './keys/box.ts';
import { hashSecret, newSecret } from './keys/secrets.ts';
import { Refusal } from './refusal.ts';
import { addDevice } from './store/devices.ts';
import { spendCode, spendSecret } from './store/pairings.ts';
import { getPractice } from './store/practices.ts';
import { inTransaction, scopeOf } from './store/scope.ts';

/** Spends the short code for the 128 bits that the rest of the pairing rests on. */
export async function secretForCode(deps: Deps, code: string): Promise<{ secret: string; practiceName: string }> {
  const secret = newSecret(16);
  const practice = await spendCode(deps.store.db, hashSecret(code), hashSecret(secret), deps.now().toISOString());
  if (practice === undefined) throw new Refusal('pairing-code-wrong');
  return { secret, practiceName: (await getPractice(scopeOf(deps.store, practice))).name };
}

/** Makes a tablet known by its public key, and gives it the public keys of the practice to pin. */
export async function pairDevice(
  deps: Deps,
  request: { secret: string; publicKey: PublicJwk; name: string; app: string },
  thumbprint: string,
): Promise<PairAnswer> {
  const now = deps.now().toISOString();
  const pairing = await spendSecret(deps.store.db, hashSecret(request.secret), now);
  if (!pairing) throw new Refusal('pairing-code-wrong');
  const scope = scopeOf(deps.store, pairing.practice);
  const keys = await deps.keyring.keysOf(pairing.practice);
  const practice = await getPractice(scope);
  const device = newId();
  await inTransaction(scope, (within) =>
    addDevice(within, {
      id: device,
      name: request.name,
      public_key: JSON.stringify(request.publicKey),
      thumbprint,
      vault_key: lockBox(deps.master, randomBytes(32), `vault:${device}`),
      paired_by: pairing.by,
      paired_at: now,
      seen_at: now,
      app: request.app,
      oldest: null,
      revoked_at: null,
    }),
  );
  deps.nudges.nudge(pairing.practice);
  return {
    device,
    practice: { id: practice.id, name: practice.name, phone: practice.phone },
    receiveKey: keys.receivePublic,
    receiptKey: keys.receiptPublic,
    time: now,
  };
}
