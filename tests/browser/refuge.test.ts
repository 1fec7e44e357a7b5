/** Drafts whose storage died wait in the history entry, each for its own patient. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import currentForm from '../../server/forms/ccm-2026-1.json' with { type: 'json' };
import { randomBytes } from '../../src/contract/bytes.ts';
import type { DeviceInvitation } from '../../src/contract/deviceApi.ts';
import { newId } from '../../src/contract/newId.ts';
import type { FormVersion } from '../../src/domain/form.ts';
import { beginHandOff, takeBack, type HandOff } from '../../src/kiosk/handOff.ts';
import { openTablet, type Tablet } from '../../src/kiosk/tablet.ts';
import { importBoxKey } from '../../src/local/box.ts';
import { makeDeviceKeys } from '../../src/local/deviceKeys.ts';
import type { Vault } from '../../src/local/vault.ts';
import { receiptKeys, receiveKeys } from '../contract/builders.ts';

const form = currentForm as FormVersion;
const formHash = 'ab'.repeat(32);
const margaret = anInvitation('Margaret');
const ezekiel = anInvitation('Ezekiel');
let tablet: Tablet;
let vault: Vault;

beforeEach(async () => {
  tablet = openTablet({
    device: newId(),
    name: 'Front desk iPad',
    practice: { id: newId(), name: 'Bayside Family Practice', phone: '+18135550100' },
    receiveKey: (await receiveKeys()).public,
    receiptKey: (await receiptKeys()).public,
    keys: await makeDeviceKeys(),
    pairedAt: '2026-03-15T14:00:00.000Z',
  });
  vault = { key: await importBoxKey(randomBytes(32)) };
  await tablet.database.forms.put({ hash: formHash, form });
});

afterEach(async () => {
  vi.restoreAllMocks();
  await Promise.all(tablet.database.tables.map((table) => table.clear()));
  tablet.database.close();
  history.replaceState(null, '');
});

function anInvitation(first: string): DeviceInvitation {
  return {
    id: newId(),
    patient: newId(),
    household: newId(),
    seq: 1,
    state: 'waiting',
    method: 'tablet',
    name: { first, last: 'Whitfield' },
    birthDate: '1947-03-09',
    language: 'en',
    recordNumber: null,
    practitionerName: 'Dr. Ana Ruiz',
    formHash,
    createdAt: '2026-03-15T14:00:00.000Z',
    addedBy: 'Luis Ortega',
  };
}

async function handedOff(invitation: DeviceInvitation): Promise<HandOff> {
  const begun = await beginHandOff(tablet, vault, newId(), invitation);
  if (!begun.ok) throw new Error(begun.problem);
  return begun.handOff;
}

/** Saves a state of the draft, which the storage refuses as WebKit's does once its process has died. */
async function saveInVain({ save, draft }: HandOff, typed: string): Promise<void> {
  const dead = vi
    .spyOn(tablet.database.drafts, 'update')
    .mockRejectedValue(new DOMException('Connection to Indexed Database server lost', 'UnknownError'));
  await expect(save({ ...draft, typed })).rejects.toThrow('lost');
  dead.mockRestore();
}

test('a draft that could not be saved is there again, although others had the iPad before', async () => {
  await saveInVain(await handedOff(margaret), 'Margaret W');
  const other = await handedOff(ezekiel);
  await other.save({ ...other.draft, typed: 'Ezekiel' });
  const again = await handedOff(margaret);
  expect(again.draft.typed).toBe('Margaret W');
  await again.save(again.draft);
  expect(history.state, 'saved, it waits no longer').toBeNull();
});

test('two of them wait beside each other, and only in boxes', async () => {
  const first = await handedOff(margaret);
  const second = await handedOff(ezekiel);
  await saveInVain(first, 'Margaret W');
  await saveInVain(second, 'Ezekiel W');
  await saveInVain(first, 'Margaret Whitfield');
  expect(JSON.stringify(history.state)).not.toMatch(/Margaret|Ezekiel|typed/);
  expect((await handedOff(ezekiel)).draft.typed).toBe('Ezekiel W');
  expect((await handedOff(margaret)).draft.typed).toBe('Margaret Whitfield');
});

test('what the storage has of a later time goes before what waits', async () => {
  const handOff = await handedOff(margaret);
  await saveInVain(handOff, 'Marg');
  const waits: unknown = history.state;
  await new Promise((later) => setTimeout(later, 2));
  await handOff.save({ ...handOff.draft, typed: 'Margaret' });
  history.replaceState(waits, '');
  expect((await handedOff(margaret)).draft.typed).toBe('Margaret');
});

test('is gone once staff start the patient over', async () => {
  await saveInVain(await handedOff(margaret), 'Margaret W');
  await takeBack(tablet, margaret.id);
  expect(history.state).toBeNull();
  expect((await handedOff(margaret)).draft.typed).toBe('');
});
