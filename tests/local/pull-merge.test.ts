// @vitest-environment node
/** What was done on this tablet against what the practice says: who wins, and until when. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { newId } from '../../src/contract/newId.ts';
import type { ChangesAnswer, DeviceInvitation } from '../../src/contract/deviceApi.ts';
import { isUnfinished, INVITATION_STATES, type InvitationState } from '../../src/domain/invitation.ts';
import type { TabletDatabase } from '../../src/local/database.ts';
import { drain } from '../../src/local/drain.ts';
import { forgetFinished, readableInvitations } from '../../src/local/invitations.ts';
import { pull } from '../../src/local/pull.ts';
import type { Vault } from '../../src/local/vault.ts';
import { aDoor, anInvitation, aPull, aVault, changes } from './pull.ts';
import { aDatabase, aDrain, anEntry, anEnvelope, aPractice, START } from './tablet.ts';

const DAY = 24 * 60 * 60_000;
const box = { iv: new Uint8Array(12), bytes: new Uint8Array(4) };

let database: TabletDatabase;
let vault: Vault;
let ana: DeviceInvitation;

beforeEach(async () => {
  database = aDatabase();
  vault = await aVault();
  ana = anInvitation();
  await take({ invitations: [ana] });
});

async function take(part: Partial<ChangesAnswer>, now = START): Promise<void> {
  await pull(aPull(database, aDoor(changes(part)).door, { vault, now: () => now }));
}

async function shown(): Promise<DeviceInvitation | undefined> {
  return (await readableInvitations(database, vault)).find((one) => one.id === ana.id);
}

/** Ana has signed, and it lies in the outbox. */
async function sign(): Promise<void> {
  await database.outbox.add(await anEntry({ envelope: anEnvelope({ invitation: ana.id }) }));
  await database.invitations.update(ana.id, { state: 'signed' });
}

async function begin(): Promise<void> {
  await database.drafts.add({ invitation: ana.id, key: box, box, changedAt: 'now' });
  await database.invitations.update(ana.id, { state: 'presented' });
}

describe('while a signature lies in the outbox', () => {
  test.each(INVITATION_STATES)('it stays signed here, though the practice says %s', async (state) => {
    await sign();
    await take({ invitations: [{ ...ana, state, name: { first: 'Margaret Ann', last: 'Whitfield' } }] });
    expect(await shown()).toMatchObject({ state: 'signed', name: { first: 'Margaret Ann' } });
  });

  test('it is not removed when the practice has no more business with it', async () => {
    await sign();
    await take({ gone: [ana.id] });
    expect(await shown()).toMatchObject({ state: 'signed' });
  });

  test('and once the practice has it, its word counts', async () => {
    await sign();
    await drain(aDrain(database, await aPractice()));
    await take({ invitations: [{ ...ana, state: 'enrolled' }] });
    expect((await shown())?.state).toBe('enrolled');
  });

  test('an answer that set out before it was handed in does not make the patient wait again', async () => {
    await sign();
    await drain(aDrain(database, await aPractice()));
    await take({ invitations: [{ ...ana, state: 'waiting' }] });
    expect((await shown())?.state).toBe('signed');
  });
});

describe('while a patient has begun', () => {
  test.each(['waiting', 'presented'] as const)(
    'it stays presented here, though the practice says %s',
    async (state) => {
      await begin();
      await take({ invitations: [{ ...ana, state }] });
      expect((await shown())?.state).toBe('presented');
      expect(await database.drafts.count()).toBe(1);
    },
  );

  test('it is not removed, and the draft is kept', async () => {
    await begin();
    await take({ gone: [ana.id] });
    expect(await shown()).toBeDefined();
    expect(await database.drafts.count()).toBe(1);
  });

  test.each(['cancelled', 'expired', 'enrolled'] as const)(
    'that the practice ended it (%s) is seen all the same, also after staff took the tablet back',
    async (state) => {
      await begin();
      await take({ invitations: [{ ...ana, state }] });
      expect((await shown())?.state).toBe(state);
      await database.drafts.clear();
      await database.invitations.update(ana.id, { state: 'waiting' });
      expect((await shown())?.state).toBe(state);
    },
  );
});

test.each(INVITATION_STATES)('where nothing was done here, the practice says %s and so it is', async (state) => {
  await take({ invitations: [{ ...ana, state }] });
  expect((await shown())?.state).toBe(state);
  await take({ gone: [ana.id] });
  expect(await shown()).toBeUndefined();
});

describe('forgetting people', () => {
  const finished = INVITATION_STATES.filter((state) => !isUnfinished(state));

  const changedAt = (ago: number): string => new Date(START - ago).toISOString();

  test.each(finished)('a day after an invitation was %s, nothing of it is left here', async (state) => {
    await database.invitations.update(ana.id, { state, changedAt: changedAt(DAY) });
    await forgetFinished(database, START);
    expect(await shown()).toBeDefined();
    await forgetFinished(database, START + 1);
    expect(await shown()).toBeUndefined();
  });

  test.each<InvitationState>(['waiting', 'presented'])('one that is %s is kept, however old', async (state) => {
    await database.invitations.update(ana.id, { state, changedAt: changedAt(365 * DAY) });
    await forgetFinished(database, START);
    expect(await shown()).toBeDefined();
  });

  test('one whose signature still waits is kept, and the signature is never touched', async () => {
    await sign();
    await database.invitations.update(ana.id, { changedAt: changedAt(10 * 365 * DAY) });
    await database.outbox.toCollection().modify({ createdAt: changedAt(10 * 365 * DAY) });
    await forgetFinished(database, START);
    expect(await shown()).toBeDefined();
    expect(await database.outbox.count()).toBe(1);
  });

  test('what was delivered is forgotten a day later, not sooner', async () => {
    await sign();
    await drain(aDrain(database, await aPractice()));
    await forgetFinished(database, START + DAY);
    expect(await database.delivered.count()).toBe(1);
    await forgetFinished(database, START + DAY + 1);
    expect(await database.delivered.count()).toBe(0);
  });
});

describe('a list that is looked at with every change', () => {
  test('is opened once, and again only where something changed', async () => {
    const bea = anInvitation({ id: newId() });
    await take({ invitations: [bea] });
    const opening = vi.spyOn(crypto.subtle, 'decrypt');
    onTestFinished(() => opening.mockRestore());
    for (let looks = 0; looks < 3; looks++) expect(await readableInvitations(database, vault)).toHaveLength(2);
    expect(opening).toHaveBeenCalledTimes(2);
    await take({ invitations: [{ ...bea, recordNumber: 'MRN 9', seq: bea.seq + 1 }] });
    expect((await readableInvitations(database, vault)).find((one) => one.id === bea.id)?.recordNumber).toBe('MRN 9');
    expect(opening).toHaveBeenCalledTimes(3);
  });

  test('nobody reads with another key what this one has opened', async () => {
    await readableInvitations(database, vault);
    expect(await readableInvitations(database, await aVault())).toEqual([]);
  });
});
