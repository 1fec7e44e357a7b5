import { Hono } from 'hono';
import { beginRequest, linkRequest } from '../../src/contract/linkApi.ts';
import { body } from '../body.ts';
import { clientAddress } from '../clientAddress.ts';
import type { Deps, Env } from '../deps.ts';
import type { ProofChecker } from '../deviceProof.ts';
import type { Limits } from '../limits.ts';
import { beginByLink, mailLinkAgain, noMoreReminders, openLink } from '../links.ts';
import { Refusal } from '../refusal.ts';
import { proofOf } from '../requestProof.ts';

/** The doors of a link in a mail. The token is in the body: an address would stand in logs and histories. */
export function linkRoutes(deps: Deps, limits: Limits, proofs: ProofChecker) {
  return new Hono<Env>()
    .use(async (c, next) => {
      await limits.links.count(clientAddress(c));
      await next();
    })
    .post('/open', body(linkRequest), async (c) => {
      const { thumbprint } = await proofOf(c, deps, proofs);
      return c.json(await openLink(deps, c.req.valid('json').token, thumbprint));
    })
    .post('/begin', body(beginRequest), async (c) => {
      const { key, thumbprint } = await proofOf(c, deps, proofs);
      const request = c.req.valid('json');
      if (key.x !== request.publicKey.x || key.y !== request.publicKey.y) throw new Refusal('proof-invalid');
      return c.json(await beginByLink(deps, request, thumbprint));
    })
    .post('/mail-again', body(linkRequest), async (c) =>
      c.json({ sent: await mailLinkAgain(deps, c.req.valid('json').token) }),
    )
    .post('/no-reminders', body(linkRequest), async (c) => {
      await noMoreReminders(deps, c.req.valid('json').token);
      return c.body(null, 204);
    });
}
