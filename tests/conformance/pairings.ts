import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../src/contract/newId.ts';
import {
  countPinTry,
  deviceLockedItself,
  findByThumbprint,
  forgetPinTries,
  MOST_PIN_FAILURES,
  revokeDevice,
  unlockDevice,
} from '../../server/store/devices.ts';
import { addPairing, spendCode, spendSecret } from '../../server/store/pairings.ts';
import { aPractice, aTablet, at, type TestPractice, type TestTablet } from '../harness/builders.ts';
import { aDatabaseEach, type MakeDatabase } from './database.ts';

const before = '2026-03-09T15:09:59.999Z';
const end = '2026-03-09T15:10:00.000Z';

export function describePairings(make: MakeDatabase): void {
  describe('a pairing', () => {
    const database = aDatabaseEach(make);
    let practice: TestPractice;

    beforeEach(async () => {
      practice = await aPractice(database().store);
      await addPairing(practice.scope, { id: newId(), codeHash: 'code', by: practice.staff.id, expiresAt: end });
    });

    test('its code is spent once, also by many at the same time', async () => {
      const answers = await Promise.all(Array.from({ length: 12 }, (_, i) => spend('code', `secret-${i}`, at)));
      expect(answers.filter((answer) => answer !== undefined)).toEqual([practice.id]);
      const winner = answers.indexOf(practice.id);
      const row = await database().store.db.selectFrom('pairing').select('secret_hash').executeTakeFirstOrThrow();
      expect(row.secret_hash).toBe(`secret-${winner}`);
    });

    test('its secret is spent once, also by many at the same time', async () => {
      await spend('code', 'secret', at);
      const answers = await Promise.all(
        Array.from({ length: 12 }, () => spendSecret(database().store.db, 'secret', at)),
      );
      expect(answers.filter((answer) => answer !== undefined)).toEqual([
        { practice: practice.id, by: practice.staff.id },
      ]);
    });

    test('its code is good until it expires and not after', async () => {
      expect(await spend('code', 'secret', end)).toBeUndefined();
      expect(await spend('code', 'secret', before)).toBe(practice.id);
    });

    test('its secret is good until it expires and not after', async () => {
      await spend('code', 'secret', at);
      expect(await spendSecret(database().store.db, 'secret', end)).toBeUndefined();
      expect(await spendSecret(database().store.db, 'secret', before)).toBeDefined();
    });

    test('a wrong code or secret spends nothing', async () => {
      expect(await spend('another', 'secret', at)).toBeUndefined();
      expect(await spendSecret(database().store.db, 'secret', at)).toBeUndefined();
      expect(await spend('code', 'secret', at)).toBe(practice.id);
      expect(await spendSecret(database().store.db, 'another', at)).toBeUndefined();
      expect(await spendSecret(database().store.db, 'secret', at)).toBeDefined();
    });

    function spend(code: string, secret: string, now: string) {
      return spendCode(database().store.db, code, secret, now);
    }
  });

  describe("a tablet's PIN counter", () => {
    const database = aDatabaseEach(make);
    let practice: TestPractice;
    let tablet: TestTablet;

    beforeEach(async () => {
      practice = await aPractice(database().store);
      tablet = await aTablet(practice);
    });

    test('gives ten tries and then none, also to many at the same time', async () => {
      const tries = await Promise.all(Array.from({ length: 30 }, () => tryPin()));
      expect(tries.filter(Boolean)).toHaveLength(MOST_PIN_FAILURES);
      expect(await row()).toMatchObject({ locked: 1, pin_failures: MOST_PIN_FAILURES });
    });

    test('begins anew after a right PIN', async () => {
      for (let i = 0; i < 9; i++) await tryPin();
      await forgetPinTries(practice.scope, tablet.device.id);
      for (let i = 0; i < 9; i++) expect(await tryPin()).toBe(true);
      expect(await row()).toMatchObject({ locked: 0, pin_failures: 9 });
    });

    test('a locked tablet is freed by the console, which is counted for the tablet to hear of', async () => {
      for (let i = 0; i < 10; i++) await tryPin();
      expect(await tryPin()).toBe(false);
      await unlockDevice(practice.scope, tablet.device.id);
      expect(await row()).toMatchObject({ locked: 0, pin_failures: 0, unlocks: 1 });
      expect(await tryPin()).toBe(true);
    });

    test('a tablet that locked itself is locked here too, unless the console unlocked it since', async () => {
      await deviceLockedItself(practice.scope, tablet.device.id, 0);
      expect(await tryPin()).toBe(false);
      await unlockDevice(practice.scope, tablet.device.id);
      await deviceLockedItself(practice.scope, tablet.device.id, 0);
      expect(await tryPin()).toBe(true);
      await deviceLockedItself(practice.scope, tablet.device.id, 1);
      expect(await tryPin()).toBe(false);
    });

    test('a tablet is revoked once: the first time stays', async () => {
      await revokeDevice(practice.scope, tablet.device.id, before);
      await revokeDevice(practice.scope, tablet.device.id, end);
      expect(await row()).toMatchObject({ revoked_at: before });
    });

    test('no two tablets have one key', async () => {
      const { id: _, ...same } = tablet.device;
      const again = database()
        .store.db.insertInto('device')
        .values({ ...same, id: newId() })
        .execute();
      await expect(again).rejects.toThrow();
    });

    const tryPin = () => countPinTry(practice.scope, tablet.device.id);
    const row = () => findByThumbprint(database().store.db, tablet.device.thumbprint);
  });
}
