import * as v from 'valibot';
import { base64url, count, filledLine, id, isoTime, sha256Hex } from './shapes.ts';

/**
 * A picture of one sheet of a paper form, taken with a tablet, perhaps without a network. It travels as an envelope like
 * a signature does: sealed, exactly once, answered by a receipt. Whose sheet it is the practice reads from its code: the
 * tablet doesn't know patients who sign on paper. So the envelope's invitation is the envelope's own id.
 */

/** Characters of the picture: three layers of base64 around it must stay within what an envelope may seal. */
const LONGEST_PICTURE = 740_000;
/** Bytes that a picture may have. */
export const LARGEST_PICTURE = Math.floor((LONGEST_PICTURE * 3) / 4);

export const scanEvidence = v.strictObject({
  protocol: v.literal(1),
  kind: v.literal('scan'),
  id,
  practice: id,
  invitation: id,
  form: v.strictObject({ hash: sha256Hex }),
  device: id,
  staff: id,
  takenAt: isoTime,
  counter: count,
  app: filledLine(80),
  /** A JPEG. */
  picture: v.pipe(base64url, v.minLength(100), v.maxLength(LONGEST_PICTURE)),
});
export type ScanEvidence = v.InferOutput<typeof scanEvidence>;
