/** A paired tablet with a form, and the practice whose key opens what is sealed on it. */
import currentForm from '../../server/forms/ccm-2026-1.json' with { type: 'json' };
import { randomBytes } from '../../src/contract/bytes.ts';
import type { DeviceInvitation } from '../../src/contract/deviceApi.ts';
import { formHash } from '../../src/contract/digest.ts';
import { newId } from '../../src/contract/newId.ts';
import type { PublicJwk } from '../../src/contract/shapes.ts';
import type { FormVersion } from '../../src/domain/form.ts';
import { beginHandOff, type HandOff } from '../../src/kiosk/handOff.ts';
import { openTablet, type Tablet } from '../../src/kiosk/tablet.ts';
import { importBoxKey } from '../../src/local/box.ts';
import { makeDeviceKeys, publicKeyOf } from '../../src/local/deviceKeys.ts';
import type { Vault } from '../../src/local/vault.ts';
import { receiptKeys, receiveKeys, type JwkPair } from '../contract/builders.ts';

export const form = currentForm as FormVersion;

export type Paired = {
  tablet: Tablet;
  vault: Vault;
  practice: JwkPair;
  deviceKey: PublicJwk;
  handOver: (invitation: DeviceInvitation) => Promise<HandOff>;
  /** Leaves nothing for the next test. */
  empty: () => Promise<void>;
};

export async function aPairedTablet(): Promise<Paired> {
  const practice = await receiveKeys();
  const keys = await makeDeviceKeys();
  const tablet = openTablet({
    device: newId(),
    name: 'Front desk iPad',
    practice: { id: newId(), name: 'Bayside Family Practice', phone: '+18135550100' },
    receiveKey: practice.public,
    receiptKey: (await receiptKeys()).public,
    keys,
    pairedAt: '2026-03-15T14:00:00.000Z',
  });
  const empty = async (): Promise<void> => {
    await Promise.all(tablet.database.tables.map((table) => table.clear()));
  };
  await empty();
  const vault = { key: await importBoxKey(randomBytes(32)) };
  await tablet.database.forms.put({ hash: await formHash(form), form });
  return {
    tablet,
    vault,
    practice,
    deviceKey: await publicKeyOf(keys),
    async handOver(invitation) {
      const begun = await beginHandOff(tablet, vault, newId(), invitation);
      if (!begun.ok) throw new Error(begun.problem);
      return begun.handOff;
    },
    async empty() {
      await empty();
      tablet.database.close();
    },
  };
}

export async function anInvitation(first: string, language = 'en'): Promise<DeviceInvitation> {
  return {
    id: newId(),
    patient: newId(),
    household: newId(),
    seq: 1,
    state: 'waiting',
    method: 'tablet',
    name: { first, last: 'Whitfield' },
    birthDate: '1947-03-09',
    language,
    recordNumber: null,
    practitionerName: 'Dr. Ana Ruiz',
    formHash: await formHash(form),
    createdAt: '2026-03-15T14:00:00.000Z',
    addedBy: 'Luis Ortega',
  };
}
