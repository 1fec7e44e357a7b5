// @vitest-environment node
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import currentForm from '../../server/forms/ccm-2026-1.json' with { type: 'json' };
import type { ChangesAnswer } from '../../src/contract/deviceApi.ts';
import { formHash } from '../../src/contract/digest.ts';
import type { FormVersion } from '../../src/domain/form.ts';
import type { TabletDatabase } from '../../src/local/database.ts';
import type { PinCount } from '../../src/local/identity.ts';
import { readableInvitations } from '../../src/local/invitations.ts';
import { getMeta, setMeta } from '../../src/local/meta.ts';
import { pull, type PullResult } from '../../src/local/pull.ts';
import type { Vault, Wrap } from '../../src/local/vault.ts';
import { aDoor, anInvitation, aPull, aVault, changes } from './pull.ts';
import { aDatabase, entriesIn, START } from './tablet.ts';

const form = currentForm as FormVersion;
const DANA = '01957c3a-0000-7000-8000-00000000000a';
const LUIS = '01957c3a-0000-7000-8000-00000000000b';
const LEFT = '01957c3a-0000-7000-8000-00000000000c';
const dana = { id: DANA, name: 'Dana Brooks', pinVersion: 2 };
const box = { iv: new Uint8Array(12), bytes: new Uint8Array(4) };
const aWrap = (staff: string, pinVersion: number): Wrap => ({ staff, pinVersion, iterations: 1, salt: box.iv, box });

let database: TabletDatabase;
let vault: Vault;

beforeEach(async () => {
  database = aDatabase();
  vault = await aVault();
});

const take = (part: Partial<ChangesAnswer>): Promise<PullResult> =>
  pull(aPull(database, aDoor(changes(part)).door, { vault }));

describe('what is not about patients', () => {
  test('is taken in without anybody having unlocked the tablet; the rest is not even asked for', async () => {
    await setMeta(database, 'cursor', 41);
    const hash = await formHash(form);
    const { door, asked } = aDoor(changes({ staff: [dana], forms: [{ hash, form }], next: 99 }));
    expect(await pull(aPull(database, door))).toEqual({ kind: 'up-to-date' });
    expect(asked[0]?.get('only')).toBe('general');
    expect(await database.staff.toArray()).toEqual([dana]);
    expect(await database.forms.toArray()).toEqual([{ hash, form }]);
    expect(await getMeta(database, 'practice')).toEqual({ name: 'Bayside Family Practice', phone: '+18135550100' });
    expect(await getMeta(database, 'cursor')).toBe(41);
  });

  test('invariant 6: a form that is not what its hash says is never stored', async () => {
    const hash = await formHash(form);
    const other = { ...form, version: 'changed on the way' };
    await take({ forms: [{ hash, form: other }] });
    expect(await database.forms.count()).toBe(0);
    await take({ forms: [{ hash, form }] });
    await take({ forms: [{ hash, form: other }] });
    expect(await database.forms.toArray()).toEqual([{ hash, form }]);
  });

  test('a new PIN, or leaving the practice, makes the wrap of the old PIN worthless here', async () => {
    await database.wraps.bulkPut([aWrap(DANA, 2), aWrap(LUIS, 1), aWrap(LEFT, 1)]);
    await take({ staff: [dana, { id: LUIS, name: 'Luis Ortega', pinVersion: 2 }] });
    expect(await database.wraps.toCollection().primaryKeys()).toEqual([DANA]);
    expect((await database.staff.toArray()).map((one) => one.id)).toEqual([DANA, LUIS]);
    await take({ staff: [] });
    expect(await database.staff.count()).toBe(0);
  });

  test('the difference between the clocks, and when the practice was heard, are remembered', async () => {
    await take({ time: new Date(START + 7_000).toISOString() });
    expect(await getMeta(database, 'clockOffset')).toBe(7_000);
    expect(await getMeta(database, 'heardAt')).toBe(new Date(START).toISOString());
  });
});

