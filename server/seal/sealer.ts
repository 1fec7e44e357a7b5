import { createPrivateKey, X509Certificate } from 'node:crypto';
import type { Deps } from '../deps.ts';
import { lockBox, openBox } from '../keys/box.ts';
import { certificateOf, keepCertificate, type CertificateKind, type CertificateRow } from '../store/certificates.ts';
import { getPractice } from '../store/practices.ts';
import type { Scope } from '../store/scope.ts';
import { commonName, makeSealing, type Sealing } from './certificate.ts';
import { cmsSignature } from './cms.ts';

/** Seals a practice's documents. `room` is enough bytes for a seal. */
export type Sealer = { name: string; room: number; sign: (content: Uint8Array) => Buffer };

type Given = Pick<Deps, 'master' | 'now'>;

export async function sealerOf(deps: Given, scope: Scope): Promise<Sealer> {
  const row = await certificateInUse(deps, scope);
  const key = openBox(deps.master, row.private_key, label(scope, row.kind)).toString();
  const certificates = certificatesOf(row);
  const signer = { certificates: certificates.map(({ raw }) => raw), privateKey: createPrivateKey(key) };
  return {
    name: certificates[0] ? nameIn(certificates[0]) : '',
    room: signer.certificates.reduce((sum, { length }) => sum + length, 2048),
    sign: (content) => cmsSignature(content, signer),
  };
}

/** The one that the practice brought while that is valid, else one that is made when it is first needed. */
export async function certificateInUse(deps: Given, scope: Scope): Promise<CertificateRow> {
  return (await validCertificate(deps, scope, 'given')) ?? (await ownCertificate(deps, scope));
}

export async function keepSealing(
  deps: Given,
  scope: Scope,
  kind: CertificateKind,
  sealing: Sealing,
  by: string | null,
): Promise<void> {
  await keepCertificate(scope, {
    kind,
    certificates: sealing.certificates.join(''),
    private_key: lockBox(deps.master, Buffer.from(sealing.privateKey), label(scope, kind)),
    valid_from: sealing.validFrom,
    valid_until: sealing.validUntil,
    added_by: by,
    added_at: deps.now().toISOString(),
  });
}

/** The practice's own certificate; made anew when the practice has another name by now, or the old one has run out. */
async function ownCertificate(deps: Given, scope: Scope): Promise<CertificateRow> {
  const { name } = await getPractice(scope);
  const known = await validCertificate(deps, scope, 'own');
  const [certificate] = known ? certificatesOf(known) : [];
  if (known && certificate && nameIn(certificate) === commonName(name)) return known;
  await keepSealing(deps, scope, 'own', await makeSealing(name, deps.now()), null);
  const made = await certificateOf(scope, 'own');
  if (!made) throw new Error('the certificate that was just kept is not there');
  return made;
}

async function validCertificate(deps: Given, scope: Scope, kind: CertificateKind): Promise<CertificateRow | undefined> {
  const row = await certificateOf(scope, kind);
  return row && row.valid_until > deps.now().toISOString() ? row : undefined;
}

export function certificatesOf({ certificates }: Pick<CertificateRow, 'certificates'>): X509Certificate[] {
  const blocks = certificates.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  return blocks.map((pem) => new X509Certificate(pem));
}

/** Whom a certificate names, or who issued it: the common name, or all of it where there is none. */
export function nameIn(certificate: X509Certificate, of: 'subject' | 'issuer' = 'subject'): string {
  const { subject, issuer } = certificate.toLegacyObject();
  const { CN } = of === 'subject' ? subject : issuer;
  return (Array.isArray(CN) ? CN[0] : CN) ?? certificate[of];
}

function label({ practice }: Scope, kind: string): string {
  return `certificate:${practice}:${kind}`;
}
