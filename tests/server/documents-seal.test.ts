import { createHash, createPrivateKey, X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { canonicalBytes, sha256 } from '../../src/contract/digest.ts';
import { signedConsent } from '../../server/documents/signedConsent.ts';
import { makeSealing, type Sealing } from '../../server/seal/certificate.ts';
import { cmsSignature } from '../../server/seal/cms.ts';
import type { Sealer } from '../../server/seal/sealer.ts';
import { aConsent, aDeclination } from './documents.builders.ts';
import {
  attachmentsOf,
  checked,
  hasPoppler,
  hasQpdf,
  metadataOf,
  pagesOf,
  sealOf,
  structureOf,
  unpacked,
} from './documents.readers.ts';

/** The document as it is kept: archival, with the evidence in it, under the practice's seal. */

const sealing = await makeSealing('Práctica “Palmetto”', new Date());

function sealerWith({ certificates, privateKey }: Sealing): Sealer {
  const signer = {
    certificates: certificates.map((pem) => new X509Certificate(pem).raw),
    privateKey: createPrivateKey(privateKey),
  };
  return { name: 'Práctica “Palmetto”', room: 4_000, sign: (content) => cmsSignature(content, signer) };
}

const sealer = sealerWith(sealing);

describe.skipIf(!hasPoppler)('the seal', () => {
  it.each([
    ['a consent', aConsent],
    ['a no', aDeclination],
  ])('of %s is valid, after PAdES, over the whole document, in the practice’s name', async (_, make) => {
    const bytes = await signedConsent(await make({ name: 'שרה כהן' }), sealer);
    expect(sealOf(bytes)).toMatchObject({
      'Signer Certificate Common Name': 'Práctica “Palmetto”',
      'Signing Hash Algorithm': 'SHA-256',
      'Signature Type': 'ETSI.CAdES.detached',
      'Total document signed': '',
      'Signature Validation': 'Signature is Valid.',
    });
  });

  it('breaks when a letter of the document is changed', async () => {
    const bytes = Buffer.from(await signedConsent(await aConsent(), sealer));
    const at = bytes.indexOf('(Palmetto Family Medicine)');
    expect(at).toBeGreaterThan(0);
    bytes[at + 1] = 'B'.charCodeAt(0);
    expect(sealOf(bytes)['Signature Validation']).toMatch(/Digest Mismatch/i);
  });

  it('breaks when another key has signed in the certificate’s name', async () => {
    const other = await makeSealing('Práctica “Palmetto”', new Date());
    const forged = sealerWith({ ...sealing, privateKey: other.privateKey });
    expect(sealOf(await signedConsent(await aConsent(), forged))['Signature Validation']).not.toContain('is Valid');
  });

  it('changes nothing of the document but the room that was left for it', async () => {
    const input = await aConsent();
    const first = Buffer.from(await signedConsent(input, sealer));
    const second = Buffer.from(await signedConsent(input, sealer));
    expect(first.equals(second)).toBe(true);
    const [start, end] = (/\/ByteRange \[0 (\d+) (\d+) \d+/.exec(first.toString('latin1')) ?? []).slice(1).map(Number);
    const empty = Buffer.from(await signedConsent(input, { ...sealer, sign: () => Buffer.alloc(0) }));
    expect(empty.length).toBe(first.length);
    expect(empty.subarray(0, start).equals(first.subarray(0, start))).toBe(true);
    expect(empty.subarray(end).equals(first.subarray(end))).toBe(true);
    expect(empty.equals(first)).toBe(false);
  });

  it('is not seen on the pages, nor read aloud', async () => {
    const input = await aConsent();
    const [with_, without] = [await signedConsent(input, sealer), await signedConsent(input)];
    expect(pagesOf(with_)).toEqual(pagesOf(without));
    expect(structureOf(with_)).toEqual(structureOf(without));
  });
});

describe('the signature in the seal', () => {
  it('names its certificate by hash, and no time of its own, as PAdES baseline has it', async () => {
    const bytes = Buffer.from(await signedConsent(await aConsent(), sealer)).toString('latin1');
    const signature = /\/Contents <([0-9a-f]+)>/.exec(bytes)?.[1] ?? '';
    const own = new X509Certificate(sealing.certificates[0] ?? '').raw;
    // The attribute's type, and in it the hash of the certificate as an octet string.
    expect(signature).toMatch(/060b2a864886f70d010910022f.{2,40}0420[0-9a-f]{64}/);
    expect(signature).toContain(`0420${createHash('sha256').update(own).digest('hex')}`);
    const signingTime = '06092a864886f70d010905';
    expect(signature).not.toContain(signingTime);
  });

  it('has room for a chain of certificates', async () => {
    const chain = await Promise.all(['Root', 'Middle'].map((name) => makeSealing(name, new Date())));
    const all = [sealing, ...chain].flatMap(({ certificates }) => certificates);
    const long = sealerWith({ ...sealing, certificates: all });
    const bytes = await signedConsent(await aConsent(), { ...long, room: 8_000 });
    for (const pem of all)
      expect(Buffer.from(bytes).toString('latin1')).toContain(new X509Certificate(pem).raw.toString('hex'));
  });
});

describe.skipIf(!hasPoppler)('the file', () => {
  it('says that it is an archival one, PDF/A-3b', async () => {
    const meta = metadataOf(await signedConsent(await aConsent(), sealer));
    expect(meta).toContain('<pdfaid:part>3</pdfaid:part>');
    expect(meta).toContain('<pdfaid:conformance>B</pdfaid:conformance>');
  });

  it('has the evidence in it, byte by byte what its hash is of', async () => {
    const input = await aConsent();
    const files = attachmentsOf(await signedConsent(input, sealer));
    expect(Object.keys(files).toSorted()).toEqual(['evidence.json', 'translation-es.pdf']);
    const evidence = files['evidence.json'];
    expect(evidence?.equals(Buffer.from(canonicalBytes(input.evidence)))).toBe(true);
    expect(await sha256(new Uint8Array(evidence ?? []))).toBe(input.evidenceHash);
  });
});

describe.skipIf(!hasQpdf)('for qpdf', () => {
  it.each([
    ['sealed', sealer],
    ['not sealed', undefined],
  ])('the file is sound when %s', async (_, by) => {
    expect(checked(await signedConsent(await aConsent(), by))).toMatchObject({ status: 0 });
  });

  it('the file has what PDF/A-3 asks for: colors with a profile, typefaces inside, the source named as such', async () => {
    const content = unpacked(await signedConsent(await aConsent({ name: 'שרה כהן' }), sealer));
    expect(content).toMatch(/\/OutputIntents \[/);
    expect(content).toContain('/S /GTS_PDFA1');
    expect(content).toContain('/DestOutputProfile');
    expect(content).toContain('/AFRelationship /Source');
    expect(content).toMatch(/\/AF \[/);
    expect(content).toContain('/Subtype /application#2fjson');
    const faces = content.match(/\/Type \/FontDescriptor/g) ?? [];
    expect(content.match(/\/FontFile2 /g)).toHaveLength(faces.length);
    // What it forbids.
    for (const forbidden of [
      '/DeviceCMYK',
      '/JavaScript',
      '/Launch',
      '/NeedAppearances',
      '/Encrypt',
      '/SMask',
      '/CA 0',
    ])
      expect(content).not.toContain(forbidden);
  });
});
