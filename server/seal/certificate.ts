import { createPrivateKey, generateKeyPair, randomBytes, X509Certificate } from 'node:crypto';
import { promisify } from 'node:util';
import forge from 'node-forge';

/** The certificate that a practice's documents are sealed with: made here, or read from a file that the practice has. */

export type Sealing = {
  /** PEM; the practice's own certificate is the first, those that issued it follow. */
  certificates: string[];
  /** PEM. */
  privateKey: string;
  /** ISO 8601. */
  validFrom: string;
  validUntil: string;
};

const { pki } = forge;
const makeKeys = promisify(generateKeyPair);
const YEARS = 10;
/** The longest common name that X.520 lets a certificate have. */
const LONGEST_NAME = 64;

/** A key and a certificate of its own for it, in the practice's name. Nobody vouches for it but the practice itself. */
export async function makeSealing(practice: string, now: Date): Promise<Sealing> {
  const { privateKey } = await makeKeys('rsa', { modulusLength: 3072 });
  const key = pki.privateKeyFromPem(privateKey.export({ type: 'pkcs1', format: 'pem' }).toString());
  const certificate = pki.createCertificate();
  certificate.publicKey = pki.setRsaPublicKey(key.n, key.e);
  // Positive, whatever the random bytes are.
  certificate.serialNumber = `01${randomBytes(15).toString('hex')}`;
  certificate.validity.notBefore = new Date(now.getTime() - 24 * 60 * 60_000);
  certificate.validity.notAfter = new Date(now);
  certificate.validity.notAfter.setUTCFullYear(now.getUTCFullYear() + YEARS);
  const name = [{ name: 'commonName', value: commonName(practice), valueTagClass: UTF8 }];
  certificate.setSubject(name);
  certificate.setIssuer(name);
  certificate.setExtensions([
    { name: 'basicConstraints', cA: false, critical: true },
    { name: 'keyUsage', digitalSignature: true, nonRepudiation: true, critical: true },
    { name: 'subjectKeyIdentifier' },
  ]);
  certificate.sign(key, forge.md.sha256.create());
  return sealingOf([pki.certificateToPem(certificate)], pki.privateKeyToPem(key));
}

// The types know it as a class of tags; it is the type of a string.
const UTF8 = forge.asn1.Type.UTF8 as unknown as forge.asn1.Class;

/** The practice's name as its own certificate has it. */
export function commonName(practice: string): string {
  return Array.from(practice).slice(0, LONGEST_NAME).join('');
}

export type ReadSealing =
  | { ok: true; sealing: Sealing }
  | { ok: false; problem: 'certificate-unreadable' | 'certificate-password-wrong' | 'certificate-unfit' };

/** A key with its certificates from a PKCS#12 file (.p12, .pfx). Only RSA keys, which every PDF reader can check. */
export function readPkcs12(file: Uint8Array, password: string, now: Date): ReadSealing {
  let p12: forge.pkcs12.Pkcs12Pfx;
  try {
    const parsed = forge.asn1.fromDer(Buffer.from(file).toString('binary'));
    p12 = forge.pkcs12.pkcs12FromAsn1(parsed, false, password);
  } catch (error) {
    const isPassword = error instanceof Error && /password/i.test(error.message);
    return { ok: false, problem: isPassword ? 'certificate-password-wrong' : 'certificate-unreadable' };
  }
  const { keyBag, pkcs8ShroudedKeyBag, certBag } = pki.oids as Record<string, string>;
  const bags = (type = ''): forge.pkcs12.Bag[] => p12.getBags({ bagType: type })[type] ?? [];
  const key = [...bags(pkcs8ShroudedKeyBag), ...bags(keyBag)].find((bag) => bag.key)?.key;
  const certificates = bags(certBag).flatMap(({ cert }) => (cert ? [cert] : []));
  const own = certificates.find(({ publicKey }) => key && 'n' in publicKey && publicKey.n.equals(key.n));
  if (!key || !own || key.n.bitLength() < 2048) return { ok: false, problem: 'certificate-unfit' };
  const { notBefore, notAfter } = own.validity;
  if (notBefore > now || notAfter <= now) return { ok: false, problem: 'certificate-unfit' };
  const chain = [own, ...certificates.filter((one) => one !== own)].map((one) => pki.certificateToPem(one));
  return { ok: true, sealing: sealingOf(chain, pki.privateKeyToPem(key)) };
}

function sealingOf(certificates: string[], privateKey: string): Sealing {
  const { validFromDate, validToDate } = new X509Certificate(certificates[0] ?? '');
  return {
    certificates,
    privateKey: createPrivateKey(privateKey).export({ type: 'pkcs8', format: 'pem' }).toString(),
    validFrom: validFromDate.toISOString(),
    validUntil: validToDate.toISOString(),
  };
}
