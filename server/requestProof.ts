import type { Context } from 'hono';
import type { Deps } from './deps.ts';
import type { ProofChecker } from './deviceProof.ts';
import { Refusal } from './refusal.ts';
import { requestUrl } from './requestUrl.ts';

/** The key whose holder made this request; refuses where the proof does not hold. */
export async function proofOf(c: Context, deps: Pick<Deps, 'publicOrigin'>, proofs: ProofChecker) {
  c.header('DPoP-Nonce', proofs.nonce());
  const result = await proofs.check(c.req.header('dpop'), c.req.method, requestUrl(c, deps));
  if (!result.ok) throw new Refusal(result.problem);
  return result;
}
