import { expect, test } from 'vitest';
import ccm from '../../server/forms/ccm-2026-1.json' with { type: 'json' };
import { randomBytes } from '../../src/contract/bytes.ts';
import type { DeviceInvitation } from '../../src/contract/deviceApi.ts';
import { formHash } from '../../src/contract/digest.ts';
import { newId } from '../../src/contract/newId.ts';
import type { FormVersion } from '../../src/domain/form.ts';
import { withTextAt } from '../../src/domain/formTexts.ts';
import { beginHandOff } from '../../src/kiosk/handOff.ts';
import { openTablet, type Tablet } from '../../src/kiosk/tablet.ts';
import { importBoxKey } from '../../src/local/box.ts';
import type { Identity } from '../../src/local/identity.ts';
import { boxInvitation } from '../../src/local/invitations.ts';
import type { Vault } from '../../src/local/vault.ts';

/** Invariant 6 across versions: who began with one form reads and signs that one, whatever came since. */

const old = ccm as FormVersion;
const newer = withTextAt({ ...old, version: '2026-1.2' }, 'en', 'clause cost summary', 'CCM costs something.');
const [oldHash, newerHash] = await Promise.all([formHash(old), formHash(newer)]);
const now = '2026-03-15T14:00:00.000Z';

async function aTabletWithBoth(): Promise<{ tablet: Tablet; vault: Vault; invitation: DeviceInvitation }> {
  const practice = { id: newId(), name: 'Bayside Family Practice', phone: '+18135550100' };
  const tablet = openTablet({ device: newId(), practice, keys: {} } as Identity);
  const vault = { key: await importBoxKey(randomBytes(32)) };
  const invitation: DeviceInvitation = {
    id: newId(),
    patient: newId(),
    household: newId(),
    seq: 1,
    state: 'waiting',
    method: 'tablet',
    name: { first: 'Margaret', last: 'Whitfield' },
    birthDate: '1947-03-09',
    language: 'en',
    recordNumber: null,
    practitionerName: 'Dr. Ana Ruiz',
    formHash: oldHash,
    createdAt: now,
    addedBy: 'Luis Ortega',
  };
  await tablet.database.forms.bulkPut([
    { hash: oldHash, form: old },
    { hash: newerHash, form: newer },
  ]);
  await tablet.database.invitations.put(await boxInvitation(vault, invitation, now));
  return { tablet, vault, invitation };
}

test('a patient who began goes on with the form they began with', async () => {
  const { tablet, vault, invitation } = await aTabletWithBoth();
  const begun = await beginHandOff(tablet, vault, newId(), invitation);
  if (!begun.ok) throw new Error(begun.problem);
  await begun.handOff.save({ ...begun.handOff.draft, recognised: now });

  const moved = { ...invitation, seq: 2, formHash: newerHash };
  const again = await beginHandOff(tablet, vault, newId(), moved);
  if (!again.ok) throw new Error(again.problem);
  expect(again.handOff).toMatchObject({ formHash: oldHash, form: old, draft: { recognised: now } });
});

test('a patient who did not begin gets the version the invitation has now', async () => {
  const { tablet, vault, invitation } = await aTabletWithBoth();
  const begun = await beginHandOff(tablet, vault, newId(), { ...invitation, formHash: newerHash });
  expect(begun).toMatchObject({ ok: true, handOff: { formHash: newerHash, form: newer } });
});

test('a draft of before drafts knew their form goes on with the invitation’s', async () => {
  const { tablet, vault, invitation } = await aTabletWithBoth();
  const begun = await beginHandOff(tablet, vault, newId(), invitation);
  if (!begun.ok) throw new Error(begun.problem);
  const { form: _, ...older } = begun.handOff.draft;
  await begun.handOff.save(older);
  const again = await beginHandOff(tablet, vault, newId(), invitation);
  expect(again).toMatchObject({ ok: true, handOff: { formHash: oldHash } });
});
