import * as v from 'valibot';
import { newHouseholdSchema } from './householdApi.ts';
import { count, filledLine, id, isoTime, sha256Hex } from './shapes.ts';

/**
 * A household that staff entered on a tablet, perhaps without a network. It travels as an envelope like a signature
 * does: sealed, in order before the answers to its invitations, and answered by a receipt. The envelope's invitation is
 * that of the first member.
 */
export const householdEvidence = v.strictObject({
  protocol: v.literal(1),
  kind: v.literal('household'),
  id,
  practice: id,
  invitation: id,
  form: v.strictObject({ hash: sha256Hex }),
  device: id,
  staff: id,
  enteredAt: isoTime,
  counter: count,
  app: filledLine(80),
  household: newHouseholdSchema,
});
export type HouseholdEvidence = v.InferOutput<typeof householdEvidence>;