describe('the count of wrong PINs', () => {
  const pulled = async (count: PinCount, unlocks: number): Promise<{ count: PinCount; asked: URLSearchParams }> => {
    const { door, asked } = aDoor(changes({ unlocks }));
    const pins = { read: async () => count, write: async (now: PinCount) => void (count = now), most: 10 };
    await pull(aPull(database, door, { pins }));
    return { count, asked: asked[0] ?? new URLSearchParams() };
  };

  test('is cleared by an unlock on the console, once', async () => {
    const { count, asked } = await pulled({ failures: 10, unlocks: 1 }, 2);
    expect(count).toEqual({ failures: 0, unlocks: 2 });
    expect(Object.fromEntries(asked)).toMatchObject({ locked: '1', unlocks: '1' });
  });

  test('is left alone by an unlock that the tablet knows of', async () => {
    const { count, asked } = await pulled({ failures: 9, unlocks: 2 }, 2);
    expect(count).toEqual({ failures: 9, unlocks: 2 });
    expect(asked.get('locked')).toBe('0');
  });
});

describe('invitations', () => {
  test('can be read with the vault, and by nobody without it', async () => {
    const ana = anInvitation();
    await take({ invitations: [ana] });
    expect(await readableInvitations(database, vault)).toEqual([ana]);
    expect(await readableInvitations(database, await aVault())).toEqual([]);
    const stored = await database.invitations.toArray();
    expect(Object.keys(stored[0] ?? {}).toSorted()).toEqual(['box', 'changedAt', 'id', 'seq', 'state']);
    const lying = Buffer.from(stored[0]?.box.bytes ?? []).toString('latin1') + JSON.stringify(stored);
    for (const text of ['Margaret', 'Whitfield', '1947', 'MRN']) expect(lying).not.toContain(text);
  });

  test('that are finished are of no interest, unless they are here', async () => {
    const here = anInvitation();
    await take({ invitations: [here] });
    await take({ invitations: [{ ...here, state: 'cancelled' }, anInvitation({ state: 'enrolled' })] });
    expect(await database.invitations.toArray()).toMatchObject([{ id: here.id, state: 'cancelled' }]);
  });

  test('go on from where the last look ended, page after page', async () => {
    const [one, two, three] = [anInvitation(), anInvitation(), anInvitation()];
    const { door, asked } = aDoor(
      changes({ invitations: [one], next: 500, more: true }),
      changes({ invitations: [two], next: 730 }),
      changes({ invitations: [three], next: 731 }),
    );
    await pull(aPull(database, door, { vault }));
    await pull(aPull(database, door, { vault }));
    expect(asked.map((query) => query.get('since'))).toEqual(['0', '500', '730']);
    expect(await getMeta(database, 'cursor')).toBe(731);
    expect(await database.invitations.count()).toBe(3);
  });

  test('of a page that could not be kept are asked for again', async () => {
    const full = (): never => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
    database.invitations.hook('creating', full);
    await expect(take({ invitations: [anInvitation()], next: 9 })).rejects.toThrow('no room');
    database.invitations.hook('creating').unsubscribe(full);
    const { door, asked } = aDoor(changes());
    await pull(aPull(database, door, { vault }));
    expect(asked[0]?.get('since')).toBe('0');
  });

  test.each([
    [{ kind: 'no-answer' }, { kind: 'no-answer' }],
    [
      { kind: 'refused', status: 403, code: 'device-revoked' },
      { kind: 'refused', code: 'device-revoked' },
    ],
  ] as const)('stay as they are when the answer is %o', async (answer, result) => {
    await take({ invitations: [anInvitation()], staff: [dana], next: 5 });
    expect(await pull(aPull(database, aDoor(answer).door, { vault }))).toEqual(result);
    expect(await database.invitations.count()).toBe(1);
    expect(await database.staff.count()).toBe(1);
    expect(await getMeta(database, 'cursor')).toBe(5);
  });
});

test('with each look the tablet tells what waits, since when, its version and who has it', async () => {
  const [oldest] = await entriesIn(database, 3);
  const { door, asked } = aDoor(changes());
  await pull(aPull(database, door, { vault, holding: 'inv-1', asking: true }));
  expect(Object.fromEntries(asked[0] ?? [])).toEqual({
    since: '0',
    only: 'all',
    app: '1.0.0',
    waiting: '3',
    refused: '0',
    oldest: oldest?.createdAt,
    locked: '0',
    unlocks: '0',
    holding: 'inv-1',
    asking: '1',
  });
});
