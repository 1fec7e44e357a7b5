import { Hono } from 'hono';
import { certificateRequest, type CertificateAnswer } from '../../src/contract/certificateApi.ts';
import { allowed } from '../allowed.ts';
import { body } from '../body.ts';
import type { Deps, Env } from '../deps.ts';
import { Refusal } from '../refusal.ts';
import { readPkcs12 } from '../seal/certificate.ts';
import { certificateInUse, certificatesOf, keepSealing, nameIn } from '../seal/sealer.ts';
import { certificateOf, dropCertificate } from '../store/certificates.ts';
import { scopeOf, type Scope } from '../store/scope.ts';

/** What documents are sealed with: looked at, replaced by the practice's own, and given up again. */
export function certificateRoutes(deps: Deps) {
  const scopeFor = (c: { var: Env['Variables'] }): Scope => scopeOf(deps.store, c.var.staff.practice_id);
  const admin = allowed('administer');
  return new Hono<Env>()
    .get('/certificate', admin, async (c) => c.json(await shown(deps, scopeFor(c))))
    .put('/certificate', admin, body(certificateRequest), async (c) => {
      const { file, password } = c.req.valid('json');
      const read = readPkcs12(Buffer.from(file, 'base64url'), password, deps.now());
      if (!read.ok) throw new Refusal(read.problem);
      await keepSealing(deps, scopeFor(c), 'given', read.sealing, c.var.staff.id);
      return c.json(await shown(deps, scopeFor(c)));
    })
    .delete('/certificate', admin, async (c) => {
      if (!(await dropCertificate(scopeFor(c), 'given'))) throw new Refusal('not-found');
      return c.json(await shown(deps, scopeFor(c)));
    });
}

async function shown(deps: Deps, scope: Scope): Promise<CertificateAnswer> {
  const row = await certificateInUse(deps, scope);
  const [certificate] = certificatesOf(row);
  if (!certificate) throw new Error('a kept certificate can not be read');
  return {
    kind: row.kind,
    subject: nameIn(certificate),
    issuer: nameIn(certificate, 'issuer'),
    validUntil: row.valid_until,
    fingerprint: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
    givenRanOut: row.kind === 'own' && (await certificateOf(scope, 'given')) !== undefined,
  };
}
