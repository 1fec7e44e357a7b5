import forge from 'node-forge';
import { describe, expect, test } from 'vitest';
import { ingest } from '../../server/ingest/ingest.ts';
import { makeSignedDocument } from '../../server/jobs/signedDocument.ts';
import { openDocument } from '../../server/documents/keep.ts';
import { makeSealing, type Sealing } from '../../server/seal/certificate.ts';
import type { CertificateAnswer } from '../../src/contract/certificateApi.ts';
import { anAppEach, aPracticeWithLogin, ask, logIn, problemOf } from '../harness/app.ts';
import { aConsent, anInvited, aTablet, sealed } from '../harness/builders.ts';
import { hasPoppler, sealOf } from './documents.readers.ts';

/** What the practice's documents are sealed with, from the first document on. */

const present = anAppEach();

async function anAdministrator() {
  const app = present();
  const practice = await aPracticeWithLogin(app);
  await app.store.db.updateTable('staff').set({ role: 'administrator' }).execute();
  const cookie = await logIn(app);
  const door = (method: string, body?: unknown) => ask(app, method, '/api/staff/certificate', { cookie, body });
  const shown = async (): Promise<CertificateAnswer> => (await (await door('GET')).json()) as CertificateAnswer;
  /** Signs, and answers the document that the job made. */
  async function aDocument(): Promise<Uint8Array> {
    const tablet = await aTablet(practice);
    const evidence = aConsent(tablet, await anInvited(practice));
    await ingest(app.deps, tablet.device, await sealed(tablet, evidence));
    await makeSignedDocument(app.deps, practice.id, evidence.id);
    const { dataKey } = await app.deps.keyring.keysOf(practice.id);
    const row = await app.store.db
      .selectFrom('document')
      .selectAll()
      .where('envelope_id', '=', evidence.id)
      .executeTakeFirstOrThrow();
    return openDocument(dataKey, row);
  }
  return { app, practice, door, shown, aDocument };
}

const atTheTime = new Date('2026-03-01T00:00:00.000Z');
const theirs = await makeSealing('Bay Health System', atTheTime);

function pkcs12(sealing: Sealing, password = 'open sesame', algorithm: 'aes256' | '3des' = 'aes256'): string {
  const key = forge.pki.privateKeyFromPem(sealing.privateKey);
  const chain = sealing.certificates.map((pem) => forge.pki.certificateFromPem(pem));
  const made = forge.pkcs12.toPkcs12Asn1(key, chain, password, { algorithm });
  return Buffer.from(forge.asn1.toDer(made).getBytes(), 'binary').toString('base64url');
}

describe('a practice seals with a certificate of its own', () => {
  test('which is made when it is first needed, and stays', async () => {
    const { shown, aDocument, app } = await anAdministrator();
    await aDocument();
    const first = await shown();
    expect(first).toMatchObject({
      kind: 'own',
      subject: 'Palmetto Family Medicine',
      issuer: 'Palmetto Family Medicine',
      givenRanOut: false,
    });
    expect(first.validUntil).toMatch(/^2036-03-09/);
    await aDocument();
    expect((await shown()).fingerprint).toBe(first.fingerprint);
    const rows = await app.store.db.selectFrom('certificate').selectAll().execute();
    expect(rows).toHaveLength(1);
    expect(Buffer.from(rows[0]?.private_key ?? []).includes('PRIVATE KEY')).toBe(false);
  });

  test('whose name is the practice’s, also after that has changed', async () => {
    const { shown, app } = await anAdministrator();
    await shown();
    const name = `${'Ñ'.repeat(70)} Clinic`;
    await app.store.db.updateTable('practice').set({ name }).execute();
    expect((await shown()).subject).toBe('Ñ'.repeat(64));
  });

  test.skipIf(!hasPoppler)('and its documents have a valid seal', async () => {
    const { aDocument } = await anAdministrator();
    expect(sealOf(await aDocument())).toMatchObject({
      'Signer Certificate Common Name': 'Palmetto Family Medicine',
      'Signature Type': 'ETSI.CAdES.detached',
      'Signature Validation': 'Signature is Valid.',
    });
  });

  test('two jobs for one envelope make one document', async () => {
    const { app, practice } = await anAdministrator();
    const tablet = await aTablet(practice);
    const evidence = aConsent(tablet, await anInvited(practice));
    await ingest(app.deps, tablet.device, await sealed(tablet, evidence));
    const make = () => makeSignedDocument(app.deps, practice.id, evidence.id);
    await Promise.all([make(), make()]);
    await make();
    expect(await app.store.db.selectFrom('document').select('id').execute()).toHaveLength(1);
  });
});

describe('a certificate that the practice brings', () => {
  test.each(['aes256', '3des'] as const)('in a file under %s is used from then on', async (algorithm) => {
    const { door, aDocument } = await anAdministrator();
    const answer = await door('PUT', { file: pkcs12(theirs, 'öpen', algorithm), password: 'öpen' });
    expect(await answer.json()).toMatchObject({ kind: 'given', subject: 'Bay Health System' });
    if (!hasPoppler) return;
    expect(sealOf(await aDocument())).toMatchObject({
      'Signer Certificate Common Name': 'Bay Health System',
      'Signature Validation': 'Signature is Valid.',
    });
  });

  test('takes the place of the one before, and can be given up', async () => {
    const { door, shown } = await anAdministrator();
    const own = await shown();
    await door('PUT', { file: pkcs12(theirs), password: 'open sesame' });
    const other = await makeSealing('Gulf Health', atTheTime);
    await door('PUT', { file: pkcs12(other), password: 'open sesame' });
    expect(await shown()).toMatchObject({ kind: 'given', subject: 'Gulf Health' });
    expect(await (await door('DELETE')).json()).toEqual(own);
    expect((await door('DELETE')).status).toBe(404);
  });

  test.each([
    ['another password', { file: pkcs12(theirs), password: 'close sesame' }, 'certificate-password-wrong'],
    [
      'a file that is something else',
      { file: Buffer.from('not a certificate').toString('base64url'), password: '' },
      'certificate-unreadable',
    ],
    ['an empty file', { file: '', password: '' }, 'certificate-unreadable'],
  ])('with %s is refused with a sentence, and nothing changes', async (_, body, code) => {
    const { door, shown } = await anAdministrator();
    expect(await problemOf(await door('PUT', body))).toMatchObject({ status: 422, code });
    expect(await shown()).toMatchObject({ kind: 'own' });
  });

  test.each([
    ['has run out', () => makeSealing('Old', new Date('2010-01-01T00:00:00.000Z'))],
    ['is not valid yet', () => makeSealing('New', new Date('2030-01-01T00:00:00.000Z'))],
    [
      'is another key’s',
      async () => ({ ...theirs, certificates: (await makeSealing('Other', atTheTime)).certificates }),
    ],
  ])('which %s is refused', async (_, make) => {
    const { door } = await anAdministrator();
    const body = { file: pkcs12(await make()), password: 'open sesame' };
    expect(await problemOf(await door('PUT', body))).toMatchObject({ status: 422, code: 'certificate-unfit' });
  });

  test('is replaced by the practice’s own once it has run out, and that is said', async () => {
    const { app, door, shown } = await anAdministrator();
    await door('PUT', { file: pkcs12(theirs), password: 'open sesame' });
    await app.store.db.updateTable('certificate').set({ valid_until: '2026-03-09T14:59:59.000Z' }).execute();
    expect(await shown()).toMatchObject({ kind: 'own', subject: 'Palmetto Family Medicine', givenRanOut: true });
  });
});
