import { digestOf, formHash } from '../../src/contract/digest.ts';
import type { SignedConsentInput } from './making.ts';
import type { DocumentText } from './text/en.ts';

export type Doubt = keyof DocumentText['doubt'];

/**
 * What in the input contradicts itself. The document is made all the same, and says so at its top: a document that
 * looks sound and is not would be worse than none (invariants 6 and 11).
 */
export async function doubtsAbout(input: SignedConsentInput): Promise<Doubt[]> {
  const { form, evidence, receipt } = input;
  const known = new Set(form.clauses.map((clause) => clause.id));
  const checks: Record<Doubt, boolean> = {
    form: (await formHash(form)) === evidence.form.hash,
    evidence: (await digestOf(evidence)) === input.evidenceHash,
    receipt: receipt.id === evidence.id && receipt.sha256 === input.envelopeHash,
    clauses: evidence.acknowledgements.every((one) => known.has(one.clause)),
  };
  return (Object.keys(checks) as Doubt[]).filter((doubt) => !checks[doubt]);
}
