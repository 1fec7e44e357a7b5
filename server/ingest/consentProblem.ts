import { fromBase64url } from '../../src/contract/bytes.ts';
import type { Evidence } from '../../src/contract/evidence.ts';
import type { ProblemCode } from '../../src/contract/problems.ts';
import { missingAcknowledgements } from '../../src/domain/consent.ts';
import type { FormVersion } from '../../src/domain/form.ts';
import { sampleCount, unpackStrokes } from '../../src/domain/strokes.ts';

/** Why evidence that is well-formed still does not make a consent or declination; undefined when it does. */
export function consentProblem(form: FormVersion, evidence: Evidence): ProblemCode | undefined {
  if (form.id !== evidence.form.id || form.version !== evidence.form.version) return 'envelope-bad-evidence';
  if (evidence.kind === 'declination') {
    return form.declineReasons.some((reason) => reason.id === evidence.reason) ? undefined : 'envelope-bad-evidence';
  }
  if (missingAcknowledgements(form, evidence.acknowledgements).length > 0) return 'envelope-clauses-missing';
  const { signature } = evidence;
  if (signature.how === 'drawn' && !strokesHold(signature.strokes, signature.samples)) return 'envelope-bad-evidence';
  return undefined;
}

function strokesHold(packed: string, samples: number): boolean {
  try {
    const strokes = unpackStrokes(fromBase64url(packed));
    return samples > 0 && sampleCount(strokes) === samples;
  } catch {
    return false;
  }
}
