import * as v from 'valibot';
import { base64url, isoTime } from './shapes.ts';

/** The certificate that the practice's documents are sealed with, as the administrator sees and replaces it. */

export const certificateAnswer = v.object({
  /** `own` was made by the server, `given` was brought by the practice. */
  kind: v.picklist(['own', 'given']),
  subject: v.string(),
  issuer: v.string(),
  validUntil: isoTime,
  /** SHA-256 of the certificate, in hex. */
  fingerprint: v.string(),
  /** One that was brought has run out: the server's own is used in its place. */
  givenRanOut: v.boolean(),
});
export type CertificateAnswer = v.InferOutput<typeof certificateAnswer>;

/** Bytes of the largest PKCS#12 file that is taken: a key and a chain have a few thousand. */
export const LARGEST_CERTIFICATE = 64 * 1024;
export const certificateRequest = v.strictObject({
  file: v.pipe(base64url, v.maxLength(LARGEST_CERTIFICATE * 2)),
  password: v.pipe(v.string(), v.maxLength(500)),
});
