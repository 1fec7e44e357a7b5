import { fromBase64url } from '../../src/contract/bytes.ts';
import type { Drawing, Evidence, Signature } from '../../src/contract/evidence.ts';
import type { ProblemCode } from '../../src/contract/problems.ts';
import { missingAcknowledgements } from '../../src/domain/consent.ts';
import type { FormVersion } from '../../src/domain/form.ts';
import { sampleCount, unpackStrokes } from '../../src/domain/strokes.ts';

/** Why evidence that is well-formed still does not make a consent or declination; undefined when it does. */
export function consentProblem(form: FormVersion, evidence: Evidence): ProblemCode | undefined {
  if (form.id !== evidence.form.id || form.version !== evidence.form.version) return 'envelope-bad-evidence';
  if (evidence.kind === 'withdrawal') return undefined;
  if (evidence.kind === 'declination') {
    return form.declineReasons.some((reason) => reason.id === evidence.reason) ? undefined : 'envelope-bad-evidence';
  }
  if (missingAcknowledgements(form, evidence.acknowledgements).length > 0) return 'envelope-clauses-missing';
  return drawingsIn(evidence.signature).every(strokesHold) ? undefined : 'envelope-bad-evidence';
}

/** All that was drawn for one signature: with a mark, what the witness drew too. */
function drawingsIn(signature: Signature): Drawing[] {
  if (signature.how === 'typed') return [];
  return signature.how === 'mark' ? [signature, ...drawingsIn(signature.witness.signature)] : [signature];
}

function strokesHold({ strokes: packed, samples }: Drawing): boolean {
  try {
    const strokes = unpackStrokes(fromBase64url(packed));
    return samples > 0 && sampleCount(strokes) === samples;
  } catch {
    return false;
  }
}
