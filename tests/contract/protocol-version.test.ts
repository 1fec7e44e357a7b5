/**
 * Pins what crosses the wire. A tablet may be offline for a week, and then hand in what an older version of this
 * program sealed: whoever changes the wire has to have thought of it.
 */
import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { MOST_ENVELOPES, PROTOCOL_VERSION } from '../../src/contract/deviceApi.ts';
import { digestOf } from '../../src/contract/digest.ts';
import { evidenceSchema } from '../../src/contract/evidence.ts';
import { DRAIN_TAG } from '../../src/contract/messages.ts';
import { aConsent } from './builders.ts';

const PINNED: { protocol: number; wire: Record<string, string> } = {
  protocol: 1,
  wire: {
    'deviceApi.ts': 'a9a09d4b1c0722cd18a7ede86f281220253c1a563456d71bef2e942b74e576d2',
    'envelope.ts': '497e7a6ea7a67858562ce3ea186d27bb1f094fccc760b3e7269ba2ff48255bd5',
    'evidence.ts': 'adec44665d23983c57419089ccd15985c581043bcd4272faf86de7bcc37a4a64',
    'form.ts': '5cc1c557a74df2dcf6d73f86e059efa5083ee545aa6e66858b67a01416af4b3a',
    'householdEvidence.ts': 'f3798772f7ef1d8947d42fdd9f203ed3d01c90f2e80b7ca4c8f4390c42b9e2d3',
    'linkApi.ts': 'a2131fd6b3124d7b3f04d87c18c1ba9d1f6a80b001833c1f8a0a6452b15e8363',
    'messages.ts': '5ff689faa1477cdc71fa1455f8af53a459ae72f95f26397be154bb90d5556e4d',
    'people.ts': 'fae3b48a51cb36da95386fac308e20ae338f31d2236b4534a165b75d8d412bd0',
    'practiceRecord.ts': 'd440164fa8d4a5c6156d83fa375a2250b6c6a9af6cbc87af720f727bb0890ee7',
    'receipt.ts': 'a76d4e6a97ac41f074695f90207122e8d41d5ca0f72028ef4520034752496173',
    'scanEvidence.ts': '2a2da97d34b3b9d6c1546f62757f4114905e460e3f09b643b9d4aea8044e8c83',
    'shapes.ts': 'cb391cab058b62bc797af98576bff8731a300296373a9f74126b6b8a9e8f5d02',
  },
};

/** The doors of the console and of members, whose page comes from the server that answers it. Nothing of theirs lies on a tablet. */
const OF_THE_CONSOLE = [
  'adminApi.ts',
  'formsApi.ts',
  'certificateApi.ts',
  'householdApi.ts',
  'invitationsApi.ts',
  'memberApi.ts',
  'reportsApi.ts',
  'scansApi.ts',
  'rescueApi.ts',
  'staffApi.ts',
  'verbalApi.ts',
  'worklistApi.ts',
];

const WHAT_TO_DO = `The wire between tablets and server has changed. Ask first: can a server of the new version still read
what a tablet of the old one sealed, and can an old tablet still read the new answers? If both, write the new hash into
PINNED. If not, raise PROTOCOL_VERSION, let the server read both, and write version and hash into PINNED`;

/** Every file of the contract, and in it every schema that is exported. */
const files = import.meta.glob<Record<string, unknown>>('../../src/contract/*.ts', { eager: true });

const wire = Object.entries(files).flatMap(([path, exported]) => {
  const schemas = Object.entries(exported).filter((entry): entry is [string, v.GenericSchema] => isSchema(entry[1]));
  return schemas.length > 0 ? [{ file: path.slice(path.lastIndexOf('/') + 1), schemas }] : [];
});

function isSchema(value: unknown): value is v.GenericSchema {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'schema';
}

test('every file with wire in it is pinned, or of the console alone', () => {
  const known = [...Object.keys(PINNED.wire), ...OF_THE_CONSOLE].toSorted();
  expect(wire.map(({ file }) => file).toSorted(), 'a new file belongs into PINNED or OF_THE_CONSOLE').toEqual(known);
});

test.each(wire.filter(({ file }) => !OF_THE_CONSOLE.includes(file)))(
  'the wire of $file is the pinned one',
  async ({ file, schemas }) => {
    const shapes = schemas.map(([name, schema]) => [name, toJsonSchema(schema, { errorMode: 'ignore' })] as const);
    const hash = await digestOf(Object.fromEntries(shapes));
    const pinned = { protocol: PINNED.protocol, [file]: PINNED.wire[file] };
    expect({ protocol: PROTOCOL_VERSION, [file]: hash }, WHAT_TO_DO).toEqual(pinned);
  },
);

test('evidence says which protocol it was made by, and no other is read as it', () => {
  expect(v.is(evidenceSchema, aConsent())).toBe(true);
  expect(v.is(evidenceSchema, { ...aConsent(), protocol: PROTOCOL_VERSION + 1 })).toBe(false);
  expect(aConsent().protocol).toBe(PROTOCOL_VERSION);
});

test('what page, worker and server have agreed on beside the schemas stays', () => {
  expect({ MOST_ENVELOPES, DRAIN_TAG }, WHAT_TO_DO).toEqual({ MOST_ENVELOPES: 50, DRAIN_TAG: 'countersign-drain' });
});
