/** What a practice tells a tablet, and a pull that hears it. */
import * as v from 'valibot';
import type { ChangesAnswer, DeviceInvitation } from '../../src/contract/deviceApi.ts';
import { randomBytes } from '../../src/contract/bytes.ts';
import { newId } from '../../src/contract/newId.ts';
import { importBoxKey } from '../../src/local/box.ts';
import type { TabletDatabase } from '../../src/local/database.ts';
import type { Answer, DeviceDoor } from '../../src/local/deviceDoor.ts';
import type { PinCount } from '../../src/local/identity.ts';
import type { Pull } from '../../src/local/pull.ts';
import type { Vault } from '../../src/local/vault.ts';
import { START } from './tablet.ts';

export async function aVault(): Promise<Vault> {
  return { key: await importBoxKey(randomBytes(32)) };
}

export function anInvitation(part: Partial<DeviceInvitation> = {}): DeviceInvitation {
  return {
    id: newId(),
    patient: newId(),
    household: newId(),
    seq: 1,
    state: 'waiting',
    method: 'tablet',
    name: { first: 'Margaret', last: 'Whitfield' },
    birthDate: '1947-03-09',
    language: 'en',
    recordNumber: 'MRN-100231',
    practitionerName: 'Dr. Ana Ruiz',
    formHash: 'ab'.repeat(32),
    createdAt: new Date(START).toISOString(),
    addedBy: 'Luis Ortega',
    ...part,
  };
}

export function changes(part: Partial<ChangesAnswer> = {}): ChangesAnswer {
  return {
    practice: { name: 'Bayside Family Practice', phone: '+18135550100' },
    form: 'ab'.repeat(32),
    practitioners: [],
    settings: { method: 'tablet', zone: 'America/New_York' },
    staff: [],
    forms: [],
    invitations: [],
    gone: [],
    next: 1,
    more: false,
    unlocks: 0,
    time: new Date(START).toISOString(),
    ...part,
  };
}

/** A door that gives these answers one after the other, and notes what it was asked. */
export function aDoor(...answers: (ChangesAnswer | Exclude<Answer<never>, { kind: 'ok' }>)[]): {
  door: DeviceDoor;
  asked: URLSearchParams[];
} {
  const asked: URLSearchParams[] = [];
  const door: DeviceDoor = {
    async ask(_method, path, schema) {
      asked.push(new URL(path, 'https://practice.example').searchParams);
      const answer = answers.shift();
      if (!answer) throw new Error('asked more often than there are answers');
      return 'kind' in answer ? answer : { kind: 'ok', value: v.parse(schema, answer) };
    },
    stream: async () => undefined,
  };
  return { door, asked };
}

export function aPull(database: TabletDatabase, door: DeviceDoor, part: Partial<Pull> = {}): Pull {
  const count: PinCount = { failures: 0, unlocks: 0 };
  return {
    database,
    door,
    vault: undefined,
    now: () => START,
    app: '1.0.0',
    holding: undefined,
    asking: false,
    pins: { read: async () => count, write: async (now) => void Object.assign(count, now), most: 10 },
    ...part,
  };
}
