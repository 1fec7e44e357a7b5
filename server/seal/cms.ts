import { createHash, createSign, type KeyObject } from 'node:crypto';
import forge from 'node-forge';

/**
 * A detached CMS signature as PAdES baseline B wants it (ETSI EN 319 142-1, 6.3; RFC 5652): RSA with SHA-256, and signed
 * with it what the content is, its digest, and which certificate the signer means (ESS signing-certificate-v2, RFC 5035).
 * No signing time: a PDF's signature has its own.
 */

const { asn1 } = forge;
type Node = forge.asn1.Asn1;

const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
  rsa: '1.2.840.113549.1.1.1',
} as const;

/** DER; the signer's own certificate is the first. */
export type Signer = { certificates: readonly Uint8Array[]; privateKey: KeyObject };

export function cmsSignature(content: Uint8Array, { certificates, privateKey }: Signer): Buffer {
  const [own] = certificates;
  if (!own) throw new Error('a signer without a certificate');
  const attributes = signedAttributes(sha256(content), sha256(own));
  // What is signed is the set itself; in the message it stands under an implicit tag (RFC 5652, 5.4).
  const signature = createSign('sha256')
    .update(encoded(set(attributes)))
    .sign(privateKey);
  const signerInfo = sequence([
    integer(1),
    issuerAndSerial(own),
    algorithm(OID.sha256),
    context(0, attributes),
    sequence([oid(OID.rsa), asn1.create(asn1.Class.UNIVERSAL, asn1.Type.NULL, false, '')]),
    octets(signature),
  ]);
  const signedData = sequence([
    integer(1),
    set([algorithm(OID.sha256)]),
    sequence([oid(OID.data)]),
    context(0, certificates.map(decoded)),
    set([signerInfo]),
  ]);
  return encoded(sequence([oid(OID.signedData), context(0, [signedData])]));
}

function signedAttributes(contentDigest: Buffer, certificateDigest: Buffer): Node[] {
  const attribute = (type: string, value: Node): Node => sequence([oid(type), set([value])]);
  const all = [
    attribute(OID.contentType, oid(OID.data)),
    attribute(OID.messageDigest, octets(contentDigest)),
    // SHA-256 is what an ESSCertIDv2 means when it names no algorithm.
    attribute(OID.signingCertificateV2, sequence([sequence([sequence([octets(certificateDigest)])])])),
  ];
  // DER has a set in the order of its parts' encodings.
  return all.toSorted((a, b) => Buffer.compare(encoded(a), encoded(b)));
}

/** As the certificate has them, byte by byte (RFC 5280, 4.1: serial number second, issuer fourth after the version). */
function issuerAndSerial(certificate: Uint8Array): Node {
  const [toBeSigned] = childrenOf(decoded(certificate));
  const parts = toBeSigned ? childrenOf(toBeSigned) : [];
  const afterVersion = parts[0]?.tagClass === asn1.Class.CONTEXT_SPECIFIC ? 1 : 0;
  const [serial, , issuer] = parts.slice(afterVersion);
  if (!serial || !issuer) throw new Error('not a certificate');
  return sequence([issuer, serial]);
}

function childrenOf(node: Node): Node[] {
  return Array.isArray(node.value) ? node.value : [];
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

function encoded(node: Node): Buffer {
  return Buffer.from(asn1.toDer(node).getBytes(), 'binary');
}

function decoded(der: Uint8Array): Node {
  return asn1.fromDer(Buffer.from(der).toString('binary'));
}

function sequence(parts: Node[]): Node {
  return asn1.create(asn1.Class.UNIVERSAL, asn1.Type.SEQUENCE, true, parts);
}

function set(parts: Node[]): Node {
  return asn1.create(asn1.Class.UNIVERSAL, asn1.Type.SET, true, parts);
}

function context(tag: number, parts: Node[]): Node {
  return asn1.create(asn1.Class.CONTEXT_SPECIFIC, tag, true, parts);
}

function oid(dotted: string): Node {
  return asn1.create(asn1.Class.UNIVERSAL, asn1.Type.OID, false, asn1.oidToDer(dotted).getBytes());
}

function integer(value: number): Node {
  return asn1.create(asn1.Class.UNIVERSAL, asn1.Type.INTEGER, false, asn1.integerToDer(value).getBytes());
}

function octets(bytes: Buffer): Node {
  return asn1.create(asn1.Class.UNIVERSAL, asn1.Type.OCTETSTRING, false, bytes.toString('binary'));
}

function algorithm(dotted: string): Node {
  return sequence([oid(dotted)]);
}
