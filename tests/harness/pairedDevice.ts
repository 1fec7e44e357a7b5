import {
  changesAnswer,
  envelopesAnswer,
  pairCodeAnswer,
  pairKeyAnswer,
  type ChangesAnswer,
  type DeviceInvitation,
  type EnvelopeResult,
} from '../../src/contract/deviceApi.ts';
import { publicPart, type SealInput } from '../../src/contract/envelope.ts';
import { fullName } from '../../src/domain/people.ts';
import { createDeviceDoor, type Answer } from '../../src/local/deviceDoor.ts';
import { aConsent, aDeclination, newDeviceKeys, sealed, type TestTablet } from './builders.ts';

/** A tablet without a screen, at the doors of a real server: what it has, and what it hands in. */
export type PairedDevice = {
  has: () => Promise<ChangesAnswer>;
  handIn: (invitation: DeviceInvitation, answer: 'consent' | 'declination') => Promise<EnvelopeResult>;
};

export async function pairDevice(url: string, code: string, staff: string): Promise<PairedDevice> {
  const keys = await newDeviceKeys();
  const door = createDeviceDoor({ keys: { signing: keys }, origin: url, fetch });
  const { secret } = value(await door.ask('POST', '/api/device/pair', pairCodeAnswer, { step: 'code', code }));
  const publicKey = publicPart(await crypto.subtle.exportKey('jwk', keys.publicKey));
  const { device, practice, receiveKey } = value(
    await door.ask('POST', '/api/device/pair', pairKeyAnswer, {
      step: 'key',
      secret,
      publicKey,
      name: 'Front desk 1',
      app: 'tests',
    }),
  );

  function evidenceOf(invitation: DeviceInvitation, answer: 'consent' | 'declination'): SealInput['evidence'] {
    const { practitionerName: name } = invitation;
    const tablet = { practice: { ...practice, practitioner: { name }, staff: { id: staff } }, device: { id: device } };
    const invited = { id: invitation.id, patient: invitation.patient, name: fullName(invitation.name) };
    return (answer === 'consent' ? aConsent : aDeclination)(tablet as unknown as TestTablet, invited);
  }
  return {
    has: async () => value(await door.ask('GET', '/api/device/changes?since=0', changesAnswer)),
    async handIn(invitation, answer) {
      const tablet = { keys, practice: { receiveKey } } as unknown as TestTablet;
      const envelopes = [await sealed(tablet, evidenceOf(invitation, answer))];
      const body = { envelopes, waiting: 1, oldest: null, app: 'tests' };
      const { results } = value(await door.ask('POST', '/api/device/envelopes', envelopesAnswer, body));
      const [result] = results;
      if (!result) throw new Error('the server said nothing of the envelope');
      return result;
    },
  };
}

function value<T>(answer: Answer<T>): T {
  if (answer.kind !== 'ok') throw new Error(`the server answered ${JSON.stringify(answer)}`);
  return answer.value;
}
