/** Drafts whose storage died wait in the history entry, each for its own patient. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DeviceInvitation } from '../../src/contract/deviceApi.ts';
import { takeBack, type HandOff } from '../../src/kiosk/handOff.ts';
import { anInvitation, aPairedTablet, type Paired } from './tablet.ts';

let paired: Paired;
let margaret: DeviceInvitation;
let ezekiel: DeviceInvitation;
const handedOff = (invitation: DeviceInvitation): Promise<HandOff> => paired.handOver(invitation);

beforeEach(async () => {
  paired = await aPairedTablet();
  margaret = await anInvitation('Margaret');
  ezekiel = await anInvitation('Ezekiel');
});

afterEach(async () => {
  vi.restoreAllMocks();
  await paired.empty();
  history.replaceState(null, '');
});

/** Saves a state of the draft, which the storage refuses as WebKit's does once its process has died. */
async function saveInVain({ save, draft }: HandOff, typed: string): Promise<void> {
  const dead = vi
    .spyOn(paired.tablet.database.drafts, 'update')
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
  await takeBack(paired.tablet, margaret.id);
  expect(history.state).toBeNull();
  expect((await handedOff(margaret)).draft.typed).toBe('');
});
